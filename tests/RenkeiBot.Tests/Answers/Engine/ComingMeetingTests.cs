using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Answers.Reasoning;
using RenkeiBot.Tests.Data;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>Questions about meetings that are still to come: what is planned, what was cancelled, and that there is none. Never is a meeting of years ago the answer.</summary>
public sealed class ComingMeetingTests
{
    private const string NoneRegistered = "現在のところ登録されていません";

    private static readonly IReadOnlyList<IRecord> Delivered = [.. RecordLoader.LoadAsync(RecordFolder.Delivered, CancellationToken.None).GetAwaiter().GetResult().SelectMany(file => file.Records)];

    private static readonly Lazy<AnswerEngine> Planned = Engine(Liaison(new(2026, 12, 10)));
    private static readonly Lazy<AnswerEngine> Cancelled = Engine(Liaison(new(2026, 12, 10), isCancelled: true));
    private static readonly Lazy<AnswerEngine> Several = Engine(
        Liaison(new(2026, 12, 10), isCancelled: true),
        Liaison(new(2027, 1, 14), "令和8年度 第3回 連絡会", "荒川区役所"),
        Liaison(new(2027, 3, 4), "令和8年度 第4回 連絡会"),
        PlannedIn2026(MeetingBody.WardMayorsAssembly, "区長会総会", new(2026, 12, 16), "12月 区長会総会"));

    private static readonly Lazy<AnswerEngine> Over = Engine(Liaison(new(2026, 11, 5)));

    private static readonly Lazy<AnswerEngine> Today = Engine(Liaison(DeliveredEngine.Today), Liaison(new(2026, 12, 10)));

    [Theory]
    [InlineData("次の連絡会はいつ？")]
    [InlineData("次回の連絡会はいつですか")]
    [InlineData("次回連絡会はいつ？")]
    [InlineData("今度の連絡会はどこで？")]
    [InlineData("今後の連絡会を教えて")]
    [InlineData("連絡会の次回はいつ？")]
    [InlineData("連絡会の予定は？")]
    [InlineData("連絡会の今後の日程を教えてください")]
    [InlineData("連絡会は次いつ？")]
    [InlineData("次の連絡会は何時から？")]
    [InlineData("次の連絡会の議題は？")]
    [InlineData("次の連絡会はありますか？")]
    [InlineData("次回の会議は？")]
    [InlineData("今度の会議はいつ、どこで？")]
    public void What_was_cancelled_is_said_and_that_there_is_no_other(string question)
    {
        var answer = Ask(Cancelled, question);

        Assert.Equal(AnswerKind.Fact, answer.Kind);
        Assert.Contains("12月10日（木）14:00～16:00に予定されていた連絡会「令和8年度 第2回 連絡会」は、中止になりました。", answer.Text, StringComparison.Ordinal);
        Assert.Contains("登録されていません", answer.Text, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Sources);
    }

