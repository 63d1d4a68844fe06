using System.Text;
using System.Text.Json.Nodes;
using RenkeiBot.Cards.Answers;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Tests.Answers;
using RenkeiBot.Tests.Cards;
using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Tests.Service;

/// <summary>What holds for the answer to every question of the sets and of the cards, as the channel gets it.</summary>
public sealed class AnswerContractTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private const int MaxCharacters = 300;
    private const int MaxCharactersOfList = 600;

    public static TheoryData<string> Sets => ["dev", "own", "cards"];

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task Every_answer_is_one_activity_that_keeps_the_contract(string set)
    {
        var problems = new List<string>();

        foreach (var (before, question) in Questions(set))
        {
            var user = shared.Bot.User();
            foreach (var earlier in before)
                await user.SendAsync(earlier);
            var outcome = await user.SendAsync(question);
            problems.AddRange(Problems(outcome).Select(problem => $"{question}: {problem}"));
        }

        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    private static IEnumerable<(IReadOnlyList<string> Before, string Question)> Questions(string set) => set == "cards"
        ? HelpCard.Examples.Union(WelcomeCard.Examples).Select(example => ((IReadOnlyList<string>)[], example))
        : MarkedQuestion.Set(set).Select(question => (question.Before, question.Text));

    private static IEnumerable<string> Problems(TurnOutcome outcome)
    {
        if (outcome.Replies is not [var reply])
        {
            yield return $"{outcome.Replies.Count} replies";
            yield break;
        }

        if (reply["text"] is not null)
            yield return "text and card are two messages in Teams";
        if ((string?)reply["textFormat"] is { } format && format != "plain")
            yield return $"the text format is {format}";
        if (reply["attachments"]?[0]?["content"] is not JsonObject card)
        {
            yield return "no card";
            yield break;
        }

        var summary = (string?)reply["summary"] ?? "";
        var opening = Unescaped((string?)card["body"]?[0]?["text"] ?? "");
        if (summary.Length == 0 || summary != opening)
            yield return $"the card opens with 「{opening}」, the summary is 「{summary}」";
        // A list is longer than a sentence: it names its members one after another, or in a table.
        var isList = summary.Count(c => c == '、') >= 5 || HasRows(card);
        var length = summary.EnumerateRunes().Count();
        if (length > (isList ? MaxCharactersOfList : MaxCharacters))
            yield return $"{length} characters: {summary}";

        var utf8 = Encoding.UTF8.GetBytes(card.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        if (utf8.Length > AdaptiveCard.MaxUtf8Length)
            yield return $"the card has {utf8.Length} bytes";
        foreach (var problem in CardSchema.Problems(utf8))
            yield return problem;
        if (card.ToJsonString().Contains("(L", StringComparison.Ordinal))
            yield return "the card shows a line of the transcript";
    }

    private static bool HasRows(JsonObject card) => card["body"]!.AsArray().Any(element =>
        (string?)element!["type"] == "Table" || element["items"] is JsonArray items && items.Count(item => ((string?)item!["text"])?.StartsWith('・') == true) > 1);

    private static string Unescaped(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
            text.Append(markdown[i] == '\\' && i + 1 < markdown.Length && char.IsAscii(markdown[i + 1]) ? markdown[++i] : markdown[i]);
        return text.ToString();
    }
}
