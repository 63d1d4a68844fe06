namespace RenkeiBot.BotFramework;

/// <summary>Settings of the section <c>BotFramework</c>. Who the bot is stands in <see cref="MicrosoftAppOptions"/>.</summary>
public sealed class BotFrameworkOptions
{
    /// <summary>The largest body that is read, in bytes. Teams stays below 100 KB; the generic connector refuses more than 256 KiB.</summary>
    public int MaxRequestBytes { get; set; } = 256 * 1024;

    /// <summary>How many turns of one conversation may wait behind the running one; more are answered with 429.</summary>
    public int MaxWaitingTurns { get; set; } = 64;

    /// <summary>After what time the token of a turn's handlers is cancelled. Channels give up waiting after 10 to 15 seconds.</summary>
    public TimeSpan TurnTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one call of the Connector may take, from the connection to the end of the answer.</summary>
    public TimeSpan ConnectorTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The hosts that service URLs may name, each exactly; null for those of the public cloud. This machine is allowed in Development only.</summary>
    public IReadOnlyList<string>? AllowedServiceHosts { get; set; }
}
