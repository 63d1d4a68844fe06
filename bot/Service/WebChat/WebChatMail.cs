using System.Text.Json.Nodes;

namespace RenkeiBot.Service.WebChat;

/// <summary>A message for the page.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Number">Its number: later ones are greater.</param>
/// <param name="Activity">What the bot said, changed or took back.</param>
internal sealed record WebChatLetter(string Conversation, long Number, JsonObject Activity);

/// <summary>What the bot said outside of turns and the page has not fetched yet: the newest of it, in memory.</summary>
internal sealed class WebChatMail
{
    private const int MaxLetters = 1_000;

    private readonly Lock gate = new();
    private readonly Queue<WebChatLetter> letters = new();
    private TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long last;

    public void Add(string conversation, JsonObject activity)
    {
        lock (gate)
        {
            if (letters.Count == MaxLetters)
                letters.Dequeue();
            letters.Enqueue(new(conversation, ++last, activity));
            arrived.SetResult();
            arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>What came after the numbers that are known, once there is any; nothing after the time is over.</summary>
    public async Task<IReadOnlyList<WebChatLetter>> WaitAsync(IReadOnlyDictionary<string, long> known, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(patience);
        while (true)
        {
            Task next;
            lock (gate)
            {
                // Threads of a channel are shown with the channel.
                var found = letters.Where(letter => known.TryGetValue(letter.Conversation.Split(';')[0], out var number) && letter.Number > number).ToList();
                if (found.Count > 0 || over.IsCancellationRequested)
                    return found;
                next = arrived.Task;
            }

            await next.WaitAsync(over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
