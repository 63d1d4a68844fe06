using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Answers.Reasoning;
using RenkeiBot.Tests.Data;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>The answer engine over the delivered records, made as the service makes it and shared by all tests (it is immutable).</summary>
internal static class DeliveredEngine
{
    private static readonly Lazy<AnswerEngine> Shared = new(Create);

    public static AnswerEngine Engine => Shared.Value;

    public static DateOnly Today => new(2026, 11, 21);

    /// <summary>The answer to the last of several questions of one conversation.</summary>
    public static Answer Ask(params string[] conversation)
    {
        ConversationTopic? topic = null;
        Answer? answer = null;
        foreach (var question in conversation)
            (answer, topic) = Engine.Ask(question, Today, topic);
        return answer!;
    }

    public static void AssertFact(string question, params string[] expected) => AssertFact([question], expected);

    /// <summary>The last question is answered from the records, with a source, and the answer has every part.</summary>
    public static void AssertFact(string[] conversation, params string[] expected)
    {
        var answer = Ask(conversation);
        Assert.Equal(AnswerKind.Fact, answer.Kind);
        Assert.All(expected, part => Assert.Contains(part, answer.Text, StringComparison.Ordinal));
        Assert.NotEmpty(answer.Sources);
    }

    /// <summary>The records do not have it: nothing of something near stands in the answer.</summary>
    public static void AssertNotFound(string question, params string[] forbidden)
    {
        var answer = Ask(question);
        Assert.Equal(AnswerKind.NotFound, answer.Kind);
        Assert.All(forbidden, part => Assert.DoesNotContain(part, answer.Text, StringComparison.Ordinal));
    }

    private static AnswerEngine Create()
    {
        var files = RecordLoader.LoadAsync(RecordFolder.Delivered, CancellationToken.None).GetAwaiter().GetResult();
        return new AnswerEngine(KnowledgeFactory.Create(RecordTables.Of(RecordSet.Create(files.SelectMany(file => file.Records)))));
    }
}
