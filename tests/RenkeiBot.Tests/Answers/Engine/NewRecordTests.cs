using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;
using RenkeiBot.Service.Answers;
using RenkeiBot.Tests.Data;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>Nothing in the engine is tied to the records that are delivered: one that is added is answered about at once.</summary>
public sealed class NewRecordTests
{
    private static readonly SourceRef Source = new("overview-2022", "試験");

    [Theory]
    [InlineData("能登半島地震の復興支援金はいくら", "500万円")]
    [InlineData("令和6年の災害の復興支援金は", "500万円")]
    public async Task Answers_about_a_disaster_that_is_new_in_the_records(string question, string expected)
    {
        var noto = new Disaster("noto-2024", "令和6年能登半島地震", ["能登半島地震"],
            [new SupportRecord(SupportKind.RecoveryFund, SupportGiver.Joint, "復興支援金 500万円", Source, AmountManYen: 500)], [Source], new DisasterDate(2024, 1, 1));

        Assert.Contains(expected, await AskAsync(question, record => record, noto), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("令和元年の災害への支援は")]
    [InlineData("令和の災害で復興支援金が最も多いのは")]
    public async Task Leaves_a_disaster_without_a_date_out_of_questions_about_a_year(string question)
    {
        var undated = new Disaster("undated", "某地震", [], [new SupportRecord(SupportKind.RecoveryFund, SupportGiver.Joint, "復興支援金 900,000万円", Source, AmountManYen: 900_000)], [Source]);

        Assert.DoesNotContain("某地震", await AskAsync(question, record => record, undated), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_about_the_hours_of_another_exhibition_under_its_own_name()
    {
        var answer = await AskAsync("令和2年度の広島県全9町の展示は土曜日何時まで開いていますか",
            record => record is Exhibition { Key: "2020-hiroshima" } exhibition
                ? exhibition with { OpeningHours = [new ExhibitionHours("平日", new(10, 0), new(18, 0)), new ExhibitionHours("土曜日", new(10, 0), new(15, 0))], Aliases = [.. exhibition.Aliases, "広島県全9町の展示"] }
                : record);

        Assert.DoesNotContain("あゆみ", answer, StringComparison.Ordinal);
        Assert.Contains("15", answer, StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(string question, Func<IRecord, IRecord> change, params IRecord[] added)
    {
        var files = await RecordLoader.LoadAsync(RecordFolder.Delivered, CancellationToken.None);
        var engine = new AnswerEngine(KnowledgeFactory.Create(RecordTables.Of(RecordSet.Create(files.SelectMany(file => file.Records).Select(change).Concat(added)))));
        return engine.Ask(question, DeliveredEngine.Today, null).Item1.Text;
    }
}
