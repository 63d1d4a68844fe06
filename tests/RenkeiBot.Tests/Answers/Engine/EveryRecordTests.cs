using System.Globalization;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Reasoning;
using static RenkeiBot.Tests.Answers.Engine.DeliveredEngine;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>What holds of every record: its name leads to it, and its dates are told as they are.</summary>
public sealed class EveryRecordTests
{
    [Fact]
    public void Every_dated_event_and_meeting_is_found_under_its_full_name_with_its_first_day()
    {
        var faults = new List<string>();
        foreach (var entry in DeliveredEngine.Engine.Knowledge.Entries.Where(IsDated))
        {
            var answer = Ask($"{entry.Title}はいつ開催されましたか");
            var (year, month) = (entry.FirstDay!.Value.Year, entry.FirstDay.Value.Month);
            // Several records bear one title (the weeks of a fair): the question back lists them with their dates.
            if (!answer.Text.Contains(string.Create(CultureInfo.InvariantCulture, $"（{year}年）{month}月"), StringComparison.Ordinal) || !answer.Entries.Any(found => found.Title == entry.Title))
                faults.Add($"{entry.Title}: {answer.Kind} {answer.Text}");
        }

        Assert.Empty(faults);
    }

    [Fact]
    public void Every_speaker_is_found_by_name()
    {
        var people = DeliveredEngine.Engine.Knowledge.Terms.Where(term => term.Kind == TermKind.Person).ToList();

        Assert.NotEmpty(people);
        Assert.All(people, person =>
        {
            var answer = Ask($"{person.Name}さんの肩書を教えてください");
            Assert.NotEqual(AnswerKind.Passage, answer.Kind);
            Assert.NotEmpty(answer.Entries);
            Assert.All(answer.Entries, entry => Assert.Contains(person.Name, entry.Facets.SelectMany(facet => facet.Terms).Concat(entry.Terms).Select(term => term.Name)));
        });
    }

    private static bool IsDated(Entry entry) =>
        (entry.Key.StartsWith("event/", StringComparison.Ordinal) || entry.Key.StartsWith("meeting/", StringComparison.Ordinal))
        && entry.When.Count > 0 && entry.When[0].Precision != RenkeiBot.Data.Records.DatePrecision.FiscalYear;
}
