using Microsoft.Extensions.Options;

namespace RenkeiBot.Service.Meetings;

/// <summary>The settings of the section <c>Meetings</c>.</summary>
internal sealed class MeetingsOptions
{
    /// <summary>How often is looked for reminders that are due and cards whose counts have changed.</summary>
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long after an online meeting could not be made it is tried again.</summary>
    public TimeSpan OnlineRetry { get; set; } = TimeSpan.FromMinutes(1);
}

/// <summary>Refuses settings with which the last reminder would come too late.</summary>
internal sealed class MeetingsOptionsValidator : IValidateOptions<MeetingsOptions>
{
    public ValidateOptionsResult Validate(string? name, MeetingsOptions options) =>
        options.CheckInterval < TimeSpan.FromMilliseconds(100) || options.CheckInterval > TimeSpan.FromMinutes(5)
            ? ValidateOptionsResult.Fail($"Meetings:CheckInterval is '{options.CheckInterval}'. It must be from a tenth of a second to five minutes.")
            : options.OnlineRetry < TimeSpan.FromSeconds(1) || options.OnlineRetry > TimeSpan.FromHours(1)
                ? ValidateOptionsResult.Fail($"Meetings:OnlineRetry is '{options.OnlineRetry}'. It must be from a second to an hour.")
                : ValidateOptionsResult.Success;
}
