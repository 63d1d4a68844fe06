using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;

namespace RenkeiBot.Service.Outbox;

/// <summary>The settings of the section <c>Outbox</c>.</summary>
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
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
