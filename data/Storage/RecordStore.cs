using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
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
/// hands out everything as one immutable set. Members' records are added to it while it runs. Of several instances that start at once, one after another does so.
/// </summary>
public sealed partial class RecordStore(IDbContextFactory<RenkeiBotDbContext> contexts, RecordStoreOptions options, TimeProvider time, ILogger<RecordStore> logger) : IDisposable
{
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private volatile RecordSet? _current;
    private IReadOnlyList<IRecord> _ofFiles = [];
    private string _memberState = "";

    /// <summary>The records as they are now.</summary>
    /// <exception cref="InvalidOperationException">The store has not been started.</exception>
    public RecordSet Current => _current ?? throw new InvalidOperationException("The records are read when the service starts, which has not happened yet.");

    /// <summary>The record of a file with that key, also where a member's took its place; null for none.</summary>
    public T? FindOfFile<T>(string key)
        where T : class, IRecord =>
        _ofFiles.OfType<T>().FirstOrDefault(record => record.Key == key);

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
        _ofFiles = [.. files.SelectMany(file => file.Records)];
        var records = await ReadMembersAsync(rows, cancellationToken);
        LogStarted(records.Count, changes, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return records;
    }

    /// <summary>
    /// Adds a member's record, or puts it in the place of the one with its kind and key, in the caller's context: it is written with the caller's next <c>SaveChanges</c>. What is asked afterwards
    /// knows it once <see cref="RefreshAsync"/> has ended.
    /// </summary>
    /// <exception cref="RecordFileException">The record breaks a rule that the record files keep.</exception>
    public async Task PutAsync(RenkeiBotDbContext context, IRecord record, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kind = RecordKinds.Of(record);
        var others = Current.All().Where(other => other.GetType() != record.GetType() || other.Key != record.Key);
        RecordLoader.Check(record, RecordSet.Create(others.Append(record)));

        var payload = JsonSerializer.Serialize(record, kind.TypeInfo);
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(payload)));
        if (await FindAsync(context, kind, record.Key, cancellationToken) is { } row)
            (row.Payload, row.Hash, row.UpdatedAt) = (payload, hash, now);
        else
            context.Records.Add(new StoredRecord { Origin = RecordOrigin.Member, Kind = kind.Name, Key = record.Key, Payload = payload, Hash = hash, UpdatedAt = now });
    }

    /// <summary>Removes a member's record in the caller's context, with the caller's next <c>SaveChanges</c>; a record of a file that it took the place of is there again afterwards.</summary>
    /// <returns>Whether there was one.</returns>
    public static async Task<bool> RemoveAsync<T>(RenkeiBotDbContext context, string key, CancellationToken cancellationToken)
        where T : IRecord
    {
        if (await FindAsync(context, RecordKinds.All.Single(kind => kind.Type == typeof(T)), key, cancellationToken) is not { } row)
            return false;
        context.Records.Remove(row);
        return true;
    }

    /// <summary>Reads the members' records again and hands out a new set, where they changed: here or in another instance. The records of the files stay as they were at the start.</summary>
    /// <returns>Whether they changed.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        // One after another: who read earlier must not replace what was read later.
        await _refreshing.WaitAsync(cancellationToken);
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await context.Database.OpenConnectionAsync(cancellationToken);
            var rows = new RecordRows(context.Database.GetDbConnection(), context.GetService<ISqlGenerationHelper>());
            // The hashes of the rows, not the time of the last change: the clocks of two instances differ.
            if (await rows.ReadMemberStateAsync(cancellationToken) == _memberState)
                return false;
            var records = await ReadMembersAsync(rows, cancellationToken);
            LogRefreshed(records.Count);
            return true;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _refreshing.Dispose();

    private static ValueTask<StoredRecord?> FindAsync(RenkeiBotDbContext context, RecordKind kind, string key, CancellationToken cancellationToken) =>
        context.Records.FindAsync([RecordOrigin.Member, kind.Name, key], cancellationToken);

    /// <summary>Puts the records of the files and the members together, and remembers what the members' were. Read first, the state is at most too old, and the next check reads again.</summary>
    private async Task<RecordSet> ReadMembersAsync(RecordRows rows, CancellationToken cancellationToken)
    {
        var state = await rows.ReadMemberStateAsync(cancellationToken);
        var records = Merge(_ofFiles, await rows.ReadMemberRowsAsync(cancellationToken));
        (_memberState, _current) = (state, records);
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

    private RecordSet Merge(IReadOnlyList<IRecord> ofFiles, IReadOnlyList<(string Kind, string Payload)> memberRows)
    {
        var members = new Dictionary<(Type, string), IRecord>();
        foreach (var (name, payload) in memberRows)
        {
            if (Read(name, payload) is { } record)
                members[(record.GetType(), record.Key)] = record;
        }

        var merged = new List<IRecord>();
        foreach (var record in ofFiles)
            merged.Add(members.Remove((record.GetType(), record.Key), out var member) ? member : record);
        merged.AddRange(members.Values);
        return RecordSet.Create(merged);
    }

    /// <summary>A row of a member that can no longer be read is left out and reported: one bad row must not keep the service from starting.</summary>
    private IRecord? Read(string name, string payload)
    {
        var kind = RecordKinds.All.FirstOrDefault(one => one.Name == name);
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

    [LoggerMessage(35, LogLevel.Information, "Members' records changed: {Records} records are ready")]
    private partial void LogRefreshed(int records);

    [LoggerMessage(31, LogLevel.Error, "A member's record of the kind {Kind} is left out: there is no such kind")]
    private partial void LogUnknownKind(string kind);

    [LoggerMessage(32, LogLevel.Error, "A member's record of the kind {Kind} is left out: it cannot be read")]
    private partial void LogUnreadable(string kind, Exception exception);
}
