using RenkeiBot.BotFramework;

namespace RenkeiBot.Service.Inbox;

/// <summary>How the last activities were answered, for a time, up to a number of them and of the bytes of their bodies.</summary>
/// <param name="capacity">How many activities are kept.</param>
/// <param name="maxBodyBytes">How many bytes all their bodies together may have.</param>
/// <param name="lifetime">How long they are kept: after this time nothing is taken for a second delivery.</param>
/// <param name="start">From when on this process has seen everything.</param>
internal sealed class InboxMemory(int capacity, long maxBodyBytes, TimeSpan lifetime, DateTimeOffset start)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (TurnResult Result, DateTimeOffset At)> answers = new(StringComparer.Ordinal);
    private readonly Queue<string> byAge = [];
    private long bodyBytes;
    private DateTimeOffset completeSince = start;

    /// <summary>What was received after this moment is here, if it was received at all; what was before may be known to the database alone.</summary>
    public DateTimeOffset CompleteSince
    {
        get
        {
            lock (gate)
                return completeSince;
        }
    }

    public TurnResult? Find(string key, DateTimeOffset now)
    {
        lock (gate)
            return answers.TryGetValue(key, out var answer) && answer.At >= now - lifetime ? answer.Result : null;
    }

    public void Add(string key, TurnResult result, DateTimeOffset now)
    {
        lock (gate)
        {
            if (answers.TryGetValue(key, out var before))
                bodyBytes -= Size(before.Result);
            else
                byAge.Enqueue(key);
            answers[key] = (result, now);
            bodyBytes += Size(result);
            MakeRoom(now);
        }
    }

    private void MakeRoom(DateTimeOffset now)
    {
        while (byAge.TryPeek(out var oldest))
        {
            var (result, at) = answers[oldest];
            var isForgottenEarly = answers.Count > capacity || bodyBytes > maxBodyBytes;
            if (!isForgottenEarly && at >= now - lifetime)
                return;
            byAge.Dequeue();
            answers.Remove(oldest);
            bodyBytes -= Size(result);
            if (isForgottenEarly && at > completeSince)
                completeSince = at;
        }
    }

    private static int Size(TurnResult result) => result.Body?.ToUtf8().Length ?? 0;
}
