using RenkeiBot.BotFramework;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Outbox;

/// <summary>
/// Writes personal chats behind the turns: those that are new, changed, or were written more than a day ago. What the last moment before a crash saw is lost, and seen again
/// when the person writes again; an orderly shutdown writes everything.
/// </summary>
internal sealed partial class PersonalChatWriter(
    PersonalChatTable table, OutboxSignal signal, TimeProvider time, ILogger<PersonalChatWriter> logger) : BackgroundService
{
    private const int MaxPending = 10_000;
    private const int MaxKnown = 20_000;

    private static readonly TimeSpan Freshness = TimeSpan.FromDays(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim waiting = new(0, 1);

    // What is stored or about to be: most messages come from a chat that is known.
    private readonly Dictionary<Sender, SeenChat> known = [];
    private Dictionary<Sender, SeenChat> pending = [];

    /// <summary>Has a person's chat written soon, unless it is known.</summary>
    public void Note(Sender person, SeenChat chat)
    {
        lock (gate)
        {
            if (known.TryGetValue(person, out var before) && before.IsSame(chat) && chat.SeenAt - before.SeenAt < Freshness)
                return;
            if (pending.Count >= MaxPending)
                return;
            if (known.Count >= MaxKnown)
                known.Clear();
            known[person] = chat;
            pending[person] = chat;
            if (waiting.CurrentCount == 0)
                waiting.Release();
        }
    }

    public override void Dispose()
    {
        waiting.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await waiting.WaitAsync(stoppingToken);
                await Task.Delay(Interval, time, stoppingToken);
                if (!await TryWriteAsync(stoppingToken))
                    await Task.Delay(AfterFailure, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await TryWriteAsync(CancellationToken.None);
        }
    }

    private async Task<bool> TryWriteAsync(CancellationToken cancellationToken)
    {
        Dictionary<Sender, SeenChat> writing;
        lock (gate)
            (writing, pending) = (pending, []);
        try
        {
            // What waits for one of these people can go out.
            if (writing.Count > 0 && await table.WriteAsync(writing, Freshness, cancellationToken) > 0)
                signal.Set();
            return true;
        }
#pragma warning disable CA1031 // Whatever the database has against it, turns must go on, and the next round tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            PutBack(writing);
            if (cancellationToken.IsCancellationRequested)
                throw;
            LogNotWritten(exception);
            return false;
        }
    }

    private void PutBack(Dictionary<Sender, SeenChat> chats)
    {
        lock (gate)
        {
            foreach (var (person, chat) in chats)
                pending.TryAdd(person, chat);
            if (pending.Count > 0 && waiting.CurrentCount == 0)
                waiting.Release();
        }
    }

    [LoggerMessage(65, LogLevel.Warning, "Personal chats could not be written; it will be tried again")]
    private partial void LogNotWritten(Exception exception);
}

/// <summary>A personal chat as a message came from it.</summary>
/// <param name="Reference">How to come back to it; without the activity, as what is told later answers nothing.</param>
/// <param name="ServiceUrl">Where the Connector is called.</param>
/// <param name="ServiceUrlVerifiedAt">When a token proved the service URL; null where nothing did.</param>
/// <param name="SeenAt">When the message came.</param>
internal sealed record SeenChat(ConversationReference Reference, string ServiceUrl, DateTimeOffset? ServiceUrlVerifiedAt, DateTimeOffset SeenAt)
{
    /// <summary>Whether the person is reached in the same way; a changed name or language is no reason to write.</summary>
    public bool IsSame(SeenChat other) =>
        ServiceUrl == other.ServiceUrl && Reference.Conversation?.Id == other.Reference.Conversation?.Id && Reference.User?.Id == other.Reference.User?.Id
            && Reference.Bot?.Id == other.Reference.Bot?.Id;
}
