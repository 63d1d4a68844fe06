using RenkeiBot.BotFramework;
using RenkeiBot.Service.Sightings;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Outbox;

/// <summary>Writes personal chats behind the turns.</summary>
internal sealed partial class PersonalChatWriter(PersonalChatTable table, OutboxSignal signal, TimeProvider time, ILogger<PersonalChatWriter> logger)
    : SightingWriter<Sender, SeenChat>(time)
{
    protected override async Task WriteAsync(IReadOnlyDictionary<Sender, SeenChat> seen, CancellationToken cancellationToken)
    {
        // What waits for one of these people can go out.
        if (await table.WriteAsync(seen, Freshness, cancellationToken) > 0)
            signal.Set();
    }

    protected override void LogNotWritten(Exception exception) => LogChatsNotWritten(exception);

    [LoggerMessage(65, LogLevel.Warning, "Personal chats could not be written; it will be tried again")]
    private partial void LogChatsNotWritten(Exception exception);
}

/// <summary>A personal chat as a message came from it.</summary>
/// <param name="Reference">How to come back to it; without the activity, as what is told later answers nothing.</param>
/// <param name="ServiceUrl">Where the Connector is called.</param>
/// <param name="ServiceUrlVerifiedAt">When a token proved the service URL; null where nothing did.</param>
/// <param name="SeenAt">When the message came.</param>
internal sealed record SeenChat(ConversationReference Reference, string ServiceUrl, DateTimeOffset? ServiceUrlVerifiedAt, DateTimeOffset SeenAt) : ISighting<SeenChat>
{
    /// <summary>Whether the person is reached in the same way; a changed name or language is no reason to write.</summary>
    public bool IsSame(SeenChat other) =>
        ServiceUrl == other.ServiceUrl && Reference.Conversation?.Id == other.Reference.Conversation?.Id && Reference.User?.Id == other.Reference.User?.Id
            && Reference.Bot?.Id == other.Reference.Bot?.Id;
}
