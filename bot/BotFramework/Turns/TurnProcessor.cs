using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace RenkeiBot.BotFramework;

/// <summary>How a turn ended, as the channel is to be told.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Body">The HTTP body, or null for none.</param>
public readonly record struct TurnResult(int StatusCode, RawJson? Body);

/// <summary>
/// Takes an activity through its turn: waits for the conversation, finds the handlers, runs them, and says how it ended. The endpoint
/// calls it; so can any other way in, which then answers for who the sender is.
/// </summary>
public sealed partial class TurnProcessor
{
    private static readonly TurnResult Done = new(200, null);

    private readonly TurnRouter router;
    private readonly ITurnGate[] gates;
    private readonly ITurnInbox? inbox;
    private readonly ConnectorClient connector;
    private readonly ConversationTurns conversations;
    private readonly ITurnLimitHandler? limitHandler;
    private readonly TimeSpan turnTimeout;
    private readonly TimeProvider time;
    private readonly TurnTelemetry telemetry;
    private readonly ILogger<TurnProcessor> logger;

    internal TurnProcessor(
        TurnRouter router, IEnumerable<ITurnGate> gates, ITurnInbox? inbox, ConnectorClient connector, BotFrameworkOptions options,
        ITurnLimitHandler? limitHandler, TimeProvider time, TurnTelemetry telemetry, ILogger<TurnProcessor> logger)
    {
        this.limitHandler = limitHandler;
        this.router = router;
        this.gates = [.. gates];
        this.inbox = inbox;
        this.connector = connector;
        this.time = time;
        this.telemetry = telemetry;
        this.logger = logger;
        conversations = new ConversationTurns(options.MaxWaitingTurns);
        turnTimeout = options.TurnTimeout;
        telemetry.ObserveWaiting(() => WaitingTurns);
    }

    internal int RunningConversations => conversations.Count;

    internal int WaitingTurns => conversations.Waiting;

    /// <summary>Runs one turn.</summary>
    /// <param name="activity">What was received, with a type.</param>
    /// <param name="cancellationToken">
    /// Gives up the wait for the conversation's earlier turns. A turn that runs is not stopped by it: its answer goes through the service
    /// URL, which works even when the channel no longer waits. The handlers' token is cancelled when the turn takes too long.
    /// </param>
    /// <returns>The answer; status 429 when too many turns of the conversation wait already.</returns>
    /// <exception cref="OperationCanceledException">The wait was given up; nothing has been done.</exception>
    public Task<TurnResult> ProcessAsync(Activity activity, CancellationToken cancellationToken) => ProcessAsync(activity, null, cancellationToken);

    /// <inheritdoc cref="ProcessAsync(Activity, CancellationToken)"/>
    /// <param name="activity">What was received, with a type.</param>
    /// <param name="serviceUrlVerifiedAt">See <see cref="TurnContext.ServiceUrlVerifiedAt"/>.</param>
    /// <param name="cancellationToken">Gives up the wait for the conversation's earlier turns.</param>
    public async Task<TurnResult> ProcessAsync(Activity activity, DateTimeOffset? serviceUrlVerifiedAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        using var measured = telemetry.Begin(activity);
        if (activity.Conversation?.Id is not { Length: > 0 } conversation)
            return await RunOnceAsync(activity, serviceUrlVerifiedAt, measured, cancellationToken);
        var key = (activity.ChannelId, conversation);
        if (!await conversations.EnterAsync(key, cancellationToken))
        {
            measured.Outcome = TurnOutcomes.TurnedAway;
            LogTooManyWaiting(activity.Type, activity.Id, conversation);
            return new TurnResult(429, null);
        }
        try
        {
            return await RunOnceAsync(activity, serviceUrlVerifiedAt, measured, cancellationToken);
        }
        finally
        {
            conversations.Leave(key);
        }
    }

    private async Task<TurnResult> RunOnceAsync(
        Activity activity, DateTimeOffset? serviceUrlVerifiedAt, TurnTelemetry.Measurement measured, CancellationToken cancellationToken)
    {
        if (inbox is null)
            return await RunAsync(activity, serviceUrlVerifiedAt, measured);
        if (await inbox.FindAsync(activity, cancellationToken) is { } before)
        {
            measured.Outcome = TurnOutcomes.DeliveredAgain;
            LogDeliveredAgain(activity.Type, activity.Name, activity.Id, activity.Conversation?.Id);
            return before;
        }
        var result = await RunAsync(activity, serviceUrlVerifiedAt, measured);
        inbox.Remember(activity, result);
        return result;
    }

