using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace RenkeiBot.BotFramework;

/// <summary>
/// One turn: an activity that was received, and the ways to answer it. Answers go through the Connector, or, when the sender expects
/// them in the HTTP response, are collected for it (<see cref="ExpectsReplies"/>). Not for use after the turn or by several threads.
/// </summary>
public sealed class TurnContext
{
    private const int MaxAttempts = 3;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    private List<Activity>? expectedReplies;
    private TeamsChannelData? teamsChannelData;
    private bool teamsChannelDataRead;
    private string? text;
    private bool standsForText;

    internal TurnContext(Activity activity, ConnectorClient connector, DateTimeOffset? serviceUrlVerifiedAt)
    {
        ServiceUrlVerifiedAt = serviceUrlVerifiedAt;
        Activity = activity;
        Connector = connector;
        ConversationReference = ConversationReference.From(activity);
        ExpectsReplies = string.Equals(activity.DeliveryMode, DeliveryModes.ExpectReplies, StringComparison.OrdinalIgnoreCase);
        Action = activity.Type switch
        {
            ActivityTypes.Message => AdaptiveCardAction.OfMessage(activity),
            ActivityTypes.Invoke when activity.Name == InvokeNames.AdaptiveCardAction => AdaptiveCardAction.OfInvoke(activity),
            _ => null,
        };
    }

    /// <summary>What was received.</summary>
    public Activity Activity { get; }

    /// <summary>The Connector, for what this class has no method for.</summary>
    public ConnectorClient Connector { get; }

    /// <summary>How to come back to this conversation later.</summary>
    public ConversationReference ConversationReference { get; }

    /// <summary>
    /// When the service URL of this conversation was proved to be the channel's; null where nothing proves it (anonymous requests in Development). To be stored
    /// with the reference (Bot Framework Activity 3.1.12, A7560).
    /// </summary>
    public DateTimeOffset? ServiceUrlVerifiedAt { get; }

    /// <summary>The pressed card, or null when this turn is none.</summary>
    public AdaptiveCardAction? Action { get; }

    /// <summary>
    /// What the user wrote, without the mention of the bot, with ordinary spaces, trimmed; empty when there is no text. For a pressed card of
    /// <see cref="TurnRouter.OnVerbAsText"/>, the text that it stands for.
    /// </summary>
    public string Text => text ??= MessageText.Of(Activity);

    /// <summary>What follows the command word, trimmed; empty outside of <see cref="TurnRouter.OnCommandWithText"/>.</summary>
    public string CommandText { get; internal set; } = "";

    /// <summary>The channel data as Teams means it, or null when there is none.</summary>
    public TeamsChannelData? TeamsChannelData
    {
        get
        {
            if (!teamsChannelDataRead)
            {
                teamsChannelData = TeamsChannelData.From(Activity);
                teamsChannelDataRead = true;
            }
            return teamsChannelData;
        }
    }

    /// <summary>Whether the answers go into the HTTP response (Bot Framework Activity 3.1.12, A3110).</summary>
    public bool ExpectsReplies { get; }

    /// <summary>Whether others see what is written in this conversation: a channel or a group chat.</summary>
    public bool IsSeenByOthers => Activity.Conversation is { ConversationType: "channel" or "groupChat" } or { IsGroup: true } || TeamsChannelData?.Team is not null;

    /// <summary>Whether the request waits for an <see cref="InvokeResponse"/>.</summary>
    public bool IsInvoke => Activity.Type == ActivityTypes.Invoke;

    /// <summary>The answer to an invoke. For card actions use the RespondWith methods, which work for Action.Submit as well.</summary>
    public InvokeResponse? InvokeResponse { get; set; }

    /// <summary>Whether a pressed card is answered on the card; one that stands for a text is answered in the conversation.</summary>
    private bool AnswersOnCard => Action is not null && !standsForText;

    /// <summary>Whether a handler has thrown.</summary>
    internal bool HasFailed { get; set; }

    internal IReadOnlyList<Activity> ExpectedReplies => expectedReplies ?? [];

    /// <summary>Whether this account is the bot itself.</summary>
    public bool IsBot([NotNullWhen(true)] ChannelAccount? account) =>
        account?.Id is { Length: > 0 } id && string.Equals(id, Activity.Recipient?.Id, StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes the text that a pressed card stands for <see cref="Text"/>.</summary>
    internal void TakeAsText(string? written)
    {
        text = MessageText.Plain(written ?? "");
        standsForText = true;
    }

    /// <summary>
    /// Sends an activity to this conversation as a reply to what was received. What it leaves open (type, from, recipient, conversation,
    /// replyToId, channelId, serviceUrl, locale) is filled in.
    /// </summary>
    /// <returns>The id of what was sent; without an id when the answers are collected.</returns>
    /// <exception cref="ConnectorException">The Connector refused it, or the activity received names no conversation.</exception>
    public Task<ResourceResponse> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var addressed = activity.AddressedTo(ConversationReference);
        if (ExpectsReplies)
            return Collect(addressed);
        var (serviceUrl, conversationId) = Address(addressed);
        return TryAsync(() => string.IsNullOrEmpty(addressed.ReplyToId)
            ? Connector.SendToConversationAsync(serviceUrl, conversationId, addressed, cancellationToken)
            : Connector.ReplyToActivityAsync(serviceUrl, conversationId, addressed.ReplyToId, addressed, cancellationToken), cancellationToken);
    }

    /// <summary>Sends a message of plain text.</summary>
    public Task<ResourceResponse> SendAsync(string text, CancellationToken cancellationToken) => SendAsync(Activity.CreateMessage(text), cancellationToken);

