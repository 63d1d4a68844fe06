namespace RenkeiBot.BotFramework;

/// <summary>How much the bot takes on: settings of the section <c>BotFramework:RateLimits</c>.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Whether there are limits; null for everywhere but in Development.</summary>
    public bool? Enabled { get; set; }

    /// <summary>How many requests may run at once, before anyone is authenticated.</summary>
    public int ConcurrentRequests { get; set; } = 200;

    /// <summary>How many requests may come at once after a calm, before anyone is authenticated.</summary>
    public int RequestBurst { get; set; } = 400;

    /// <summary>How many requests may come in a second for long, before anyone is authenticated.</summary>
    public int RequestsPerSecond { get; set; } = 200;

    /// <summary>How many turns of one user are run, over all conversations.</summary>
    public TurnWindowOptions PerUser { get; set; } = new() { Turns = 20 };

    /// <summary>How many turns of one conversation are run, over all its users.</summary>
    public TurnWindowOptions PerConversation { get; set; } = new() { Turns = 60 };

    internal IEnumerable<string> Problems()
    {
        if (ConcurrentRequests < 1 || RequestBurst < 1 || RequestsPerSecond < 1)
            yield return "BotFramework:RateLimits:ConcurrentRequests, RequestBurst and RequestsPerSecond must be at least 1; BotFramework:RateLimits:Enabled switches the limits off.";
        foreach (var (name, window) in new[] { (nameof(PerUser), PerUser), (nameof(PerConversation), PerConversation) })
        {
            if (window.Turns < 1 || window.Window < TimeSpan.FromMilliseconds(100) || window.Window > TimeSpan.FromHours(1))
                yield return $"BotFramework:RateLimits:{name} must allow at least 1 turn in a window between 100 milliseconds and an hour.";
        }
    }
}

/// <summary>A sliding window.</summary>
public sealed class TurnWindowOptions
{
    /// <summary>How many turns are run in it.</summary>
    public int Turns { get; set; }

    /// <summary>How long it is.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(10);
}
