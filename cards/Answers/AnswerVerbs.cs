namespace RenkeiBot.Cards.Answers;

/// <summary>What the buttons of the answer cards send back.</summary>
public static class AnswerVerbs
{
    /// <summary>
    /// <c>Action.Submit</c> with the text under <see cref="QuestionKey"/>, to be handled exactly as if the user had typed it: a question, or one
    /// of the typed commands.
    /// </summary>
    public const string Ask = "answers.ask";

    /// <summary>The key of the text.</summary>
    public const string QuestionKey = "question";
}
