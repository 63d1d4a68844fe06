namespace RenkeiBot.Service.Answers.Language;

/// <summary>
/// The date and time in Japan. Japan has kept UTC+9 without daylight saving since 1951, so a fixed offset is exact for every date
/// this service handles, and no time zone database has to be present on the host.
/// </summary>
internal static class JapanTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateTimeOffset Now(TimeProvider clock) => clock.GetUtcNow().ToOffset(Offset);

    /// <summary>A moment's day as a reader wants it: 「令和8年11月21日」.</summary>
    public static string Day(DateTimeOffset moment) => JapaneseCalendar.Short(DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime));

    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Now(clock).DateTime);
}
