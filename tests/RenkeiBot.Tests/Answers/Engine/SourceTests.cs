using static RenkeiBot.Tests.Answers.Engine.DeliveredEngine;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>Every answer carries where it comes from, and says so where documents disagree.</summary>
public sealed class SourceTests
{
    [Theory]
    [InlineData("平成29年度第1回講演会はいつ", "平成29年7月")]
    [InlineData("令和元年度第1回全国連携展示の期間は", "北海道町村")]
    [InlineData("令和元年度第2回全国連携展示のテーマは", "日本始まり地")]
    [InlineData("ホームページのアドレスは", "http://collabo.tokyo-23city.or.jp/")]
    public void Shows_the_other_reading_with_its_reason(string question, string reading) =>
        Assert.Contains(Ask(question).Notes, note => note.Contains(reading, StringComparison.Ordinal) && note.EndsWith('。'));

    [Fact]
    public void Names_documents_that_exist()
    {
        var documents = DeliveredEngine.Engine.Knowledge.Tables.Documents;

        Assert.All(QuestionTexts.OfTheSets(), question => Assert.All(Ask(question).Sources, source => Assert.Contains(source.Document, documents)));
    }
}
