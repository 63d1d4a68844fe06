using Microsoft.Extensions.Options;

namespace RenkeiBot.Service.Health;

/// <summary>Settings of the section <c>Health</c>.</summary>
internal sealed class HealthOptions
{
    /// <summary>How long one check may take before it counts as failed. A probe gives up after a few seconds too, and then nobody learns which check it was.</summary>
    public TimeSpan CheckTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Below this much free space beside the SQLite file the check of the disk asks for care.</summary>
    public int LowDiskMegabytes { get; set; } = 512;

    /// <summary>A message for another conversation that has waited longer than this, and need not, is late.</summary>
    public TimeSpan LateOutbox { get; set; } = TimeSpan.FromMinutes(15);
}

/// <summary>Refuses limits that would make every check fail, or none ever.</summary>
internal sealed class HealthOptionsValidator : IValidateOptions<HealthOptions>
{
    public ValidateOptionsResult Validate(string? name, HealthOptions options)
    {
        var failures = new List<string>();
        if (options.CheckTimeout < TimeSpan.FromSeconds(1) || options.CheckTimeout > TimeSpan.FromMinutes(1))
            failures.Add("Health:CheckTimeout must be between 00:00:01 and 00:01:00.");
        if (options.LowDiskMegabytes < 0)
            failures.Add("Health:LowDiskMegabytes must not be negative.");
        if (options.LateOutbox < TimeSpan.FromMinutes(1) || options.LateOutbox > TimeSpan.FromDays(1))
            failures.Add("Health:LateOutbox must be between 00:01:00 and 1.00:00:00.");
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
