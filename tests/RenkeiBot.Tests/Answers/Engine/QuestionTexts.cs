namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>Questions for tests of what holds of every answer.</summary>
internal static class QuestionTexts
{
    private static readonly string[] Sets = ["dev", "own"];

    /// <summary>The questions of the two sets, each by itself.</summary>
    public static IReadOnlyList<string> OfTheSets() => [.. Sets.SelectMany(MarkedQuestion.Set).Select(question => question.Text)];
}
