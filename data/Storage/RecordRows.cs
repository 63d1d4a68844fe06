using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage;
using RenkeiBot.Data.Records.Loading;

namespace RenkeiBot.Data.Storage;

/// <summary>
/// The rows of the records through prepared commands on the context's own connection: the first fill is thousands of rows, which the change tracker would take one by
/// one, and a start with nothing new should not have to compile a query. The commands are plain SQL that every provider speaks.
/// </summary>
internal sealed class RecordRows(DbConnection connection, ISqlGenerationHelper sql)
{
    /// <summary>The hashes of the files that are in the database, by kind.</summary>
    public async Task<Dictionary<string, string>> ReadFileHashesAsync(DbTransaction? transaction, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction, $"SELECT {Name("Kind")}, {Name("Hash")} FROM {Name("RecordFiles")}");
        return await ReadPairsAsync(command, cancellationToken);
    }

    /// <summary>What every row that members wrote is, but for its payload: two answers are alike when nothing changed between them.</summary>
    public async Task<string> ReadMemberStateAsync(CancellationToken cancellationToken)
    {
        await using var command = Command(null, $"SELECT {Name("Kind")}, {Name("Key")}, {Name("Hash")} FROM {Name("Records")} WHERE {Name("Origin")} = @origin ORDER BY {Name("Kind")}, {Name("Key")}", "origin");
        command.Parameters["@origin"].Value = nameof(RecordOrigin.Member);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        using var state = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (await reader.ReadAsync(cancellationToken))
            state.AppendData(Encoding.UTF8.GetBytes($"{reader.GetString(0)}:{reader.GetString(1)}:{reader.GetString(2)}\n"));
        return Convert.ToHexString(state.GetHashAndReset());
    }

    /// <summary>The kind and payload of every row that members wrote.</summary>
    public async Task<IReadOnlyList<(string Kind, string Payload)>> ReadMemberRowsAsync(CancellationToken cancellationToken)
    {
        await using var command = Command(null, $"SELECT {Name("Kind")}, {Name("Payload")} FROM {Name("Records")} WHERE {Name("Origin")} = @origin ORDER BY {Name("Kind")}, {Name("Key")}", "origin");
        command.Parameters["@origin"].Value = nameof(RecordOrigin.Member);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(string, string)>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }

    /// <summary>Makes the rows of a file's kind equal to the file: new records in, changed ones rewritten, those no longer there out.</summary>
    /// <returns>How many rows were written or removed.</returns>
    public async Task<int> TakeOverAsync(RecordFile file, bool known, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var stored = known ? await ReadRecordHashesAsync(file.Kind.Name, transaction, cancellationToken) : [];
        await using var insert = Command(transaction,
            $"INSERT INTO {Name("Records")} ({Name("Origin")}, {Name("Kind")}, {Name("Key")}, {Name("Payload")}, {Name("Hash")}, {Name("UpdatedAt")}) VALUES (@origin, @kind, @key, @payload, @hash, @now)",
            "origin", "kind", "key", "payload", "hash", "now");
        await using var update = Command(transaction,
            $"UPDATE {Name("Records")} SET {Name("Payload")} = @payload, {Name("Hash")} = @hash, {Name("UpdatedAt")} = @now WHERE {WhereRow}",
            "origin", "kind", "key", "payload", "hash", "now");

        var changes = 0;
        foreach (var record in file.Records)
        {
            var payload = JsonSerializer.Serialize(record, file.Kind.TypeInfo);
            var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(payload)));
            var isThere = stored.Remove(record.Key, out var storedHash);
            if (isThere && storedHash == hash)
                continue;
            var command = isThere ? update : insert;
            SetRow(command, file.Kind.Name, record.Key);
            command.Parameters["@payload"].Value = payload;
            command.Parameters["@hash"].Value = hash;
            command.Parameters["@now"].Value = now.UtcDateTime;
            changes += await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var delete = Command(transaction, $"DELETE FROM {Name("Records")} WHERE {WhereRow}", "origin", "kind", "key");
        foreach (var key in stored.Keys)
        {
            SetRow(delete, file.Kind.Name, key);
            changes += await delete.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var mark = Command(transaction,
            known
                ? $"UPDATE {Name("RecordFiles")} SET {Name("Hash")} = @hash, {Name("UpdatedAt")} = @now WHERE {Name("Kind")} = @kind"
                : $"INSERT INTO {Name("RecordFiles")} ({Name("Kind")}, {Name("Hash")}, {Name("UpdatedAt")}) VALUES (@kind, @hash, @now)",
            "kind", "hash", "now");
        mark.Parameters["@kind"].Value = file.Kind.Name;
        mark.Parameters["@hash"].Value = file.Hash;
        mark.Parameters["@now"].Value = now.UtcDateTime;
        await mark.ExecuteNonQueryAsync(cancellationToken);
        return changes;
    }

    /// <summary>Removes the rows of a kind whose file is no more.</summary>
    /// <returns>How many rows were removed.</returns>
    public async Task<int> RemoveAsync(string kind, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var rows = Command(transaction, $"DELETE FROM {Name("Records")} WHERE {Name("Origin")} = @origin AND {Name("Kind")} = @kind", "origin", "kind");
        rows.Parameters["@origin"].Value = nameof(RecordOrigin.File);
        rows.Parameters["@kind"].Value = kind;
        var removed = await rows.ExecuteNonQueryAsync(cancellationToken);
        await using var mark = Command(transaction, $"DELETE FROM {Name("RecordFiles")} WHERE {Name("Kind")} = @kind", "kind");
        mark.Parameters["@kind"].Value = kind;
        await mark.ExecuteNonQueryAsync(cancellationToken);
        return removed;
    }

    private string WhereRow => $"{Name("Origin")} = @origin AND {Name("Kind")} = @kind AND {Name("Key")} = @key";

    private string Name(string identifier) => sql.DelimitIdentifier(identifier);

    private async Task<Dictionary<string, string>> ReadRecordHashesAsync(string kind, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction, $"SELECT {Name("Key")}, {Name("Hash")} FROM {Name("Records")} WHERE {Name("Origin")} = @origin AND {Name("Kind")} = @kind", "origin", "kind");
        command.Parameters["@origin"].Value = nameof(RecordOrigin.File);
        command.Parameters["@kind"].Value = kind;
        return await ReadPairsAsync(command, cancellationToken);
    }

    private static async Task<Dictionary<string, string>> ReadPairsAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
            pairs.Add(reader.GetString(0), reader.GetString(1));
        return pairs;
    }

    private static void SetRow(DbCommand command, string kind, string key)
    {
        command.Parameters["@origin"].Value = nameof(RecordOrigin.File);
        command.Parameters["@kind"].Value = kind;
        command.Parameters["@key"].Value = key;
    }

    private DbCommand Command(DbTransaction? transaction, string text, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            parameter.DbType = name == "now" ? DbType.DateTime2 : DbType.String;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
