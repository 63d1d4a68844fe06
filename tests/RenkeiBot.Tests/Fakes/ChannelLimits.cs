using System.Diagnostics;

namespace RenkeiBot.Tests.Fakes;

/// <summary>
/// The limits of Teams as the Connector keeps them: the moment a window is exceeded, the call is refused with 429. Arrivals are counted, as the channel counts them, of each conversation (all threads of a channel are one) and
/// of the app in the tenant.
/// </summary>
/// <param name="perSecond">What the app may do in the tenant within any second; 0 for no limit.</param>
/// <param name="windows">What one conversation takes: so many within so many seconds.</param>
public sealed class ChannelLimits(int perSecond, params (int Count, double Seconds)[] windows)
{
    /// <summary>What Microsoft publishes (rate limits for agents, 8 October 2026).</summary>
    public static ChannelLimits OfTeams() => new(50, (7, 1), (8, 2), (60, 30), (1800, 3600));

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<long>> arrivals = [];
    private readonly Queue<long> all = new();

    /// <summary>How many calls were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>How long to wait where a call is too much; null where it is taken.</summary>
    public TimeSpan? Refuse(ConnectorCall call)
    {
        if (call.Operation is not (ConnectorOperation.Send or ConnectorOperation.Reply or ConnectorOperation.Update or ConnectorOperation.Delete or ConnectorOperation.Create))
            return null;
        lock (gate)
        {
            var now = Stopwatch.GetTimestamp();
            while (all.TryPeek(out var oldest) && now - oldest >= Stopwatch.Frequency)
                all.Dequeue();
            var conversation = (call.ConversationId ?? "").Split(';')[0];
            var own = arrivals.TryGetValue(conversation, out var known) ? known : arrivals[conversation] = [];
            TimeSpan? wait = perSecond > 0 && all.Count >= perSecond ? Left(all.Peek(), 1) : null;
            foreach (var (count, seconds) in windows)
            {
                if (own.Count >= count && Left(own[^count], seconds) is var left && left > TimeSpan.Zero)
                    wait = left > wait || wait is null ? left : wait;
            }

            if (wait is not null)
            {
                Refused++;
                return wait;
            }

            all.Enqueue(now);
            own.Add(now);
            return null;

            TimeSpan Left(long since, double seconds) => TimeSpan.FromSeconds(seconds) - Stopwatch.GetElapsedTime(since, now);
        }
    }
}
