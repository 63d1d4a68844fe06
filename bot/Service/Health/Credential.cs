namespace RenkeiBot.Service.Health;

/// <summary>The credential of the bot as health sees it: never the credential itself.</summary>
/// <param name="Kind">What it is, in English: client secret, certificate, managed identity.</param>
/// <param name="ExpiresAt">When it ends; null for one that does not, or whose end nobody told.</param>
internal sealed record Credential(string Kind, DateTimeOffset? ExpiresAt)
{
    /// <summary>Whole days until the end: 0 on the last day, negative after it.</summary>
    public int? DaysLeft(DateTimeOffset now) => ExpiresAt is { } end ? (int)Math.Floor((end - now).TotalDays) : null;
}

/// <summary>Says what credential the bot has; null while it has none, as in Development. Registered in <see cref="HealthRegistration"/>.</summary>
internal delegate Credential? CredentialLookup();
