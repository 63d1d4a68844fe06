namespace RenkeiBot.Service.Health;

/// <summary>Says in the log, once each, that the credential ends within 30, 14 and 7 days, and that it has ended: a health that asks for care every day is soon overlooked.</summary>
internal sealed partial class CredentialReminder(CredentialLookup lookup, TimeProvider time, ILogger<CredentialReminder> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly int[] Stages = [7, 14, 30];

    private int? told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
            Remind();
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Tells a stage that has been reached since the last time. A new credential begins anew.</summary>
    internal void Remind()
    {
        if (lookup() is not { } credential || credential.DaysLeft(time.GetUtcNow()) is not { } days)
            return;
        int? stage = days < 0 ? -1 : Stages.Cast<int?>().FirstOrDefault(limit => days <= limit);
        if (stage == told)
            return;
        told = stage;
        if (stage < 0)
            LogExpired(credential.Kind);
        else if (stage == Stages[0])
            LogExpiresVerySoon(credential.Kind, days);
        else if (stage is not null)
            LogExpiresSoon(credential.Kind, days);
    }

    [LoggerMessage(72, LogLevel.Warning, "The {Kind} of the bot expires in {Days} days")]
    private partial void LogExpiresSoon(string kind, int days);

    [LoggerMessage(73, LogLevel.Error, "The {Kind} of the bot expires in {Days} days: renew it now")]
    private partial void LogExpiresVerySoon(string kind, int days);

    [LoggerMessage(74, LogLevel.Critical, "The {Kind} of the bot has expired: it cannot answer any more")]
    private partial void LogExpired(string kind);
}
