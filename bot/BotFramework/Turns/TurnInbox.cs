namespace RenkeiBot.BotFramework;

/// <summary>
/// Remembers how activities were answered, as a channel that got no answer in time delivers again (Bot Framework Activity 3.1.12, A2033). Registered in the service
/// collection as a singleton; without one, every delivery is a turn.
/// </summary>
/// <remarks>
/// It is called within the conversation's turn: a second delivery waits for the first one and finds its result. Neither method may throw for a reason of its own:
/// an inbox that cannot tell lets the turn run.
/// </remarks>
public interface ITurnInbox
{
    /// <summary>How this activity was answered when it was delivered before; null when it was not, or cannot be recognised.</summary>
    /// <param name="activity">What was received.</param>
    /// <param name="cancellationToken">Gives up: the channel no longer waits and nothing has been done yet.</param>
    ValueTask<TurnResult?> FindAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>Called after every turn that ran.</summary>
    void Remember(Activity activity, TurnResult result);
}
