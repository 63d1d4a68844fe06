using System.Globalization;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Outbox;

/// <summary>The hours of every day, in Japanese time, in which nobody is disturbed but for a disaster.</summary>
/// <param name="From">When they begin.</param>
/// <param name="Until">When they are over, on the next day where that is earlier in the day.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>Whether a moment is among them.</summary>
    public bool Contains(DateTimeOffset moment) => TimeOnly.FromDateTime(moment.ToOffset(JapanTime.Offset).DateTime).IsBetween(From, Until);

    /// <summary>When they are over, for a moment among them; for any other, that moment.</summary>
    public DateTimeOffset OverAt(DateTimeOffset moment)
    {
        if (!Contains(moment))
            return moment;
        var local = moment.ToOffset(JapanTime.Offset);
        var end = new DateTimeOffset(DateOnly.FromDateTime(local.DateTime).ToDateTime(Until), JapanTime.Offset);
        return end > local ? end : end.AddDays(1);
    }

    /// <summary>Reads them as the settings have them; null where there are none, or they cannot be read.</summary>
    public static QuietHours? Parse(string setting) =>
        setting.Split('-', StringSplitOptions.TrimEntries) is [var from, var until]
        && TimeOnly.TryParseExact(from, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var begin)
        && TimeOnly.TryParseExact(until, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end)
        && begin != end
            ? new(begin, end)
            : null;
}