    /// <summary>Replaces a message of the bot in this conversation as a whole.</summary>
    /// <remarks>With expected replies, a messageUpdate with this id is collected: nothing goes through the service URL then.</remarks>
    /// <exception cref="ConnectorException">The Connector refused it.</exception>
    public Task<ResourceResponse> UpdateAsync(string activityId, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        // A replacement answers nothing: the reference's own activity id would turn the message into a reply to the press.
        var addressed = activity.AddressedTo(ConversationReference with { ActivityId = null });
        if (ExpectsReplies)
            return Collect(addressed with { Type = ActivityTypes.MessageUpdate, Id = activityId });
        var (serviceUrl, conversationId) = Address(addressed);
        return TryAsync(() => Connector.UpdateActivityAsync(serviceUrl, conversationId, activityId, addressed with { Id = activityId }, cancellationToken), cancellationToken);
    }

    /// <summary>Deletes a message of the bot in this conversation.</summary>
    /// <remarks>With expected replies, a messageDelete with this id is collected.</remarks>
    /// <exception cref="ConnectorException">The Connector refused it.</exception>
    public Task DeleteAsync(string activityId, CancellationToken cancellationToken)
    {
        var deletion = new Activity { Type = ActivityTypes.MessageDelete, Id = activityId }.AddressedTo(ConversationReference with { ActivityId = null });
        if (ExpectsReplies)
            return Collect(deletion);
        var (serviceUrl, conversationId) = Address(deletion);
        return Connector.DeleteActivityAsync(serviceUrl, conversationId, activityId, cancellationToken);
    }

    /// <summary>
    /// Answers with a card: an Action.Execute gets it as its response, which replaces the card for the user who pressed; an Action.Submit
    /// has its message replaced, or gets a new one when the channel refuses that; any other turn gets a message.
    /// </summary>
    /// <param name="card">The card, as JSON.</param>
    /// <param name="summary">What a toast or a screen reader says in place of the card; not used for an Action.Execute.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="ConnectorException">The Connector refused it.</exception>
    public async Task RespondWithCardAsync(RawJson card, string? summary, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (IsInvoke && !standsForText)
        {
            InvokeResponse = InvokeResponse.OfCardAction(200, ContentTypes.AdaptiveCard, card);
            return;
        }
        var message = Activity.CreateCard(card, summary);
        var replaced = AnswersOnCard && !ExpectsReplies && Activity.ReplyToId is { Length: > 0 } pressed
            && await TryReplaceAsync(pressed, message, cancellationToken);
        if (!replaced)
            await SendAsync(message, cancellationToken);
    }

    /// <inheritdoc cref="RespondWithCardAsync(RawJson, string?, CancellationToken)"/>
    public Task RespondWithCardAsync(RawJson card, CancellationToken cancellationToken) => RespondWithCardAsync(card, null, cancellationToken);

    /// <summary>Answers with a text: an Action.Execute shows it to the user who pressed, any other turn gets a message of plain text.</summary>
    /// <exception cref="ConnectorException">The Connector refused it.</exception>
    public Task RespondWithMessageAsync(string message, CancellationToken cancellationToken)
    {
        if (!IsInvoke || standsForText)
            return SendAsync(message, cancellationToken);
        InvokeResponse = InvokeResponse.OfCardAction(200, ContentTypes.Message, RawJson.FromText(message));
        return Task.CompletedTask;
    }

    /// <summary>Answers that it cannot be done: an Action.Execute gets an error of status 400, any other turn the message as plain text.</summary>
    /// <param name="code">A short name of the error for programs, such as BadRequest.</param>
    /// <param name="message">What the user is to read.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="ConnectorException">The Connector refused it.</exception>
    public Task RespondWithErrorAsync(string code, string message, CancellationToken cancellationToken) =>
        RespondWithErrorAsync(400, code, message, cancellationToken);

    /// <summary>As <see cref="RespondWithErrorAsync(string, string, CancellationToken)"/>, an Action.Execute with this status, such as 403.</summary>
    /// <exception cref="ConnectorException">The Connector refused it.</exception>
    public Task RespondWithErrorAsync(int statusCode, string code, string message, CancellationToken cancellationToken)
    {
        if (!IsInvoke || standsForText)
            return SendAsync(message, cancellationToken);
        InvokeResponse = InvokeResponse.OfCardError(statusCode, code, message);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Tries a call again that the Connector refused for the moment (Microsoft Teams: rate limits, status codes), as long as the person may still be waiting. A connection that broke is no such
    /// refusal: what was sent may have arrived, and would stand there twice.
    /// </summary>
    private static async Task<ResourceResponse> TryAsync(Func<Task<ResourceResponse>> call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (ConnectorException e) when (attempt < MaxAttempts && (e.RetryAfter ?? FirstWait) is var wait && wait <= LongestWait && e.StatusCode is
                HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout)
            {
                await Task.Delay(wait, cancellationToken);
            }
        }
    }

    private static (string ServiceUrl, string ConversationId) Address(Activity addressed) =>
        addressed is { ServiceUrl: { Length: > 0 } serviceUrl, Conversation.Id: { Length: > 0 } conversationId }
            ? (serviceUrl, conversationId)
            : throw new ConnectorException("The activity received names no service URL or no conversation to answer to.", null, ConnectorException.Refused);

    private async Task<bool> TryReplaceAsync(string activityId, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            await UpdateAsync(activityId, message, cancellationToken);
            return true;
        }
        catch (ConnectorException e) when (e.StatusCode is
            HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)
        {
            return false;
        }
    }

    private Task<ResourceResponse> Collect(Activity activity)
    {
        (expectedReplies ??= []).Add(activity);
        return Task.FromResult(new ResourceResponse());
    }
}
