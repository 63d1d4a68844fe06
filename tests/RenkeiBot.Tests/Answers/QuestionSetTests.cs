using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Answers.Reasoning;
using RenkeiBot.Tests.Data;

namespace RenkeiBot.Tests.Answers;

/// <summary>The question sets, put to the engine over the delivered records.</summary>
public sealed class QuestionSetTests(QuestionSetTests.Delivered delivered) : IClassFixture<QuestionSetTests.Delivered>
{
    /// <summary>How many questions of the development set (45) must be answered.</summary>
    private const int DevelopmentMinimum = 43;

    /// <summary>How many questions of the project's own set (220) must be answered.</summary>
    private const int OwnMinimum = 210;

    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("dev", DevelopmentMinimum)]
    [InlineData("own", OwnMinimum)]
    public void Enough_questions_of_a_set_are_answered(string set, int minimum)
    {
        var questions = MarkedQuestion.Set(set);

        var faults = questions.Select(question => question.Fault(Ask(question))).OfType<string>().ToList();

        var answered = questions.Count - faults.Count;
        Assert.True(answered >= minimum, $"{answered} of {questions.Count} questions are answered, {minimum} must be.\n{string.Join("\n", faults)}");
    }

    private string Ask(MarkedQuestion question)
    {
        ConversationTopic? topic = null;
        foreach (var before in question.Before)
            (_, topic) = delivered.Engine.Ask(before, Today, topic);
        return delivered.Engine.Ask(question.Text, Today, topic).Answer.Text;
    }

    /// <summary>The engine over the delivered records.</summary>
    public sealed class Delivered : IAsyncLifetime
    {
        internal AnswerEngine Engine { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var files = await RecordLoader.LoadAsync(RecordFolder.Delivered, CancellationToken.None);
            Engine = new AnswerEngine(KnowledgeFactory.Create(RecordTables.Of(RecordSet.Create(files.SelectMany(file => file.Records)))));
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
