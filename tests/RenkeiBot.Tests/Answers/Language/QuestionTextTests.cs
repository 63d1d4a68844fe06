using FsCheck;
using FsCheck.Fluent;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Tests.Answers.Language;

public sealed class QuestionTextTests
{
    [Theory]
    [InlineData("ＳＤＧｓ", "sdgs")]
    [InlineData("ﾎｰﾑﾍﾟｰｼﾞ", "ほーむぺーじ")]
    [InlineData("イーハトーブ・フェア", "いーはとーぶふぇあ")]
    [InlineData("髙﨑澤濵", "高崎沢浜")]
    [InlineData("檮原町", "梼原町")]
    [InlineData("龍ケ崎市", "竜が崎市")]
    [InlineData("龍ヶ崎市", "竜が崎市")]
    [InlineData("鎌ケ谷市", "鎌が谷市")]
    [InlineData("ケーキとミルク", "けーきとみるく")]
    [InlineData("たいとう・すみだ・十勝ウィーク", "たいとうすみだ十勝うぃーく")]
    [InlineData("平成 30 年", "平成30年")]
    [InlineData("Tohoku  Kizuna　Festival", "tohoku kizuna festival")]
    [InlineData("「縄文の大地　青森の魅力」", "縄文の大地青森の魅力")]
    [InlineData("5/14ー6/20", "5/14-6/20")]
    [InlineData("平成29～令和3", "平成29~令和3")]
    [InlineData("10月17・18日", "10月17・18日")]
    [InlineData("嬭恋村", "嬬恋村")]
    [InlineData("莊嚴の縣廳と瀧澤", "荘厳の県庁と滝沢")]
    [InlineData("專門の纖維、變遷", "専門の繊維、変遷")]
    [InlineData("が\u3099か\u3099", "がが")]
    [InlineData("㍻30", "平成30")]
    [InlineData("１，７１８", "1,718")]
    [InlineData("葛\U000E0100飾", "葛飾")]
    public void Folds_what_does_not_matter_for_matching(string text, string folded) => Assert.Equal(folded, QuestionText.Fold(text));

    [Fact]
    public void Strips_what_cannot_be_seen_and_keeps_wave_dashes_for_echoing()
    {
        var question = QuestionText.From(" \u202Eﾅｶﾉ区\u200B～\u0007１０年\uD800 ");

        Assert.Equal("ﾅｶﾉ区～１０年", question.Original);
        Assert.Equal("ナカノ区〜10年", question.Display);
        Assert.Equal("なかの区~10年", question.Folded);
    }

    [Fact]
    public void Finds_the_users_words_behind_a_folded_span()
    {
        var question = QuestionText.From("ﾅｶﾉ区 の 「物産展」");

        Assert.Equal("なかの区の物産展", question.Folded);
        Assert.Equal("物産展", question.DisplaySpan(5, 3));
        Assert.Equal("ナカノ区", question.DisplaySpan(0, 4));
    }

    [Fact]
    public void Cuts_a_question_without_halving_a_character() =>
        Assert.Equal(QuestionText.MaxLength - 1, QuestionText.From(new string('あ', QuestionText.MaxLength - 1) + "𠮷野家").Original.Length);

    [Fact]
    public void Folding_twice_changes_nothing_and_every_character_knows_its_origin() => Prop.ForAll(Texts(), text =>
    {
        var question = QuestionText.From(text);
        var map = Enumerable.Range(0, question.Folded.Length).Select(question.DisplayIndex).ToList();
        return QuestionText.Fold(question.Folded) == question.Folded
            && QuestionText.From(question.Folded).Folded == question.Folded
            && map.All(index => index >= 0 && index < question.Display.Length)
            && map.Zip(map.Skip(1)).All(pair => pair.First <= pair.Second);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Fact]
    public void No_input_makes_the_readers_fail() => Prop.ForAll(Texts(), text =>
    {
        var folded = QuestionText.From(text).Folded;
        var dates = DateReader.Find(folded, new DateOnly(2024, 8, 6));
        var numbers = NumberReader.Find(folded, [.. dates.Select(date => (date.Start, date.Length))]);
        return Ordered(dates.Select(date => (date.Start, date.End)), folded.Length) && Ordered(numbers.Select(number => (number.Start, number.End)), folded.Length)
            && dates.All(date => date.Condition.Describe().Length > 0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Theory]
    [InlineData("億円3月、元3年度~june2,")]
    [InlineData("3年度~june2,")]
    [InlineData("百黁𠮷h-、r㪗元3年度~june2,")]
    [InlineData("万橮自治体億円3т2,年度")]
    public void Awkward_ends_are_read_without_failing(string text) =>
        Assert.All(DateReader.Find(QuestionText.Fold(text), new DateOnly(2024, 8, 6)), date => Assert.NotEmpty(date.Condition.Describe()));

    private static bool Ordered(IEnumerable<(int Start, int End)> spans, int length)
    {
        var end = 0;
        foreach (var span in spans)
        {
            if (span.Start < end || span.End <= span.Start || span.End > length)
                return false;
            end = span.End;
        }

        return true;
    }

    // Half plain garbage (any UTF-16 unit, halves of pairs included), half what questions are made of.
    private static Arbitrary<string> Texts()
    {
        var any = Gen.Choose(0, 0xFFFF).Select(code => ((char)code).ToString());
        var likely = Gen.Elements("平成", "令和", "30", "3", "1", "2018", "年", "年度", "月", "日", "末", "から", "まで", "~", "-", "・", "、", "と", "以降", "前", "後", "ケ", "ヶ", "ー", "'", " ", "/", ".", ",", "(", ")",
            "H", "R", "元", "第", "回", "十", "三", "百", "万", "億円", "自治体", "その", "翌", "今", "june ", "2,", "か", "\u3099", "゙", "鎌", "谷", "A", "z", "👩", "𠮷", "\uD83D", "\u200B", "を超え", "過去", "99", "00");
        return Gen.OneOf(any, likely, likely).ArrayOf().Select(string.Concat).ToArbitrary();
    }
}
