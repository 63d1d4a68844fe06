using FsCheck;
using FsCheck.Fluent;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Tests.Answers.Questions;

/// <summary>How a question is taken apart.</summary>
public sealed class QuestionReaderTests
{
    private static ReadQuestion Reader() => new ReadQuestion()
        .With(TermKind.Ward, "港区").With(TermKind.Ward, "品川区").With(TermKind.Ward, "目黒区").With(TermKind.Category, "展示").With(TermKind.Category, "講演会");

    [Theory]
    [InlineData("港区を除く展示", "港区")]
    [InlineData("港区以外の展示", "港区")]
    [InlineData("港区と品川区を除くと", "港区", "品川区")]
    [InlineData("展示の区、港区を除いて", "港区")]
    [InlineData("港区の展示")]
    public void Marks_what_is_taken_out(string text, params string[] excluded) =>
        Assert.Equal(excluded, Reader().Read(text).TermTokens.Where(token => token.Excluded).Select(token => token.Surface));

    [Theory]
    [InlineData("令和元年度を除いた展示")]
    [InlineData("第2回以外の展示")]
    public void Takes_out_a_year_or_an_edition(string text) =>
        Assert.Single(Reader().Read(text).Tokens, token => token.Excluded && token is DateToken or OrdinalToken && token.Excluded);

    [Fact]
    public void Nothing_is_taken_out_where_nothing_stands_before() => Assert.DoesNotContain(Reader().Read("を除く").Tokens, token => token.Excluded);

    [Theory]
    [InlineData("港区で展示がありましたか", true)]
    [InlineData("港区は入っていますか？", true)]
    [InlineData("港区で展示した？", true)]
    [InlineData("展示はありませんか", true)]
    [InlineData("Is Minato on the list?", true)]
    [InlineData("展示はいつですか", false)]
    [InlineData("どの区で展示しましたか", false)]
    [InlineData("何回ですか", false)]
    [InlineData("展示を教えてもらえますか", false)]
    [InlineData("展示のテーマは？", false)]
    [InlineData("Where is the hall?", false)]
    [InlineData("展示", false)]
    [InlineData("か", false)]
    public void Knows_a_question_that_is_answered_by_yes_or_no(string text, bool yesNo) => Assert.Equal(yesNo, Reader().Read(text).YesNo);

    [Theory]
    [InlineData("一番来場者が多かった展示", Operation.Max)]
    [InlineData("最も参加した自治体の少ない展示", Operation.Min)]
    [InlineData("いちばん期間が長い展示", Operation.Longest)]
    [InlineData("もっとも日数の短い展示", Operation.Shortest)]
    [InlineData("一番開催が早い展示", Operation.First)]
    [InlineData("最も開催日の新しい展示", Operation.Last)]
    [InlineData("最多の展示", Operation.Max)]
    [InlineData("最新の展示", Operation.Last)]
    public void Knows_a_superlative_whose_words_stand_apart(string text, Operation operation) => Assert.True(Reader().Read(text).Asks(operation));

    [Fact]
    public void An_adjective_far_from_the_adverb_is_no_superlative() =>
        Assert.False(Reader().Read("一番についてお聞きしたいことがありまして、ご存じのとおり区民の関心が多い展示").Asks(Operation.Max));

    [Theory]
    [InlineData("第2回展示", 2)]
    [InlineData("第十二回展示", 12)]
    [InlineData("３回目の展示", 3)]
    public void Reads_an_edition(string text, int ordinal) => Assert.Equal(ordinal, Assert.Single(Reader().Read(text).Tokens.OfType<OrdinalToken>()).Ordinal);

    [Fact]
    public void A_bare_number_of_four_figures_is_a_year() => Assert.Equal(2019, Reader().Read("展示2019").Date!.Condition.Year);

    [Theory]
    [InlineData("次の展示はいつ", true)]
    [InlineData("今後の講演会", true)]
    [InlineData("今度の展示はどこで", true)]
    [InlineData("展示の次の日", false)]
    [InlineData("次の質問です", false)]
    public void What_is_still_to_come_starts_today(string text, bool limited)
    {
        var date = Reader().Read(text).Date;

        Assert.Equal(limited, date is not null);
        Assert.True(date is null || date.Condition.From == new DateOnly(2026, 11, 21));
    }

    [Theory]
    [InlineData("When was the lecture held?", true)]
    [InlineData("講演会はいつ", false)]
    [InlineData("SDGsの講演会", false)]
    public void Knows_English(string text, bool english) => Assert.Equal(english, Reader().Read(text).English);

    [Fact]
    public void Tokens_lie_in_the_text_in_order_and_do_not_overlap() => Prop.ForAll(Texts(), text =>
    {
        var question = Reader().Read(text);
        var placed = question.Tokens.Where(token => token.Length > 0).Select(token => (token.Start, token.End)).Distinct().ToList();
        return placed.TrueForAll(span => span.Start >= 0 && span.End <= question.Folded.Length) && placed.Zip(placed.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Arbitrary<string> Texts()
    {
        string[] pieces = ["港区", "展示", "講演会", "平成30年度", "第2回", "12月", "を除く", "以外", "何回", "一番", "多い", "カタカナ", "SDGs", "2019", "300", "の", "は", " ", "？", "\uD83D", "ー", "ｱ", "々"];
        return Gen.Choose(0, 8).SelectMany(count => Gen.Elements(pieces).ArrayOf(count)).Select(parts => string.Concat(parts)).ToArbitrary();
    }
}
