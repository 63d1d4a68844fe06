using System.Data;
using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Inbox;

/// <summary>The table InboxActivities. Prepared commands in SQL that every provider speaks: a row for every turn is too much for tracking.</summary>
internal sealed class InboxTable(IDbContextFactory<RenkeiBotDbContext> contexts)
{
    private const string Table = "InboxActivities";

    private static readonly (string, DbType) Key = ("@key", DbType.String);
    private static readonly (string, DbType) Status = ("@status", DbType.Int32);
    private static readonly (string, DbType) Body = ("@body", DbType.String);
    private static readonly (string, DbType) Moment = ("@moment", DbType.DateTime2);

    private readonly Lazy<bool> isShared = new(() =>
    {
        using var context = contexts.CreateDbContext();
        return context.Database.ProviderName?.EndsWith(".Sqlite", StringComparison.Ordinal) != true;
    });

    /// <summary>Whether other instances may write to it, too. One SQLite file is for one service.</summary>
    public bool IsShared => isShared.Value;

    /// <summary>How an activity was answered; null where it was not, or has not been yet.</summary>
    public async Task<TurnResult?> ReadAsync(string key, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var command = context.Command(null, sql =>
            $"SELECT {sql("StatusCode")}, {sql("Body")} FROM {sql(Table)} WHERE {sql("Key")} = @key AND {sql("ReceivedAt")} >= @moment AND {sql("StatusCode")} <> 0", Key, Moment);
        command.Parameters["@key"].Value = key;
        command.Parameters["@moment"].Value = notBefore.UtcDateTime;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var body = await reader.IsDBNullAsync(1, cancellationToken) ? null : RawJson.FromUtf8(Encoding.UTF8.GetBytes(reader.GetString(1)));
        return new TurnResult(reader.GetInt32(0), body);
    }

    /// <summary>Writes how activities were answered, in one transaction. A row that is there already was claimed by its turn, and gets the answer.</summary>
    public async Task WriteAsync(IReadOnlyCollection<AnsweredActivity> activities, CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await using var insert = context.Command(transaction, sql =>
            $"INSERT INTO {sql(Table)} ({sql("Key")}, {sql("StatusCode")}, {sql("Body")}, {sql("ReceivedAt")}) SELECT @key, @status, @body, @moment "
            + $"WHERE NOT EXISTS (SELECT 1 FROM {sql(Table)} WHERE {sql("Key")} = @key)", Key, Status, Body, Moment);
        await using var update = context.Command(transaction, sql =>
            $"UPDATE {sql(Table)} SET {sql("StatusCode")} = @status, {sql("Body")} = @body WHERE {sql("Key")} = @key", Key, Status, Body);
        foreach (var activity in activities)
        {
            Set(insert, activity);
            insert.Parameters["@moment"].Value = activity.ReceivedAt.UtcDateTime;
            if (await insert.ExecuteNonQueryAsync(cancellationToken) > 0)
                continue;
            Set(update, activity);
            await update.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static void Set(DbCommand command, in AnsweredActivity activity)
    {
        command.Parameters["@key"].Value = activity.Key;
        command.Parameters["@status"].Value = activity.Result.StatusCode;
        command.Parameters["@body"].Value = activity.Result.Body is { } body ? body.ToString() : DBNull.Value;
    }
}

/// <summary>An activity whose answer waits to be written.</summary>
internal readonly record struct AnsweredActivity(string Key, TurnResult Result, DateTimeOffset ReceivedAt);
