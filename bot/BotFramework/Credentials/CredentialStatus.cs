using System.Diagnostics.Metrics;

namespace RenkeiBot.BotFramework;

/// <summary>What the bot proves itself with when it calls the Connector.</summary>
public enum CredentialKind
{
    /// <summary>Nothing: it can answer on this machine only.</summary>
    None,

    /// <summary>A client secret.</summary>
    Secret,

    /// <summary>A certificate.</summary>
    Certificate,

    /// <summary>A managed identity of Azure, which does not expire.</summary>
    ManagedIdentity,
}

/// <summary>
/// How long the bot's credential is still good. Also the metric <c>renkeibot.credential.days_left</c>, for credentials whose end is known: an expired secret
/// is the commonest reason for a bot that suddenly says nothing.
/// </summary>
public sealed class CredentialStatus
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "RenkeiBot.BotFramework";

    private readonly TimeProvider time;

    internal CredentialStatus(CredentialKind kind, DateTimeOffset? expiresAt, TimeProvider time, IMeterFactory meters)
    {
        (Kind, ExpiresAt, this.time) = (kind, expiresAt, time);
        meters.Create(MeterName).CreateObservableGauge(
            "renkeibot.credential.days_left", Measure, unit: "d", description: "Days until the bot's credential expires.");
    }

    /// <summary>What the credential is.</summary>
    public CredentialKind Kind { get; }

    /// <summary>When it expires; null where it does not, or nobody said when.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>The whole days until then, negative afterwards; null where no end is known.</summary>
    public int? DaysLeft => ExpiresAt is { } end ? (int)Math.Floor((end - time.GetUtcNow()).TotalDays) : null;

    private IEnumerable<Measurement<int>> Measure() =>
        DaysLeft is { } days ? [new Measurement<int>(days, new KeyValuePair<string, object?>("kind", Kind.ToString()))] : [];

    internal static CredentialStatus Of(MicrosoftAppOptions options, TimeProvider time, IMeterFactory meters)
    {
        DateTimeOffset? end = null;
        if (options.Credential == CredentialKind.Certificate)
        {
            using var certificate = AppCertificate.Load(options);
            end = certificate.NotAfter;
        }
        else if (options.Credential == CredentialKind.Secret
            && options.MicrosoftAppPasswordExpires is { Length: > 0 } date && MicrosoftAppOptions.TryReadDate(date, out var expires))
            end = expires;
        return new CredentialStatus(options.Credential, end, time, meters);
    }
}