    [Theory]
    [InlineData("令和8年12月10日の連絡会はどこで？")]
    [InlineData("令和8年12月10日の連絡会は何時から？")]
    [InlineData("令和8年12月10日の連絡会の議題は？")]
    [InlineData("令和8年12月10日の連絡会について教えて")]
    [InlineData("12月10日の連絡会は中止ですか")]
    [InlineData("来月の連絡会はいつ？")]
    public void A_cancelled_meeting_that_is_named_is_answered_as_cancelled(string question)
    {
        var answer = Ask(Cancelled, question).Text;

        Assert.Contains("中止になりました", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("東京区政会館", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("展示", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("令和8年12月10日の連絡会の議題は？", "次の連絡会はいつ？")]
    [InlineData("令和8年12月10日の連絡会の議題は？", "じゃあ次の連絡会は？")]
    [InlineData("令和8年12月10日の連絡会の議題は？", "次回は？")]
    [InlineData("令和8年12月10日の連絡会の議題は？", "次はいつ？")]
    [InlineData("次の連絡会はいつ？", "どこで？")]
    [InlineData("次の連絡会はいつ？", "次回は？")]
    [InlineData("座長は誰でしたか", "次の連絡会はいつ？")]
    [InlineData("品川区の交流自治体は？", "次の連絡会は？")]
    public void A_question_that_goes_on_is_answered_alike(string first, string second) => Assert.Contains("中止になりました", Ask(Cancelled, first, second).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("次の連絡会はいつ？", "連絡会")]
    [InlineData("今度の連絡会はどこで？", "連絡会")]
    [InlineData("次の区長会総会はいつ？", "区長会総会")]
    [InlineData("次回の総会はいつですか", "区長会総会")]
    [InlineData("次の区長会はいつ？", "区長会総会")]
    [InlineData("When is the next meeting?", "会議")]
    [InlineData("次の推進委員会はどこで？", "推進委員会")]
    [InlineData("次の特別区制度懇談会はいつ？", "特別区制度懇談会")]
    [InlineData("次回の会議は？", "会議")]
    [InlineData("今後の会議の予定を教えて", "会議")]
    [InlineData("予定されている連絡会はありますか", "連絡会")]
    public void That_none_is_registered_is_said(string question, string body)
    {
        var answer = DeliveredEngine.Ask(question);

        Assert.Equal(AnswerKind.Fact, answer.Kind);
        Assert.Contains($"{body}は、{NoneRegistered}", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("平成", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("区長会総会で大阪府北部地震の支援金を確認したのはいつ", "次の区長会総会はいつ？")]
    [InlineData("次の連絡会はいつ？", "じゃあ区長会総会は？")]
    [InlineData("次の区長会総会はいつ？", "どこで？")]
    [InlineData("次の連絡会はいつ？", "推進委員会は？")]
    public void That_none_is_registered_is_said_in_a_conversation(string first, string second) => Assert.Contains(NoneRegistered, DeliveredEngine.Ask(first, second).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("次の連絡会はいつ？")]
    [InlineData("次回の会議はどこ？")]
    [InlineData("連絡会の予定は？")]
    public void What_is_over_is_not_to_come(string question)
    {
        var answer = Ask(Over, question).Text;

        Assert.Contains(NoneRegistered, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("11月5日", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("次の連絡会はいつ？", "12月10日")]
    [InlineData("今度の連絡会はどこで？", "東京区政会館20階")]
    [InlineData("次回の会議は？", "12月10日")]
    [InlineData("次の連絡会の議題は？", "全国連携展示")]
    [InlineData("次の連絡会は何時から？", "14:00")]
    [InlineData("連絡会の予定は？", "12月10日")]
    [InlineData("次の会議で展示について話し合いますか", "展示")]
    public void What_is_planned_is_told(string question, string expected)
    {
        var answer = Ask(Planned, question);

        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("中止", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("登録されていません", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("次の連絡会はいつ？", "12月10日", "中止になりました", "1月14日")]
    [InlineData("今度の連絡会はどこで？", "中止になりました", "荒川区役所")]
    [InlineData("今後の連絡会は？", "中止になりました", "1月14日", "3月4日")]
    [InlineData("次回の会議は？", "中止になりました", "12月16日")]
    [InlineData("次の区長会総会はいつ？", "12月16日")]
    [InlineData("次の推進委員会はいつ？", NoneRegistered)]
    public void Of_several_the_next_is_told_after_what_was_cancelled(string question, params string[] expected) =>
        Assert.All(expected, part => Assert.Contains(part, Ask(Several, question).Text, StringComparison.Ordinal));

    [Fact]
    public void A_body_is_not_told_of_what_another_cancelled() => Assert.DoesNotContain("中止", Ask(Several, "次の区長会総会はいつ？").Text, StringComparison.Ordinal);

    [Fact]
    public void Beside_a_meeting_of_today_the_one_after_it_is_told()
    {
        var answer = Ask(Today, "次の連絡会はいつ？").Text;

        Assert.Contains("11月21日", answer, StringComparison.Ordinal);
        Assert.Contains("12月10日", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("連絡会の座長は", "菅野")]
    [InlineData("特別区全国連携プロジェクト連絡会の座長は？", "菅野")]
    [InlineData("北海道町村会と連絡会幹事会との意見交換会はいつ", "2015年")]
    public void The_word_in_other_questions_means_what_it_meant(string question, string expected)
    {
        Assert.Contains(expected, DeliveredEngine.Ask(question).Text, StringComparison.Ordinal);
        Assert.Contains(expected, Ask(Cancelled, question).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void After_an_edition_of_years_ago_the_next_is_not_what_is_to_come() =>
        Assert.DoesNotContain(NoneRegistered, DeliveredEngine.Ask("第1回連携協力推進委員会はいつ？", "次回は？").Text, StringComparison.Ordinal);

    private static Answer Ask(Lazy<AnswerEngine> engine, params string[] conversation)
    {
        ConversationTopic? topic = null;
        Answer? answer = null;
        foreach (var question in conversation)
            (answer, topic) = engine.Value.Ask(question, DeliveredEngine.Today, topic);
        return answer!;
    }

    private static Meeting Liaison(DateOnly date, string title = "令和8年度 第2回 連絡会", string place = "東京区政会館20階", bool isCancelled = false) =>
        PlannedIn2026(MeetingBody.LiaisonGroup, "連絡会", date, title, place, isCancelled);

    /// <summary>A meeting of the fiscal year 2026 as the secretariat's notice puts it on record.</summary>
    private static Meeting PlannedIn2026(MeetingBody body, string name, DateOnly date, string title, string place = "東京区政会館20階", bool isCancelled = false) => new(
        $"planned-{name}-{date:yyyyMMdd}", body, name, $"{name}（令和{date.Year - 2018}年{date.Month}月{date.Day}日）", 2026, [new Period(date)], [new SourceRef("meetings", $"案内「{title}」")],
        Items: [new MeetingItem("令和9年度の全国連携展示について", MeetingVerb.OnAgenda)], Aliases: [title], Place: place, IsAnnounced: true, IsCancelled: isCancelled ? true : null, Hours: "14:00～16:00");

    private static Lazy<AnswerEngine> Engine(params Meeting[] added) => new(() => new AnswerEngine(KnowledgeFactory.Create(RecordTables.Of(RecordSet.Create(Delivered.Concat(added))))));
}
