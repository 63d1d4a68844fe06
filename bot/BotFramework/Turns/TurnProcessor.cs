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
    private readonly ConnectorClient connector;
    private readonly ConversationTurns conversations;
    private readonly TimeSpan turnTimeout;
    private readonly TimeProvider time;
    private readonly TurnTelemetry telemetry;
    private readonly ILogger<TurnProcessor> logger;

    internal TurnProcessor(
        TurnRouter router, ConnectorClient connector, BotFrameworkOptions options, TimeProvider time, TurnTelemetry telemetry, ILogger<TurnProcessor> logger)
    {
        this.router = router;
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
    public async Task<TurnResult> ProcessAsync(Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        using var measured = telemetry.Begin(activity);
        if (activity.Conversation?.Id is not { Length: > 0 } conversation)
            return await RunAsync(activity, measured);
        var key = (activity.ChannelId, conversation);
        if (!await conversations.EnterAsync(key, cancellationToken))
        {
            measured.Outcome = TurnOutcomes.TurnedAway;
            LogTooManyWaiting(activity.Type, activity.Id, conversation);
            return new TurnResult(429, null);
        }
        try
        {
            return await RunAsync(activity, measured);
        }
        finally
        {
            conversations.Leave(key);
        }
    }

    private async Task<TurnResult> RunAsync(Activity activity, TurnTelemetry.Measurement measured)
    {
        try
        {
            return await RunHandlersAsync(activity, measured);
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

    private async Task<TurnResult> RunHandlersAsync(Activity activity, TurnTelemetry.Measurement measured)
    {
        var turn = new TurnContext(activity, connector);
        var handlers = router.Find(turn);
        if (handlers.Count == 0)
            LogNoHandler(activity.Type, activity.Name, activity.Id, activity.Conversation?.Id);
        else
        {
            using var timeout = new CancellationTokenSource(turnTimeout, time);
            foreach (var handler in handlers)
                await RunAsync(turn, handler, timeout.Token);
        }
        measured.Outcome = handlers.Count == 0 ? TurnOutcomes.Unhandled : turn.HasFailed ? TurnOutcomes.Failed : TurnOutcomes.Completed;
        return Result(turn, handled: handlers.Count > 0);
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

    private static TurnResult Result(TurnContext turn, bool handled)
    {
        if (!turn.IsInvoke)
            return turn.ExpectsReplies ? Replies(turn.ExpectedReplies) : Done;
        var response = turn.InvokeResponse ?? (turn.Activity.Name == InvokeNames.AdaptiveCardAction ? CardActionDefault(turn, handled) : OtherDefault(handled));
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

    [LoggerMessage(4, LogLevel.Debug, "Nobody handles {Type} {Name}, activity {ActivityId} in {ConversationId}")]
    private partial void LogNoHandler(string? type, string? name, string? activityId, string? conversationId);
}
