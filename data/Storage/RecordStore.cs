using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;

namespace RenkeiBot.Data.Storage;

/// <summary>
/// The records of the bot. A start brings the database up to date, checks the record files and takes over those that changed, all of them in one transaction; then it
/// hands out everything as one immutable set. Of several instances that start at once, one after another does so.
/// </summary>
public sealed partial class RecordStore(IDbContextFactory<RenkeiBotDbContext> contexts, RecordStoreOptions options, TimeProvider time, ILogger<RecordStore> logger)
{
    private volatile RecordSet? _current;

    /// <summary>The records as they are now.</summary>
    /// <exception cref="InvalidOperationException">The store has not been started.</exception>
    public RecordSet Current => _current ?? throw new InvalidOperationException("The records are read when the service starts, which has not happened yet.");

    /// <summary>Applies migrations, checks the files, takes over what changed and returns the records of the files and the members together.</summary>
    /// <exception cref="RecordFileException">A file is refused; the database keeps the records that it had.</exception>
    public async Task<RecordSet> StartAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();

        // Reading and checking needs the processor, migrating mostly waits: they run side by side.
        var reading = Task.Run(() => RecordLoader.LoadAsync(options.Directory, cancellationToken), cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var turn = await DatabaseLock.TakeAsync(context, cancellationToken);
        await DatabaseMigration.RunAsync(context, cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        var files = await reading;

        var rows = new RecordRows(context.Database.GetDbConnection(), context.GetService<ISqlGenerationHelper>());
        var changes = await TakeOverAsync(context, rows, files, cancellationToken);
        var records = Merge(files, await rows.ReadMemberRowsAsync(cancellationToken));
        _current = records;
        LogStarted(records.Count, changes, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return records;
    }

    private async Task<int> TakeOverAsync(RenkeiBotDbContext context, RecordRows rows, IReadOnlyList<RecordFile> files, CancellationToken cancellationToken)
    {
        if (IsUpToDate(files, await rows.ReadFileHashesAsync(null, cancellationToken)))
            return 0;

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var inner = transaction.GetDbTransaction();

        // Other starts wait for this one's lock, but not whoever writes meanwhile: SQLite takes its write lock as the transaction begins, so read again under it.
        var hashes = await rows.ReadFileHashesAsync(inner, cancellationToken);
        var changes = 0;
        foreach (var file in files)
        {
            var known = hashes.Remove(file.Kind.Name, out var hash);
            if (hash != file.Hash)
                changes += await rows.TakeOverAsync(file, known, time.GetUtcNow(), inner, cancellationToken);
        }

        foreach (var kind in hashes.Keys)
            changes += await rows.RemoveAsync(kind, inner, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changes;
    }

    private static bool IsUpToDate(IReadOnlyList<RecordFile> files, Dictionary<string, string> hashes) =>
        files.Count == hashes.Count && files.All(file => hashes.GetValueOrDefault(file.Kind.Name) == file.Hash);

    private RecordSet Merge(IReadOnlyList<RecordFile> files, IReadOnlyList<(string Kind, string Payload)> memberRows)
    {
        var members = new Dictionary<(Type, string), IRecord>();
        foreach (var (name, payload) in memberRows)
        {
            if (Read(files, name, payload) is { } record)
                members[(record.GetType(), record.Key)] = record;
        }

        var merged = new List<IRecord>();
        foreach (var record in files.SelectMany(file => file.Records))
            merged.Add(members.Remove((record.GetType(), record.Key), out var member) ? member : record);
        merged.AddRange(members.Values);
        return RecordSet.Create(merged);
    }

    /// <summary>A row of a member that can no longer be read is left out and reported: one bad row must not keep the service from starting.</summary>
    private IRecord? Read(IReadOnlyList<RecordFile> files, string name, string payload)
    {
        var kind = files.FirstOrDefault(file => file.Kind.Name == name)?.Kind;
        try
        {
            if (kind is not null)
                return (IRecord?)JsonSerializer.Deserialize(payload, kind.TypeInfo);
            LogUnknownKind(name);
        }
        catch (JsonException e)
        {
            LogUnreadable(name, e);
        }

        return null;
    }

    [LoggerMessage(30, LogLevel.Information, "{Records} records are ready, {Changes} rows were written, after {Milliseconds:F0} ms")]
    private partial void LogStarted(int records, int changes, double milliseconds);

    [LoggerMessage(31, LogLevel.Error, "A member's record of the kind {Kind} is left out: there is no such kind")]
    private partial void LogUnknownKind(string kind);

    [LoggerMessage(32, LogLevel.Error, "A member's record of the kind {Kind} is left out: it cannot be read")]
    private partial void LogUnreadable(string kind, Exception exception);
}
