using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Answers;

/// <summary>
/// The engine over the records, shared by all turns. No question waits for an engine but the first: while another one is built, questions are answered from the one before. Whoever changes the
/// records awaits <see cref="RefreshAsync"/> after the change is written: every question asked from then on, in this instance, knows the change. Other instances find it when they look
/// (<see cref="RecordRefresh"/>).
/// </summary>
internal sealed class AnswerEngineSource(RecordStore store)
{
    private readonly Lock building = new();
    private volatile Built? built;

    /// <summary>Whether an engine has been built: before, a question would have to wait for it.</summary>
    public bool IsWarm => built is not null;

    /// <summary>The engine as last built; the first one is built here.</summary>
    /// <exception cref="InvalidOperationException">The records have not been read yet.</exception>
    public AnswerEngine Current => (built ?? Build()).Engine;

    /// <summary>Reads what members changed, and builds an engine over it. Ends when questions are answered from it; does next to nothing where nothing changed.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await store.RefreshAsync(cancellationToken);
        // Another call may have read the change: its engine may still be in the making.
        if (!ReferenceEquals(built?.Records, store.Current))
            await Task.Run(Build, cancellationToken);
    }

    private Built Build()
    {
        lock (building)
        {
            var records = store.Current;
            if (built is { } known && ReferenceEquals(known.Records, records))
                return known;
            return built = new Built(records, new AnswerEngine(KnowledgeFactory.Create(RecordTables.Of(records))));
        }
    }

    private sealed record Built(RecordSet Records, AnswerEngine Engine);
}
