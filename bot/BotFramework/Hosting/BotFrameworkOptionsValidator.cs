using Microsoft.Extensions.Options;

namespace RenkeiBot.BotFramework;

/// <summary>Refuses settings of the section <c>BotFramework</c> that make no sense.</summary>
internal sealed class BotFrameworkOptionsValidator : IValidateOptions<BotFrameworkOptions>
{
    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options)
    {
        var failures = new List<string>();
        if (options.MaxRequestBytes < 1)
            failures.Add("BotFramework:MaxRequestBytes must be at least 1.");
        if (options.MaxWaitingTurns < 0)
            failures.Add("BotFramework:MaxWaitingTurns must not be negative.");
        if (options.TurnTimeout <= TimeSpan.Zero || options.ConnectorTimeout <= TimeSpan.Zero)
            failures.Add("BotFramework:TurnTimeout and BotFramework:ConnectorTimeout must be longer than nothing.");
        if (options.AllowedServiceHosts?.Any(host => Uri.CheckHostName(host) != UriHostNameType.Dns) == true)
            failures.Add("BotFramework:AllowedServiceHosts must be bare host names such as smba.trafficmanager.net: no wildcard, scheme, port or path.");
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
