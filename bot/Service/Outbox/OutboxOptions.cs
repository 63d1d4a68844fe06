using System.Globalization;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;

namespace RenkeiBot.Service.Outbox;

/// <summary>The settings of the section <c>Outbox</c>. The limits are those that Microsoft publishes for Teams (rate limits for agents, 8 October 2026), which may change.</summary>
internal sealed class OutboxOptions
{
    /// <summary>How often is looked for messages that nobody announced: of other instances, of a time before, for another try.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an instance has a message in hand; after a crash it takes this long until another one takes it up.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a message is tried before it is given up. With the waits below: for about two hours.</summary>
    public int MaxAttempts { get; set; } = 20;

    /// <summary>How long the wait for the second try is, where the channel says nothing; every further one is twice as long.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long such a wait is at most.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many calls of the Connector run at once, each for another conversation.</summary>
    public int Flights { get; set; } = 32;

    /// <summary>What may be sent to one conversation: number/seconds, separated by spaces; empty for no limit.</summary>
    public string ConversationLimits { get; set; } = "7/1 8/2 60/30 1800/3600";

    /// <summary>How many messages a second all instances send together in one tenant; 0 for no limit.</summary>
    public int TenantRate { get; set; } = 45;

    /// <summary>How many the channel allows: an instance never has more under way and done within a second; 0 for no limit.</summary>
    public int TenantLimit { get; set; } = 50;

    /// <summary>When nobody is disturbed, in Japanese time, as 21:00-07:00: new messages that are not about disasters wait until it is over. Empty for never.</summary>
    public string QuietHours { get; set; } = "21:00-07:00";

    /// <summary>How long after a message was sent it is updated at the earliest: changes in between are sent as one.</summary>
    public TimeSpan UpdateInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The limits of one conversation, read.</summary>
    public IReadOnlyList<SendWindow> ConversationWindows => SendWindow.Parse(ConversationLimits) ?? [];

    /// <summary>The quiet hours, read; null for none.</summary>
    public QuietHours? Quiet => Outbox.QuietHours.Parse(QuietHours);
}

/// <summary>A limit: so many within so long.</summary>
/// <param name="Count">How many.</param>
/// <param name="Length">Within how long.</param>
internal sealed record SendWindow(int Count, TimeSpan Length)
{
    /// <summary>Reads limits as the settings have them; null where they cannot be read.</summary>
    public static IReadOnlyList<SendWindow>? Parse(string setting)
    {
        var windows = new List<SendWindow>();
        foreach (var part in setting.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('/') is not [var count, var seconds]
                || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1
                || !double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var length) || length is <= 0 or > 86_400)
                return null;
            windows.Add(new(number, TimeSpan.FromSeconds(length)));
        }

        return windows;
    }
}

/// <summary>Refuses settings that would deliver twice, or never.</summary>
internal sealed class OutboxOptionsValidator(IOptions<BotFrameworkOptions> connector) : IValidateOptions<OutboxOptions>
{
    public ValidateOptionsResult Validate(string? name, OutboxOptions options)
    {
        var failures = new List<string>();
        if (options.PollInterval <= TimeSpan.Zero || options.FirstWait <= TimeSpan.Zero || options.LongestWait < options.FirstWait)
            failures.Add("Outbox:PollInterval and Outbox:FirstWait must be longer than nothing, and Outbox:LongestWait not shorter than Outbox:FirstWait.");
        if (options.Lease < 2 * connector.Value.ConnectorTimeout)
            failures.Add("Outbox:Lease must be at least twice BotFramework:ConnectorTimeout: a message whose call still runs would be taken up by another instance.");
        if (options.MaxAttempts < 1)
            failures.Add("Outbox:MaxAttempts must be at least 1.");
        if (options.Flights is < 1 or > 1000)
            failures.Add("Outbox:Flights must be from 1 to 1000.");
        if (SendWindow.Parse(options.ConversationLimits) is null)
            failures.Add($"Outbox:ConversationLimits is '{options.ConversationLimits}'. It must be numbers and seconds as in '7/1 8/2 60/30 1800/3600', or empty.");
        if (options.TenantRate is < 0 or > 10_000 || options.TenantLimit < 0 || (options.TenantLimit > 0 && options.TenantLimit < options.TenantRate))
            failures.Add("Outbox:TenantRate must be from 0 to 10000, and Outbox:TenantLimit 0 or not below it.");
        if (options.QuietHours.Length > 0 && options.Quiet is null)
            failures.Add($"Outbox:QuietHours is '{options.QuietHours}'. It must be two times of day as in '21:00-07:00', or empty.");
        if (options.UpdateInterval < TimeSpan.Zero || options.UpdateInterval > TimeSpan.FromHours(1))
            failures.Add("Outbox:UpdateInterval must be from nothing to an hour.");
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
