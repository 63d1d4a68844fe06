using Microsoft.Extensions.Hosting;

namespace RenkeiBot.Data.Storage;

/// <summary>Shows that the service runs on a SQLite file, by a lock that it shares with other instances: a restore is refused meanwhile.</summary>
internal sealed class DatabaseUse(DatabaseSettings settings) : IHostedService, IDisposable
{
    private FileLock? _lock;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.SqliteFile is not { } file)
            return;
        _lock = await FileLock.TakeAsync(DatabaseLock.UseFile(file), shared: true, DatabaseLock.Patience, cancellationToken)
            ?? throw new TimeoutException($"The database {file} is being restored (lock {DatabaseLock.UseFile(file)}). Start again when that has ended.");
    }

    /// <summary>The lock stays until everything has stopped that may still write.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _lock?.Dispose();
}
