using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Answers;

/// <summary>
/// The engine over the records as they are now, shared by all turns. Whoever changes the records need not tell: the store then hands out another set, which is seen
/// at the next question, so that no question asked after a change is answered from before it.
/// </summary>
internal sealed class AnswerEngineSource(RecordStore store)
{
    private readonly Lock building = new();
    private volatile Built? built;

    /// <summary>Whether an engine has been built: before, a question would have to wait for it.</summary>
    public bool IsWarm => built is not null;

    /// <summary>The engine. The first question after a change waits until it is built.</summary>
    /// <exception cref="InvalidOperationException">The records have not been read yet.</exception>
    public AnswerEngine Current
    {
        get
        {
            var records = store.Current;
            return built is { } known && ReferenceEquals(known.Records, records) ? known.Engine : Build(records);
        }
    }

    private AnswerEngine Build(RecordSet records)
    {
        lock (building)
        {
            if (built is { } known && ReferenceEquals(known.Records, records))
                return known.Engine;
            var engine = new AnswerEngine(KnowledgeFactory.Create(RecordTables.Of(records)));
            built = new Built(records, engine);
            return engine;
        }
    }

    private sealed record Built(RecordSet Records, AnswerEngine Engine);
}
