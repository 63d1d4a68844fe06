using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;

namespace RenkeiBot.Service.Directories;

/// <summary>The settings of the section <c>Graph</c>. Without them everything else works.</summary>
internal sealed class GraphOptions
{
    /// <summary>Microsoft Graph v1.0 of the public cloud.</summary>
    public const string PublicUrl = "https://graph.microsoft.com/v1.0";

    /// <summary>Whether Microsoft Graph is used.</summary>
    public bool Enabled { get; set; }

    /// <summary>Where it is: <see cref="PublicUrl"/>, or in Development this machine.</summary>
    public string BaseUrl { get; set; } = PublicUrl;

    /// <summary>The mailbox in whose calendar meetings are put, as its address or object id; empty for none.</summary>
    public string Mailbox { get; set; } = "";

    /// <summary>The id of the Teams app in its manifest, by which it is found in the organisation's catalogue; empty where the app is not installed by the bot.</summary>
    public string AppExternalId { get; set; } = "";

    /// <summary>How long one call may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a registration form waits for what the directory knows of the person.</summary>
    public TimeSpan PrefillTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often a call is tried.</summary>
    public int MaxAttempts { get; set; } = 4;

    /// <summary>About how long the wait for the second try is, where Graph does not say; every further one is twice as long.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A call that would have to wait longer for its next try is given up; installing the app tries again later.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often is looked for people and teams that the app is to be installed for, beside those that this instance was just told of.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>Refuses settings under which the bot's token would go to somebody else, or no call could succeed.</summary>
internal sealed class GraphOptionsValidator(IHostEnvironment environment, IOptions<MicrosoftAppOptions> app) : IValidateOptions<GraphOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphOptions options)
    {
        if (!options.Enabled)
            return ValidateOptionsResult.Success;
        var failures = new List<string>();
        var isLocal = environment.IsDevelopment() && Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url) && url.IsLoopback && url is { Query: "", Fragment: "", UserInfo: "" };
        if (!isLocal && options.BaseUrl != GraphOptions.PublicUrl)
            failures.Add($"Graph:BaseUrl must be {GraphOptions.PublicUrl}, or in Development an address of this machine: the bot's token is sent there.");
        if (!Guid.TryParse(app.Value.MicrosoftAppTenantId, out _))
            failures.Add("Graph:Enabled needs MicrosoftAppTenantId: Microsoft Graph is asked about that tenant.");
        if (!isLocal && string.IsNullOrWhiteSpace(app.Value.MicrosoftAppId))
            failures.Add("Graph:Enabled needs MicrosoftAppId with its credential: Microsoft Graph answers nobody without a token.");
        if (options.AppExternalId.Length > 0 && !Guid.TryParseExact(options.AppExternalId, "D", out _))
            failures.Add("Graph:AppExternalId must be the id in the manifest of the Teams app, a GUID.");
        if (options.Mailbox.Length > 0 && !options.Mailbox.Contains('@', StringComparison.Ordinal) && !Guid.TryParse(options.Mailbox, out _))
            failures.Add("Graph:Mailbox must be the address of a mailbox or the object id of its owner.");
        if (options.MaxAttempts is < 1 or > 10)
            failures.Add("Graph:MaxAttempts must be from 1 to 10.");
        if (new[] { options.Timeout, options.PrefillTimeout, options.FirstWait, options.LongestWait, options.PollInterval }.Any(span => span <= TimeSpan.Zero || span > TimeSpan.FromHours(1)))
            failures.Add("Graph:Timeout, Graph:PrefillTimeout, Graph:FirstWait, Graph:LongestWait and Graph:PollInterval must be longer than nothing, and an hour at most.");
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
