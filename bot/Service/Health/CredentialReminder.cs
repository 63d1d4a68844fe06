namespace RenkeiBot.Service.Health;

/// <summary>Says in the log and to the secretariat, once each, that the credential ends within 30, 14 and 7 days, and that it has ended: a health that asks for care every day is soon overlooked.</summary>
internal sealed partial class CredentialReminder(CredentialLookup lookup, CredentialNotices? notices, TimeProvider time, ILogger<CredentialReminder> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly int[] Stages = [7, 14, 30];

    private int? told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
            await TryRemindAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryRemindAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RemindAsync(cancellationToken);
        }
#pragma warning disable CA1031 // The database may be away for a while; the next hour tries again.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotTold(exception);
        }
    }

    /// <summary>Tells a stage that has been reached since the last time. A new credential begins anew.</summary>
    internal async Task RemindAsync(CancellationToken cancellationToken)
    {
        if (lookup() is not { } credential || credential.DaysLeft(time.GetUtcNow()) is not { } days)
            return;
        int? stage = days < 0 ? -1 : Stages.Cast<int?>().FirstOrDefault(limit => days <= limit);
        if (stage == told)
            return;
        if (stage > 0 && notices is not null)
            await notices.TellAsync(credential.ExpiresAt!.Value, stage.Value, days, cancellationToken);
        told = stage;
        if (stage < 0)
            LogExpired(credential.Kind);
        else if (stage == Stages[0])
            LogExpiresVerySoon(credential.Kind, days);
        else if (stage is not null)
            LogExpiresSoon(credential.Kind, days);
    }

    [LoggerMessage(79, LogLevel.Warning, "The secretariat could not be told that the credential of the bot expires; it will be tried again")]
    private partial void LogNotTold(Exception exception);

    [LoggerMessage(72, LogLevel.Warning, "The {Kind} of the bot expires in {Days} days")]
    private partial void LogExpiresSoon(string kind, int days);

    [LoggerMessage(73, LogLevel.Error, "The {Kind} of the bot expires in {Days} days: renew it now")]
    private partial void LogExpiresVerySoon(string kind, int days);

    [LoggerMessage(74, LogLevel.Critical, "The {Kind} of the bot has expired: it cannot answer any more")]
    private partial void LogExpired(string kind);
}
