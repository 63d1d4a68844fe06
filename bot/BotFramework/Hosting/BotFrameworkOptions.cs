using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace RenkeiBot.BotFramework;

/// <summary>
/// Settings: <see cref="MicrosoftAppId"/> from the root of the configuration, where the SDK had it, the others from its section
/// <c>BotFramework</c>.
/// </summary>
public sealed class BotFrameworkOptions
{
    /// <summary>The bot's app id. Not supported yet: with it, the host refuses to start.</summary>
    public string? MicrosoftAppId { get; set; }

    /// <summary>The largest body that is read, in bytes. Teams stays below 100 KB; the generic connector refuses more than 256 KiB.</summary>
    public int MaxRequestBytes { get; set; } = 256 * 1024;

    /// <summary>How many turns of one conversation may wait behind the running one; more are answered with 429.</summary>
    public int MaxWaitingTurns { get; set; } = 64;

    /// <summary>After what time the token of a turn's handlers is cancelled. Channels give up waiting after 10 to 15 seconds.</summary>
    public TimeSpan TurnTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one call of the Connector may take, from the connection to the end of the answer.</summary>
    public TimeSpan ConnectorTimeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>Refuses to start a bot that nobody guards: requests without authentication are for Development alone.</summary>
internal sealed class BotFrameworkOptionsValidator(IHostEnvironment environment) : IValidateOptions<BotFrameworkOptions>
{
    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options)
    {
        var failures = new List<string>();
        if (!environment.IsDevelopment())
            failures.Add("RenkeiBot cannot start outside Development: authentication of the channel (MicrosoftAppId, MicrosoftAppTenantId and a credential) "
                + "is not supported yet, and without it anyone could speak as any user. Set ASPNETCORE_ENVIRONMENT=Development to run it on this machine.");
        else if (!string.IsNullOrWhiteSpace(options.MicrosoftAppId))
            failures.Add("RenkeiBot cannot start with MicrosoftAppId: authentication of the channel is not supported yet. "
                + "Remove the setting to run anonymously on this machine.");
        if (options.MaxRequestBytes < 1)
            failures.Add("BotFramework:MaxRequestBytes must be at least 1.");
        if (options.MaxWaitingTurns < 0)
            failures.Add("BotFramework:MaxWaitingTurns must not be negative.");
        if (options.TurnTimeout <= TimeSpan.Zero || options.ConnectorTimeout <= TimeSpan.Zero)
            failures.Add("BotFramework:TurnTimeout and BotFramework:ConnectorTimeout must be longer than nothing.");
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
