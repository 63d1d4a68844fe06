using System.Globalization;
using Microsoft.Extensions.Options;

namespace RenkeiBot.Service.Events;

/// <summary>The settings of the section <c>Events</c>. Days and times are those of Japan.</summary>
internal sealed class EventsOptions
{
    /// <summary>How many days before an event channels are reminded of it, as 「7,1」; empty for never.</summary>
    public string RemindDays { get; set; } = "7,1";

    /// <summary>From when in the day.</summary>
    public string RemindAt { get; set; } = "09:00";

    /// <summary>The day of the weekly digest in English, as <c>Monday</c>; empty for none.</summary>
    public string DigestDay { get; set; } = "Monday";

    /// <summary>From when in that day.</summary>
    public string DigestAt { get; set; } = "09:00";

    /// <summary>How often is looked whether a reminder or a digest is due.</summary>
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary><see cref="RemindDays"/>, the most days first.</summary>
    public IReadOnlyList<int> Days => Numbers(RemindDays) ?? [];

    /// <summary><see cref="RemindAt"/>.</summary>
    public TimeOnly RemindTime => Time(RemindAt) ?? default;

    /// <summary><see cref="DigestDay"/>; null for no digest.</summary>
    public DayOfWeek? Weekday => Day(DigestDay);

    /// <summary><see cref="DigestAt"/>.</summary>
    public TimeOnly DigestTime => Time(DigestAt) ?? default;

    internal static IReadOnlyList<int>? Numbers(string setting)
    {
        var days = new SortedSet<int>();
        foreach (var part in setting.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 60)
                return null;
            days.Add(number);
        }

        return [.. days.Reverse()];
    }

    internal static TimeOnly? Time(string setting) => TimeOnly.TryParseExact(setting, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    internal static DayOfWeek? Day(string setting) => Enum.GetValues<DayOfWeek>().Where(day => day.ToString() == setting).Select(day => (DayOfWeek?)day).FirstOrDefault();
}

/// <summary>Refuses settings that name no day or time.</summary>
internal sealed class EventsOptionsValidator : IValidateOptions<EventsOptions>
{
    private static readonly TimeSpan LongestInterval = TimeSpan.FromHours(12);

    public ValidateOptionsResult Validate(string? name, EventsOptions options)
    {
        var failures = new List<string>();
        if (EventsOptions.Numbers(options.RemindDays) is null)
            failures.Add($"Events:RemindDays is '{options.RemindDays}'. It must be whole numbers from 0 to 60 with commas between them, or empty.");
        if (EventsOptions.Time(options.RemindAt) is null)
            failures.Add($"Events:RemindAt is '{options.RemindAt}'. It must be a time of day as 09:00.");
        if (options.DigestDay.Length > 0 && EventsOptions.Day(options.DigestDay) is null)
            failures.Add($"Events:DigestDay is '{options.DigestDay}'. It must be a day of the week as Monday, or empty.");
        if (EventsOptions.Time(options.DigestAt) is null)
            failures.Add($"Events:DigestAt is '{options.DigestAt}'. It must be a time of day as 09:00.");
        if (options.CheckInterval <= TimeSpan.Zero || options.CheckInterval > LongestInterval)
            failures.Add("Events:CheckInterval must be longer than nothing and at most 12 hours.");
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
