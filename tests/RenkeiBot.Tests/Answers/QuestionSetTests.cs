namespace RenkeiBot.Tests.Answers;

/// <summary>The question sets, put to the engine over the delivered records.</summary>
public sealed class QuestionSetTests(RecordsFixture records) : IClassFixture<RecordsFixture>
{
    /// <summary>How many questions of the development set (45) must be answered.</summary>
    private const int DevelopmentMinimum = 43;

    /// <summary>How many questions of the project's own set (595) must be answered.</summary>
    private const int OwnMinimum = 575;

    [Theory]
    [InlineData("dev", DevelopmentMinimum)]
    [InlineData("own", OwnMinimum)]
    public void Enough_questions_of_a_set_are_answered(string set, int minimum)
    {
        var questions = MarkedQuestion.Set(set);

        var faults = questions.Select(question => question.Fault(records.Ask([.. question.Before, question.Text]).Text)).OfType<string>().ToList();

        var answered = questions.Count - faults.Count;
        Assert.True(answered >= minimum, $"{answered} of {questions.Count} questions are answered, {minimum} must be.\n{string.Join("\n", faults)}");
    }
}
