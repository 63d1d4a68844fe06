namespace RenkeiBot.BotFramework;

/// <summary>Lets one turn of a conversation run at a time, in the order of arrival. Knows only conversations that have a turn right now.</summary>
/// <param name="maxWaiting">How many turns of one conversation may wait behind the running one.</param>
internal sealed class ConversationTurns(int maxWaiting)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string? Channel, string Conversation), LinkedList<TaskCompletionSource>?> running = [];

    /// <summary>How many conversations have a turn right now.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return running.Count;
        }
    }

    /// <summary>How many turns wait, over all conversations.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
                return running.Values.Sum(waiting => waiting?.Count ?? 0);
        }
    }

    /// <summary>Waits for this conversation's turn. Whoever got true calls <see cref="Leave"/>.</summary>
    /// <returns>False when too many are waiting already.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled; the place in the queue is given up.</exception>
    public ValueTask<bool> EnterAsync((string? Channel, string Conversation) key, CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource> place;
        lock (gate)
        {
            if (!running.TryGetValue(key, out var waiting))
            {
                running.Add(key, null);
                return ValueTask.FromResult(true);
            }
            if (waiting is null)
                running[key] = waiting = new();
            if (waiting.Count >= maxWaiting)
                return ValueTask.FromResult(false);
            // The continuation runs elsewhere: the turn that leaves must not run the next one on its own stack.
            place = waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        return WaitAsync(place, cancellationToken);
    }

    /// <summary>Ends the running turn of this conversation and lets the next one run.</summary>
    public void Leave((string? Channel, string Conversation) key)
    {
        lock (gate)
        {
            // A waiter that was cancelled at this very moment refuses the turn; then the one behind it has it.
            for (var waiting = running[key]; waiting?.First is { } next;)
            {
                waiting.Remove(next);
                if (next.Value.TrySetResult())
                    return;
            }
            running.Remove(key);
        }
    }

    private async ValueTask<bool> WaitAsync(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellationToken)
    {
        using (cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), place.Value))
        {
            try
            {
                await place.Value.Task;
                return true;
            }
            catch (OperationCanceledException)
            {
                lock (gate)
                    place.List?.Remove(place);
                throw;
            }
        }
    }
}
