using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace RenkeiBot.BotFramework;

/// <summary>
/// How many requests are looked at at all, before anyone is authenticated: a flood must cost no signature check and no memory. For the whole endpoint, as all
/// of a channel's requests come from the same few addresses.
/// </summary>
internal sealed class RequestLimit(RateLimitOptions options) : IDisposable
{
    private readonly ConcurrencyLimiter? running = options.Enabled != true ? null : new(new ConcurrencyLimiterOptions { PermitLimit = options.ConcurrentRequests });

    private readonly TokenBucketRateLimiter? coming = options.Enabled != true ? null : new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = options.RequestBurst,
        TokensPerPeriod = options.RequestsPerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    });

    /// <summary>Lets a request in; whoever got a lease disposes of it when the request is done.</summary>
    /// <returns>The lease (null where there is no limit), and whether the request goes on.</returns>
    public (IDisposable? Lease, Admission Admission) Enter()
    {
        if (running is null || coming is null)
            return (null, Admission.Granted);
        var place = running.AttemptAcquire();
        if (!place.IsAcquired)
            return (place, Admission.Refused(StatusCodes.Status429TooManyRequests, "too many requests run at once"));
        using var token = coming.AttemptAcquire();
        return (place, token.IsAcquired ? Admission.Granted : Admission.Refused(StatusCodes.Status429TooManyRequests, "too many requests come in a short time"));
    }

    public void Dispose()
    {
        running?.Dispose();
        coming?.Dispose();
    }
}
