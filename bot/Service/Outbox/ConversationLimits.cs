namespace RenkeiBot.Service.Outbox;

/// <summary>
/// When the next message may go to a conversation. What counts is when the channel had answered: the next one leaves later than that by the whole window, so that the channel, which counts arrivals, never
/// sees more than it allows. To each conversation one message flies at a time. For several threads.
/// </summary>
internal sealed class ConversationLimits(IReadOnlyList<SendWindow> windows)
{
    private const int MaxKnown = 10_000;

    private readonly TimeSpan longest = windows.Count == 0 ? TimeSpan.Zero : windows.Max(window => window.Length);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Sends> conversations = [];

    /// <summary>Whether there is anything to keep.</summary>
    public bool AreAny => windows.Count > 0;

    /// <summary>How long to look back for what others have sent.</summary>
    public TimeSpan Longest => longest;

    /// <summary>How long the next message must wait.</summary>
    public TimeSpan WaitFor(string conversation, DateTimeOffset now)
    {
        lock (gate)
        {
            if (!conversations.TryGetValue(conversation, out var sends))
                return TimeSpan.Zero;
            var all = sends.Until(now, longest);
            var wait = sends.ParkedUntil - now;
            foreach (var window in windows)
            {
                if (all.Count >= window.Count && all[^window.Count] + window.Length - now is var left && left > wait)
                    wait = left;
            }

            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }

    /// <summary>A message has arrived, or may have.</summary>
    public void Sent(string conversation, DateTimeOffset now)
    {
        if (windows.Count == 0)
            return;
        lock (gate)
            Of(conversation, now).Own.Add(now);
    }

    /// <summary>The channel asked for a pause.</summary>
    public void Park(string conversation, DateTimeOffset now, DateTimeOffset until)
    {
        lock (gate)
            Of(conversation, now).ParkedUntil = until;
    }

    /// <summary>What other instances, or this one before a restart, have sent, as far as it is known now.</summary>
    public void SentByOthers(string conversation, DateTimeOffset now, IReadOnlyList<DateTimeOffset> sends)
    {
        lock (gate)
            Of(conversation, now).Others = sends;
    }

    private Sends Of(string conversation, DateTimeOffset now)
    {
        if (!conversations.TryGetValue(conversation, out var sends))
        {
            if (conversations.Count >= MaxKnown)
                Forget(now);
            conversations.Add(conversation, sends = new());
        }

        return sends;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (conversation, sends) in conversations)
        {
            if (sends.ParkedUntil <= now && sends.Until(now, longest).Count == 0)
                conversations.Remove(conversation);
        }
    }

    private sealed class Sends
    {
        public List<DateTimeOffset> Own { get; } = [];

        public IReadOnlyList<DateTimeOffset> Others { get; set; } = [];

        public DateTimeOffset ParkedUntil { get; set; }

        /// <summary>What still counts, oldest first.</summary>
        public IReadOnlyList<DateTimeOffset> Until(DateTimeOffset now, TimeSpan longest)
        {
            var over = Own.FindIndex(sent => sent > now - longest);
            Own.RemoveRange(0, over < 0 ? Own.Count : over);
            return Others.Count == 0 ? Own : [.. Own.Concat(Others.Where(sent => sent > now - longest)).Order()];
        }
    }
}
