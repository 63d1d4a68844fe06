namespace RenkeiBot.Service.Answers;

/// <summary>Looks now and then whether members' records were changed by another instance.</summary>
internal sealed partial class RecordRefresh(AnswerEngineSource engines, TimeProvider time, ILogger<RecordRefresh> logger) : BackgroundService
{
    /// <summary>So long another instance may answer from before a change.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await engines.RefreshAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // The records that are there are answered from; the next look may find the database again.
                LogFailed(e);
            }
        }
    }

    [LoggerMessage(36, LogLevel.Warning, "Members' records could not be read again")]
    private partial void LogFailed(Exception exception);
}
