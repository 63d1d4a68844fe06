using Microsoft.Extensions.Options;

namespace RenkeiBot.Service.Events;

/// <summary>Looks now and then whether reminders or a digest are due.</summary>
internal sealed partial class EventRounds(EventReminders reminders, EventDigest digest, IOptions<EventsOptions> options, TimeProvider time, ILogger<EventRounds> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await TryAsync(reminders.MakeAsync, stoppingToken);
            await TryAsync(digest.MakeAsync, stoppingToken);
            await Task.Delay(options.Value.CheckInterval, time, stoppingToken);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> make, CancellationToken stoppingToken)
    {
        try
        {
            await make(stoppingToken);
        }
#pragma warning disable CA1031 // Whatever the database has against it, the next round tries again.
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(exception);
        }
    }

    [LoggerMessage(192, LogLevel.Warning, "Reminders or the digest of events could not be made; it will be tried again")]
    private partial void LogFailed(Exception exception);
}