    /// <summary>Ends a turn that is above a limit without running it. The channel gets its 200, as anything else would make it send the activity again.</summary>
    internal async Task<TurnResult> LimitAsync(Activity activity, DateTimeOffset? serviceUrlVerifiedAt, TurnLimit limit, bool isFirst)
    {
        using var measured = telemetry.Begin(activity);
        measured.Outcome = TurnOutcomes.Limited;
        if (isFirst)
            LogLimited(limit, activity.Type, activity.Id, activity.Conversation?.Id);
        return await FinishAsync(activity, measured, async () =>
        {
            var turn = new TurnContext(activity, connector, serviceUrlVerifiedAt);
            if (isFirst && limitHandler is not null)
            {
                using var timeout = new CancellationTokenSource(turnTimeout, time);
                await RunAsync(turn, (limited, token) => limitHandler.OnLimitedAsync(limited, limit, token), timeout.Token);
            }
            return Result(turn, handled: true);
        });
    }

    private Task<TurnResult> RunAsync(Activity activity, DateTimeOffset? serviceUrlVerifiedAt, TurnTelemetry.Measurement measured) =>
        FinishAsync(activity, measured, () => RunHandlersAsync(new TurnContext(activity, connector, serviceUrlVerifiedAt), measured));

    private async Task<TurnResult> FinishAsync(Activity activity, TurnTelemetry.Measurement measured, Func<Task<TurnResult>> run)
    {
        try
        {
            return await run();
        }
#pragma warning disable CA1031 // What is left are activities with text that cannot be written again; 400 keeps the channel from repeating them.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            measured.Outcome = TurnOutcomes.Failed;
            LogTurnFailed(exception, activity.Type, activity.Name, activity.Id, activity.Conversation?.Id);
            return new TurnResult(400, null);
        }
    }

    private async Task<TurnResult> RunHandlersAsync(TurnContext turn, TurnTelemetry.Measurement measured)
    {
        var activity = turn.Activity;
        using var timeout = new CancellationTokenSource(turnTimeout, time);
        foreach (var gate in gates)
        {
            if (!await IsRefusedAsync(turn, gate, timeout.Token))
                continue;
            measured.Outcome = TurnOutcomes.Refused;
            return Result(turn, handled: false, refused: true);
        }
        var handlers = router.Find(turn);
        if (handlers.Count == 0)
            LogNoHandler(activity.Type, activity.Name, activity.Id, activity.Conversation?.Id);
        foreach (var handler in handlers)
            await RunAsync(turn, handler, timeout.Token);
        measured.Outcome = handlers.Count == 0 ? TurnOutcomes.Unhandled : turn.HasFailed ? TurnOutcomes.Failed : TurnOutcomes.Completed;
        return Result(turn, handled: handlers.Count > 0);
    }

    private async ValueTask<bool> IsRefusedAsync(TurnContext turn, ITurnGate gate, CancellationToken cancellationToken)
    {
        try
        {
            return !await gate.AdmitAsync(turn, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever keeps a gate from answering, it has not admitted.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogGateFailed(exception, gate.GetType().Name, turn.Activity.Type, turn.Activity.Id, turn.Activity.Conversation?.Id);
            return true;
        }
    }

    private async Task RunAsync(TurnContext turn, TurnHandler handler, CancellationToken cancellationToken)
    {
        try
        {
            await handler(turn, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever a handler throws ends here: the channel must not see it, and would only send the activity again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var activity = turn.Activity;
            turn.HasFailed = true;
            LogHandlerFailed(exception, activity.Type, activity.Name, turn.Action?.Verb, activity.Id, activity.Conversation?.Id);
            if (turn.IsInvoke)
                turn.InvokeResponse = Failure(turn);
            await RunErrorHandlerAsync(turn, exception);
        }
    }

    private async Task RunErrorHandlerAsync(TurnContext turn, Exception exception)
    {
        if (router.ErrorHandler is not { } handler)
            return;
        try
        {
            // The turn's own time may be over, which may be what went wrong.
            using var timeout = new CancellationTokenSource(turnTimeout, time);
            await handler(turn, exception, timeout.Token);
        }
#pragma warning disable CA1031 // The apology may fail for the reason that the handler failed for.
        catch (Exception second)
#pragma warning restore CA1031
        {
            LogErrorHandlerFailed(second, turn.Activity.Type, turn.Activity.Id, turn.Activity.Conversation?.Id);
        }
    }

    private static TurnResult Result(TurnContext turn, bool handled, bool refused = false)
    {
        if (!turn.IsInvoke)
            return turn.ExpectsReplies ? Replies(turn.ExpectedReplies) : Done;
        var isCardAction = turn.Activity.Name == InvokeNames.AdaptiveCardAction;
        var response = turn.InvokeResponse ?? (refused ? Refusal(isCardAction) : isCardAction ? CardActionDefault(turn, handled) : OtherDefault(handled));
        if (!turn.ExpectsReplies)
            return new TurnResult(response.Status, response.Body);
        var answer = new Activity
        {
            Type = ActivityTypes.InvokeResponse,
            Value = JsonSerializer.SerializeToElement(response, WireJson.Wire.InvokeResponse),
        };
        return Replies([.. turn.ExpectedReplies, answer.AddressedTo(turn.ConversationReference)]);
    }

    private static InvokeResponse CardActionDefault(TurnContext turn, bool handled) => (turn.Action, handled) switch
    {
        (null, _) => InvokeResponse.OfCardError(400, "BadRequest", "The value of the invoke has no action of type Action.Execute."),
        (_, false) => InvokeResponse.OfCardError(400, "NotSupported", "No handler knows this verb."),
        _ => InvokeResponse.OfCardAction(200, ContentTypes.Message, RawJson.FromText("")),
    };

    private static InvokeResponse Refusal(bool isCardAction) => isCardAction
        ? InvokeResponse.OfCardError(403, "Forbidden", "The bot does not do this for this sender.")
        : new() { Status = 403 };

    private static InvokeResponse OtherDefault(bool handled) => new() { Status = handled ? 200 : 501 };

    private static InvokeResponse Failure(TurnContext turn) => turn.Activity.Name == InvokeNames.AdaptiveCardAction
        ? InvokeResponse.OfCardError(500, "InternalError", "The bot could not do this.")
        : new() { Status = 500 };

    private static TurnResult Replies(IReadOnlyList<Activity> activities) =>
        new(200, RawJson.From(new ExpectedReplies(activities), WireJson.Wire.ExpectedReplies));

    [LoggerMessage(1, LogLevel.Error, "A handler failed: {Type} {Name} verb {Verb}, activity {ActivityId} in {ConversationId}")]
    private partial void LogHandlerFailed(Exception exception, string? type, string? name, string? verb, string? activityId, string? conversationId);

    [LoggerMessage(2, LogLevel.Error, "The error handler failed as well: {Type}, activity {ActivityId} in {ConversationId}")]
    private partial void LogErrorHandlerFailed(Exception exception, string? type, string? activityId, string? conversationId);

    [LoggerMessage(3, LogLevel.Warning, "Too many turns wait: {Type}, activity {ActivityId} in {ConversationId} was answered with 429")]
    private partial void LogTooManyWaiting(string? type, string? activityId, string conversationId);

    [LoggerMessage(5, LogLevel.Error, "A turn could not be finished: {Type} {Name}, activity {ActivityId} in {ConversationId}")]
    private partial void LogTurnFailed(Exception exception, string? type, string? name, string? activityId, string? conversationId);

    [LoggerMessage(6, LogLevel.Warning, "Too many turns of one {Limit}: {Type}, activity {ActivityId} in {ConversationId} and those that follow are not answered")]
    private partial void LogLimited(TurnLimit limit, string? type, string? activityId, string? conversationId);

    [LoggerMessage(4, LogLevel.Debug, "Nobody handles {Type} {Name}, activity {ActivityId} in {ConversationId}")]
    private partial void LogNoHandler(string? type, string? name, string? activityId, string? conversationId);

    [LoggerMessage(40, LogLevel.Information, "Delivered again and answered as before: {Type} {Name}, activity {ActivityId} in {ConversationId}")]
    private partial void LogDeliveredAgain(string? type, string? name, string? activityId, string? conversationId);

    [LoggerMessage(41, LogLevel.Error, "The gate {Gate} failed and so the turn was refused: {Type}, activity {ActivityId} in {ConversationId}")]
    private partial void LogGateFailed(Exception exception, string gate, string? type, string? activityId, string? conversationId);
}
