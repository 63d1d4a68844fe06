using System.Net;
using System.Text.Json;
using RenkeiBot.BotFramework;

namespace RenkeiBot.Service.Outbox;

/// <summary>One try to have a message stand in its conversation as it should: a send, an update of what stands there, or a delete.</summary>
internal sealed class OutboxDelivery(ConnectorClient connector)
{
    private const string TooLarge = "（内容が大きいため、カードを省略してお送りしています。）";

    /// <summary>Tries it.</summary>
    /// <returns>The id under which the channel has the message; null where it gave none, or the message was deleted.</returns>
    /// <exception cref="ConnectorException">The channel did not take it.</exception>
    /// <exception cref="JsonException">The row cannot be read.</exception>
    public async Task<string?> TryAsync(LeasedMessage leased, CancellationToken cancellationToken)
    {
        var (message, chat, parent) = (leased.Delivery.Message, leased.Delivery.Chat, leased.Delivery.ParentActivityId);
        if (message.IsWithdrawn && message.ActivityId is null && message.SentRevision == 0)
            return null;
        if (message.ParentKey is not null && parent is null && message.ActivityId is null)
            throw new ConnectorException("The message in whose thread it stands was not delivered.", null, OutboxFailures.NoParent);
        if (message.ActivityId is null && message.SentRevision > 0)
            throw new ConnectorException("The channel gave no id by which the message could be changed.", null, OutboxFailures.NoId);
        var reference = JsonSerializer.Deserialize(message.Reference ?? chat?.Reference ?? "null", BotFrameworkJson.ConversationReference) ?? throw new JsonException("The reference is null.");
        // The Connector client checks the service URL again: what was allowed when it was stored need not be today.
        var serviceUrl = message.ServiceUrl ?? chat?.ServiceUrl ?? "";
        var conversation = Thread(message.ConversationId ?? reference.Conversation?.Id ?? "", parent);
        if (message.IsWithdrawn)
            return await DeleteAsync(serviceUrl, conversation, message.ActivityId!, cancellationToken);

        var activity = leased.Content.Value;
        var addressed = activity.AddressedTo(reference with { Conversation = (reference.Conversation ?? new()) with { Id = conversation } });
        try
        {
            return await PutAsync(serviceUrl, conversation, message.ActivityId, addressed, cancellationToken);
        }
        catch (ConnectorException exception) when (exception.StatusCode == HttpStatusCode.RequestEntityTooLarge && activity is { Attachments.Count: > 0, Summary.Length: > 0 })
        {
            return await PutAsync(serviceUrl, conversation, message.ActivityId, addressed with { Attachments = null, Summary = null, Text = $"{activity.Summary}{TooLarge}" }, cancellationToken);
        }
    }

    private async Task<string?> PutAsync(string serviceUrl, string conversation, string? activityId, Activity activity, CancellationToken cancellationToken)
    {
        if (activityId is null)
            return (await connector.SendToConversationAsync(serviceUrl, conversation, activity, cancellationToken)).Id;
        await connector.UpdateActivityAsync(serviceUrl, conversation, activityId, activity with { Id = activityId }, cancellationToken);
        return activityId;
    }

    private async Task<string?> DeleteAsync(string serviceUrl, string conversation, string activityId, CancellationToken cancellationToken)
    {
        try
        {
            await connector.DeleteActivityAsync(serviceUrl, conversation, activityId, cancellationToken);
        }
        catch (ConnectorException exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            // It is gone, as it should be.
        }

        return null;
    }

    /// <summary>The thread under a message of a channel (Microsoft Teams: channel conversations). Other conversations have none.</summary>
    private static string Thread(string conversation, string? parent) =>
        parent is null || conversation.Contains(';', StringComparison.Ordinal) || !conversation.Contains("@thread.", StringComparison.Ordinal) || conversation.EndsWith("@thread.v2", StringComparison.Ordinal)
            ? conversation
            : $"{conversation};messageid={parent}";
}
