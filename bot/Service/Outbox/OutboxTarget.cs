using System.Text.Json;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Outbox;

/// <summary>Where a message goes: the personal chat of a person, or a channel or group chat.</summary>
internal sealed record OutboxTarget
{
    /// <summary>The tenant of conversations whose channel names none, as a chat page of a developer.</summary>
    private const string Elsewhere = "-";

    private OutboxTarget(string key, string tenantId) => (Key, TenantId) = (key, tenantId);

    /// <summary>The conversation in few words: one for all threads of a channel.</summary>
    public string Key { get; }

    /// <summary>The tenant whose budget it uses.</summary>
    public string TenantId { get; }

    /// <summary>The person; empty for a channel or group chat.</summary>
    public string AadObjectId { get; private init; } = "";

    /// <summary>The channel or group chat; null for a person.</summary>
    public string? ConversationId { get; private init; }

    /// <summary>Its reference as JSON.</summary>
    public string? Reference { get; private init; }

    /// <summary>Its service URL.</summary>
    public string? ServiceUrl { get; private init; }

    /// <summary>The personal chat of a person. While it is not known, the message waits.</summary>
    /// <exception cref="ArgumentException">The ids cannot be those of a person.</exception>
    public static OutboxTarget Person(string tenantId, string aadObjectId)
    {
        var tenant = Sender.Normalise(tenantId) ?? throw new ArgumentException("This is no tenant id.", nameof(tenantId));
        var person = Sender.Normalise(aadObjectId) ?? throw new ArgumentException("This is no object id.", nameof(aadObjectId));
        return new($"{tenant}/{person}", tenant) { AadObjectId = person };
    }

    /// <summary>A channel or group chat that the bot is in: a message to a channel begins a thread.</summary>
    public static OutboxTarget Of(Channel channel) =>
        new(Root(channel.ConversationId), channel.TenantId) { ConversationId = channel.ConversationId, Reference = channel.Reference, ServiceUrl = channel.ServiceUrl };

    /// <summary>The conversation where a proposal's card stands.</summary>
    public static OutboxTarget Of(PostedCard card) =>
        new(Root(card.ConversationId), TenantOf(card.Reference) ?? Elsewhere) { ConversationId = card.ConversationId, Reference = card.Reference, ServiceUrl = card.ServiceUrl };

    private static string? TenantOf(string reference) =>
        JsonSerializer.Deserialize(reference, BotFrameworkJson.ConversationReference)?.Conversation?.TenantId is { Length: > 0 and <= RenkeiBotDbContext.GuidLength } tenant ? tenant : null;

    /// <summary>The channel of a conversation, whose limits hold for all its threads.</summary>
    private static string Root(string conversationId) =>
        conversationId.IndexOf(';', StringComparison.Ordinal) is > 0 and var end ? conversationId[..end] : conversationId;
}
