namespace RenkeiBot.Service.Answers.Language;

/// <summary>
/// The date and time in Japan. Japan has kept UTC+9 without daylight saving since 1951, so a fixed offset is exact for every date
/// this service handles, and no time zone database has to be present on the host.
/// </summary>
internal static class JapanTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateTimeOffset Now(TimeProvider clock) => clock.GetUtcNow().ToOffset(Offset);

    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Now(clock).DateTime);
}
