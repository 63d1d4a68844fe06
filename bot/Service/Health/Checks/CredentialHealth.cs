using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RenkeiBot.Service.Health.Checks;

/// <summary>Whether the credential by which the bot speaks to Teams will last. What runs out one night stops every answer at once.</summary>
internal sealed class CredentialHealth(CredentialLookup lookup, TimeProvider time) : IHealthCheck
{
    /// <summary>From here on the check asks for care: a new secret or certificate often takes another department.</summary>
    public const int CareDays = 30;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) => Task.FromResult(Judge(lookup(), time.GetUtcNow()));

    internal static HealthCheckResult Judge(Credential? credential, DateTimeOffset now)
    {
        if (credential is null)
            return Finding.Good("No credential is used.", "認証情報を使わない設定です。");
        if (credential.DaysLeft(now) is not { } days)
            return Finding.Good($"The {credential.Kind} has no known end.", "期限の定めはありません。");
        if (days < 0)
            return Finding.Bad($"The {credential.Kind} has expired.", "認証情報の期限が切れています。");
        var reason = string.Create(CultureInfo.InvariantCulture, $"The {credential.Kind} expires in {days} days.");
        var japanese = string.Create(CultureInfo.InvariantCulture, $"期限まであと{days}日です。");
        return days <= CareDays ? Finding.Care(reason, japanese) : Finding.Good(reason, japanese);
    }
}
