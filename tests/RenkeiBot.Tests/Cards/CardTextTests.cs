using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using RenkeiBot.Cards;

namespace RenkeiBot.Tests.Cards;

public sealed class CardTextTests
{
    /// <summary>CommonMark with the two extensions that renderers commonly switch on.</summary>
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Build();

    private static readonly string[] Pieces =
    [
        "\\", "*", "_", "**", "[", "]", "(", ")", "`", "```", "<", ">", "~", "~~", "#", "# ", "-", "- ", "+", "+ ", "=", "|", "|-|", "!", "&", "&amp;", "&#42;", "{", "{{", "}}", "1", "23", ".", ")",
        "1. ", " ", "    ", "\t", "\n", "\r\n", "あ", "区", "（木）", "a", "https://example.com/a_b", "<b>", "<at>", "[x](y)", "![x](y)", "[x]: y", "---", "===", "\u202E", "\u200B", "𠮷", "👍🏽", "\u200D", "👩", "\uD800", "か\u3099",
        "{{DATE(2017-02-14T06:00:00Z)}}", "\"", "'", ":", "/", "^", "$", "%", ";", "©", "…",
    ];

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(2000);

    private static readonly Arbitrary<string> AnyText = Gen.OneOf(
        Gen.Elements(Pieces).ArrayOf().Select(string.Concat),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).ToArbitrary();

    [Fact]
    public void Any_text_is_shown_literally_by_a_renderer_of_markdown() => Prop.ForAll(AnyText, text =>
    {
        var shown = CardText.FromString(text);
        var paragraphs = Markdown.Parse(shown.Markdown, Pipeline);
        Assert.All(paragraphs, block => Assert.IsType<ParagraphBlock>(block));
        Assert.Equal(Lines(shown.Literal), paragraphs.Cast<ParagraphBlock>().Select(Read));
    }).Check(Config);

    [Fact]
    public void No_text_calls_a_date_function_of_the_card() =>
        Prop.ForAll(AnyText, text => Assert.DoesNotContain("{{", CardText.FromString(text).Markdown, StringComparison.Ordinal)).Check(Config);

    [Fact]
    public void Cleaned_text_has_nothing_invisible_left_and_cleaning_again_changes_nothing() => Prop.ForAll(AnyText, text =>
    {
        var clean = CardText.Clean(text);
        Assert.Equal(clean, CardText.Clean(clean));
        // What joins two emoji stays: see below.
        Assert.All(clean.EnumerateRunes(), rune => Assert.True(rune.Value is '\n' or 0x200D || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)));
        Assert.Equal(clean, Encoding.UTF8.GetString(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(clean)));
    }).Check(Config);

    [Fact]
    public void A_cut_text_ends_between_two_characters_and_within_its_limit() => Prop.ForAll(AnyText, ArbMap.Default.ArbFor<PositiveInt>(), (text, limit) =>
    {
        var cut = CardText.Truncate(text, limit.Get);
        Assert.InRange(new StringInfo(cut).LengthInTextElements, 0, limit.Get);
        Assert.InRange(cut.Length, 0, Math.Max(limit.Get * 2, 1));
        if (cut == text) return;
        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.StartsWith(cut[..^1], text, StringComparison.Ordinal);
        Assert.Contains(cut.Length - 1, StringInfo.ParseCombiningCharacters(text).Append(text.Length));
    }).Check(Config);

    [Theory]
    [InlineData("令和3年5月11日(火)～6月24日(木)")]
    [InlineData("1億1,300万円（23区共同での復興支援金）、10:00-17:00、全国連携HP、R&D、35.5%")]
    [InlineData("2019年のSDGs+α #1")]
    public void Ordinary_text_needs_no_escaping(string text) => Assert.Equal(text, CardText.FromString(text).Markdown);

    [Theory]
    [InlineData("[安全](https://evil.example)", "\\[安全\\]\\(https://evil.example)")]
    [InlineData("- 一\n1. 二\n# 三", "\\- 一\n\n1\\. 二\n\n\\# 三")]
    [InlineData("<at>全員</at>", "\\<at\\>全員\\</at\\>")]
    [InlineData("&lt; & {{TIME()}}", "\\&lt; & {\\{TIME()}}")]
    public void Marks_are_escaped_where_they_mean_something(string text, string markdown) => Assert.Equal(markdown, CardText.FromString(text).Markdown);

    [Theory]
    [InlineData("港\u200B区", "港区")]
    [InlineData("abc\u202Egpj.exe", "abcgpj.exe")]
    [InlineData("一\r\n二\u2028三\t四", "一\n二\n三 四")]
    [InlineData("隠\U000E0041し", "隠し")]
    [InlineData("邉\U000E0101さん", "邉\U000E0101さん")]
    public void Invisible_characters_are_taken_out_and_names_stay_as_they_are_written(string text, string clean) => Assert.Equal(clean, CardText.Clean(text));

    [Theory]
    [InlineData("👩\u200D🌾のトマト", "👩\u200D🌾のトマト")]
    [InlineData("👨\u200D👩\u200D👧\u200D👦", "👨\u200D👩\u200D👧\u200D👦")]
    [InlineData("👩🏽\u200D🌾", "👩🏽\u200D🌾")]
    [InlineData("区\u200D長", "区長")]
    [InlineData("👩\u200D区", "👩区")]
    [InlineData("\u200D👩\u200D", "👩")]
    [InlineData("👩\u200D\u200D🌾", "👩\u200D🌾")]
    public void What_joins_two_emoji_stays_and_joins_nothing_else(string text, string clean) => Assert.Equal(clean, CardText.Clean(text));

    [Fact]
    public void Half_a_surrogate_pair_is_taken_out() => Assert.Equal("片方", CardText.Clean("片\uD842方\uDFB7"));

    [Theory]
    [InlineData("特別区", 3, "特別区")]
    [InlineData("特別区長会", 3, "特別…")]
    [InlineData("𠮷𠮷𠮷𠮷", 3, "𠮷𠮷…")]
    [InlineData("葛\U000E0100城市役所", 4, "葛\U000E0100城市…")]
    [InlineData("一", 1, "一")]
    [InlineData("一二", 1, "…")]
    public void A_text_is_cut_by_what_a_reader_counts_as_characters(string text, int limit, string cut) => Assert.Equal(cut, CardText.Truncate(text, limit));

    [Fact]
    public void A_title_has_one_line() => Assert.Equal("一 二", CardText.Line(" 一\n二\n", 10));

    private static IEnumerable<string> Lines(string literal) => literal.Split('\n').Select(line => line.Trim(' ', '\t')).Where(line => line.Length > 0);

    private static string Read(ParagraphBlock paragraph) => string.Concat(paragraph.Inline!.Select(inline => Assert.IsType<LiteralInline>(inline).Content.ToString()));
}
