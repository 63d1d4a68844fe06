using Microsoft.Extensions.Options;

namespace RenkeiBot.Service.Announcements;

/// <summary>The settings of the section <c>Announcements</c>.</summary>
internal sealed class AnnouncementsOptions
{
    /// <summary>How often is looked for announcements that are due, or that another instance left.</summary>
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the card of the author is brought up to date while something is being sent.</summary>
    public TimeSpan ProgressInterval { get; set; } = TimeSpan.FromSeconds(1.5);
}

/// <summary>Refuses intervals that would ask without a pause, or be late by more than a minute.</summary>
internal sealed class AnnouncementsOptionsValidator : IValidateOptions<AnnouncementsOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, AnnouncementsOptions options) =>
        options.CheckInterval <= TimeSpan.Zero || options.CheckInterval > Longest || options.ProgressInterval <= TimeSpan.Zero || options.ProgressInterval > Longest
            ? ValidateOptionsResult.Fail("Announcements:CheckInterval and Announcements:ProgressInterval must be longer than nothing and at most a minute.")
            : ValidateOptionsResult.Success;
}
