using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace RenkeiBot.BotFramework;

/// <summary>
/// Has the channel's signing keys at hand: reads them when they are first needed, again every twelve hours beside the turns, and once for a key id that is
/// not known. Keys of more than a day are not used any more (Bot Connector API: refresh at least every 24 hours). Whoever asks while the metadata is down
/// learns so, and the next one who asks has it tried again.
/// </summary>
internal sealed partial class ConnectorKeySource(ConnectorKeyReader reader, TimeProvider time, ILogger<ConnectorKeySource> logger)
{
    /// <summary>How many readings unknown key ids can cause at once; one more is allowed every <see cref="UnknownKeyPause"/>.</summary>
    public const int UnknownKeyReadings = 5;

    public static readonly TimeSpan UnknownKeyPause = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan RefreshAge = TimeSpan.FromHours(12);
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(24);
    private static readonly TimeSpan FailurePause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BackgroundPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SameKeyPause = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> unknownKeys = new(StringComparer.Ordinal);
    private ConnectorKeys? keys;
    private DateTimeOffset readAt;
    private DateTimeOffset failedAt;
    private DateTimeOffset countedAt;
    private double readingsLeft = UnknownKeyReadings;
    private Task<string?>? reading;

    /// <summary>The keys if they need no refreshment, for what was proved with them before.</summary>
    public ConnectorKeys? Current
    {
        get
        {
            lock (gate)
                return time.GetUtcNow() - readAt < RefreshAge ? keys : null;
        }
    }

    /// <summary>The keys, read if there are none that are young enough.</summary>
    /// <returns>The keys, or why there are none.</returns>
    public async ValueTask<(ConnectorKeys? Keys, string? Problem)> GetAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (keys is not null && now - readAt < MaxAge)
            {
                if (now - readAt >= RefreshAge && now - failedAt >= BackgroundPause)
                    _ = RefreshInBackgroundAsync();
                return (keys, null);
            }
        }
        var problem = await ReadAsync().WaitAsync(cancellationToken);
        lock (gate)
            return problem is null ? (keys, null) : (null, problem);
    }

    /// <summary>The keys after another look for this id; without one where it was looked for just now, or too many others were.</summary>
    public async ValueTask<ConnectorKeys?> LookForAsync(string keyId, CancellationToken cancellationToken)
    {
        if (MayLookFor(keyId))
            await ReadAsync().WaitAsync(cancellationToken);
        lock (gate)
            return keys;
    }

    private bool MayLookFor(string keyId)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (unknownKeys.TryGetValue(keyId, out var lookedFor) && now - lookedFor < SameKeyPause)
                return false;
            readingsLeft = Math.Min(UnknownKeyReadings, readingsLeft + ((now - countedAt) / UnknownKeyPause));
            countedAt = now;
            if (readingsLeft < 1)
                return false;
            readingsLeft--;
            if (unknownKeys.Count >= 100)
                unknownKeys.Clear();
            unknownKeys[keyId] = now;
            return true;
        }
    }

    private Task<string?> ReadAsync()
    {
        lock (gate)
            return reading ??= Task.Run(ReadOnceAsync);
    }

    private async Task RefreshInBackgroundAsync()
    {
        if (await ReadAsync() is { } problem)
            LogNotRefreshed(problem);
    }

    /// <returns>Null, or why the keys could not be read.</returns>
    private async Task<string?> ReadOnceAsync()
    {
        string? problem = null;
        try
        {
            var pause = failedAt + FailurePause - time.GetUtcNow();
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, time);
            var known = keys;
            var read = await reader.ReadAsync(known, CancellationToken.None);
            lock (gate)
            {
                keys = read;
                readAt = time.GetUtcNow();
            }
            if (!ReferenceEquals(read, known))
                LogRead(read.Count);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException or InvalidDataException or InvalidOperationException)
        {
            problem = e switch
            {
                HttpRequestException { StatusCode: { } status } => $"the metadata was answered with {(int)status}",
                HttpRequestException => "the metadata cannot be reached",
                OperationCanceledException => "the metadata was not answered in time",
                InvalidDataException => e.Message,
                _ => "the metadata cannot be read",
            };
        }
        lock (gate)
        {
            failedAt = problem is null ? default : time.GetUtcNow();
            reading = null;
        }
        return problem;
    }

    [LoggerMessage(15, LogLevel.Information, "The channel's signing keys were read: {Count}")]
    private partial void LogRead(int count);

    [LoggerMessage(16, LogLevel.Warning, "The channel's signing keys could not be refreshed, and will be used until they are a day old: {Reason}")]
    private partial void LogNotRefreshed(string reason);
}
