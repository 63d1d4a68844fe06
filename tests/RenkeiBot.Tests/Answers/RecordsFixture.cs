using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Answers.Reasoning;
using RenkeiBot.Tests.Data;

namespace RenkeiBot.Tests.Answers;

/// <summary>The answer engine over the record files that the service ships with. It is immutable, so all tests share one.</summary>
public sealed class RecordsFixture
{
    /// <summary>A day after every record (a Saturday).</summary>
    public static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly Lazy<AnswerEngine> Shared = new(Create);

    internal AnswerEngine Engine { get; } = Shared.Value;

    /// <summary>Asks the questions in one conversation and returns the last answer.</summary>
    internal Answer Ask(params string[] questions)
    {
        ConversationTopic? topic = null;
        Answer? answer = null;
        foreach (var question in questions)
            (answer, topic) = Engine.Ask(question, Today, topic);
        return answer!;
    }

    private static AnswerEngine Create()
    {
        var files = RecordLoader.LoadAsync(RecordFolder.Delivered, CancellationToken.None).GetAwaiter().GetResult();
        return new AnswerEngine(KnowledgeFactory.Create(RecordTables.Of(RecordSet.Create(files.SelectMany(file => file.Records)))));
    }
}
