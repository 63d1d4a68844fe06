namespace RenkeiBot.Service.Clock;

/// <summary>Stands at one moment. Timers and measured times go on: only the date and the time of day do not.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
