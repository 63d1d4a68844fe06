using System.Data;
using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Inbox;

/// <summary>The table InboxActivities. Prepared commands in SQL that every provider speaks: a row for every turn is too much for tracking.</summary>
internal sealed class InboxTable(IDbContextFactory<RenkeiBotDbContext> contexts)
{
    private const string Table = "InboxActivities";

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
        await using var context = await OpenAsync(cancellationToken);
        await using var command = Command(context, null, sql =>
            $"SELECT {sql("StatusCode")}, {sql("Body")} FROM {sql(Table)} WHERE {sql("Key")} = @key AND {sql("ReceivedAt")} >= @moment AND {sql("StatusCode")} <> 0");
        Set(command, key, notBefore);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var body = await reader.IsDBNullAsync(1, cancellationToken) ? null : RawJson.FromUtf8(Encoding.UTF8.GetBytes(reader.GetString(1)));
        return new TurnResult(reader.GetInt32(0), body);
    }

    /// <summary>Writes how activities were answered, in one transaction. A row that is there already was claimed by its turn, and gets the answer.</summary>
    public async Task WriteAsync(IReadOnlyCollection<AnsweredActivity> activities, CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var inner = transaction.GetDbTransaction();
        await using var insert = Command(context, inner, sql =>
            $"INSERT INTO {sql(Table)} ({sql("Key")}, {sql("StatusCode")}, {sql("Body")}, {sql("ReceivedAt")}) SELECT @key, @status, @body, @moment "
            + $"WHERE NOT EXISTS (SELECT 1 FROM {sql(Table)} WHERE {sql("Key")} = @key)");
        await using var update = Command(context, inner, sql => $"UPDATE {sql(Table)} SET {sql("StatusCode")} = @status, {sql("Body")} = @body WHERE {sql("Key")} = @key");
        foreach (var activity in activities)
        {
            Set(insert, activity.Key, activity.ReceivedAt, activity.Result);
            if (await insert.ExecuteNonQueryAsync(cancellationToken) > 0)
                continue;
            Set(update, activity.Key, activity.ReceivedAt, activity.Result);
            await update.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Removes what was received before.</summary>
    public async Task RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var context = await OpenAsync(cancellationToken);
        await using var command = Command(context, null, sql => $"DELETE FROM {sql(Table)} WHERE {sql("ReceivedAt")} < @moment");
        Set(command, "", before);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<RenkeiBotDbContext> OpenAsync(CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await context.Database.OpenConnectionAsync(cancellationToken);
            return context;
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    private static DbCommand Command(RenkeiBotDbContext context, DbTransaction? transaction, Func<Func<string, string>, string> text)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text(context.GetService<ISqlGenerationHelper>().DelimitIdentifier);
        foreach (var (name, type) in new[] { ("@key", DbType.String), ("@moment", DbType.DateTime2), ("@status", DbType.Int32), ("@body", DbType.String) })
        {
            if (!command.CommandText.Contains(name, StringComparison.Ordinal))
                continue;
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.DbType = type;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static void Set(DbCommand command, string key, DateTimeOffset moment, TurnResult result = default)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            parameter.Value = parameter.ParameterName switch
            {
                "@key" => key,
                "@moment" => moment.UtcDateTime,
                "@status" => result.StatusCode,
                _ => result.Body is { } body ? body.ToString() : DBNull.Value,
            };
        }
    }
}

/// <summary>An activity whose answer waits to be written.</summary>
internal readonly record struct AnsweredActivity(string Key, TurnResult Result, DateTimeOffset ReceivedAt);
