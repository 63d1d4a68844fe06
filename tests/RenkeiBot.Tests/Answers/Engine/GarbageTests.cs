using FsCheck;
using FsCheck.Fluent;
using RenkeiBot.Service.Answers.Reasoning;
using static RenkeiBot.Tests.Answers.Engine.DeliveredEngine;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>Whatever is typed, there is an answer within the limit, and never an exception.</summary>
public sealed class GarbageTests
{
    private const int Limit = 600;

    private static readonly string[] Pieces =
    [
        .. DeliveredEngine.Engine.Knowledge.Entries.SelectMany(entry => (string[])[entry.Title, entry.ShortTitle, .. entry.Facets.Select(facet => facet.Label), .. entry.Facets.Select(facet => facet.Value)]),
        "平成30年度", "R2", "第2回", "12月", "来月", "を除く", "以外", "はいつ", "どこ", "誰", "何回", "一番多い", "差は", "合計", "逆に", "じゃあ", "ですか", "ません", "の", "？", "(", "）", "・", "　", "0", "１２", "％",
    ];

    private static readonly Gen<string> Characters = Gen.Frequency(
        (6, Gen.Choose('ぁ', 'ヺ')), (6, Gen.Choose('一', '鿿')), (4, Gen.Choose(' ', '~')), (2, Gen.Choose(0xFF01, 0xFF9F)), (1, Gen.Choose(0xD800, 0xDFFF)), (1, Gen.Choose(0, 0xFFFF)))
        .Select(code => (char)code).ArrayOf().Select(characters => new string(characters));

    private static readonly Gen<string> OfPieces =
        Gen.Choose(1, 6).SelectMany(count => Gen.Elements(Pieces).ArrayOf(count)).Select(pieces => string.Concat(pieces));

    [Fact]
    public void Random_characters_get_an_answer() => Prop.ForAll(Characters.ToArbitrary(), IsAnswered).QuickCheckThrowOnFailure();

    [Fact]
    public void Random_pieces_of_the_records_get_an_answer() => Prop.ForAll(OfPieces.ToArbitrary(), IsAnswered).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Random_conversations_get_answers() =>
        Prop.ForAll(OfPieces.ListOf(4).ToArbitrary(), conversation => IsInBounds(Ask([.. conversation]))).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("？")]
    [InlineData("\uD83D")]
    [InlineData("\uDE00\uD83D")]
    [InlineData("を除く")]
    [InlineData("第999999999999999999999回")]
    [InlineData("平成99年13月45日の講演会")]
    [InlineData("99999999年度の展示")]
    [InlineData("一番")]
    [InlineData("それは？")]
    [InlineData("どの")]
    [InlineData("どこの")]
    [InlineData("何")]
    public void Odd_input_gets_an_answer(string text) => Assert.True(IsAnswered(text));

    [Theory]
    [InlineData("講演会")]
    [InlineData("東京区政会館の")]
    [InlineData("あ")]
    [InlineData("鬱")]
    [InlineData("第2回")]
    [InlineData("a ")]
    public void Very_long_input_gets_an_answer(string piece) => Assert.True(IsAnswered(string.Concat(Enumerable.Repeat(piece, 4_000))));

    private static bool IsAnswered(string text) => IsInBounds(Ask(text));

    private static bool IsInBounds(Answer answer) => answer.Text.Length is > 0 and <= Limit;
}
