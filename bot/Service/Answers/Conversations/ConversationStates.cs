using System.Data;
using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Answers.Conversations;

/// <summary>The last questions of conversations, in the table ConversationStates. Prepared commands in SQL that every provider speaks: nothing of it needs tracking.</summary>
internal sealed class ConversationStates(IDbContextFactory<RenkeiBotDbContext> contexts)
{
    private const string Table = "ConversationStates";

    private static readonly (string Name, DbType Type) Id = ("@id", DbType.String);
    private static readonly (string Name, DbType Type) Json = ("@json", DbType.String);
    private static readonly (string Name, DbType Type) Moment = ("@moment", DbType.DateTime2);

    /// <summary>The questions of a conversation, oldest first; null where there are none as new as that.</summary>
    public async Task<IReadOnlyList<string>?> ReadAsync(string key, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var command = context.Command(null,
            sql => $"SELECT {sql("Json")} FROM {sql(Table)} WHERE {sql("ConversationId")} = @id AND {sql("UpdatedAt")} >= @moment", Id, Moment);
        Set(command, key, notBefore);
        return await command.ExecuteScalarAsync(cancellationToken) is string json ? Parse(json) : null;
    }

    /// <summary>Writes the questions of several conversations, in one transaction.</summary>
    public async Task WriteAsync(IReadOnlyCollection<KeyValuePair<string, PendingQuestions>> conversations, CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await using var update = context.Command(transaction,
            sql => $"UPDATE {sql(Table)} SET {sql("Json")} = @json, {sql("UpdatedAt")} = @moment WHERE {sql("ConversationId")} = @id", Id, Json, Moment);
        await using var insert = context.Command(transaction,
            sql => $"INSERT INTO {sql(Table)} ({sql("ConversationId")}, {sql("Json")}, {sql("UpdatedAt")}) VALUES (@id, @json, @moment)", Id, Json, Moment);
        foreach (var (key, pending) in conversations)
        {
            var json = JsonSerializer.Serialize(new StoredQuestions(pending.Questions), StoredQuestionsJson.Default.StoredQuestions);
            Set(update, key, pending.AskedAt, json);
            if (await update.ExecuteNonQueryAsync(cancellationToken) > 0)
                continue;
            Set(insert, key, pending.AskedAt, json);
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Removes conversations in which nothing was asked since then.</summary>
    public async Task RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var command = context.Command(null, sql => $"DELETE FROM {sql(Table)} WHERE {sql("UpdatedAt")} < @moment", Moment);
        Set(command, "", before);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A state of another version counts as none: it only means that the context of a conversation is lost.</summary>
    private static IReadOnlyList<string>? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StoredQuestionsJson.Default.StoredQuestions)?.Questions;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Set(DbCommand command, string key, DateTimeOffset moment, string json = "")
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            parameter.Value = parameter.ParameterName switch
            {
                "@id" => key,
                "@json" => json,
                _ => moment.UtcDateTime,
            };
        }
    }
}

/// <summary>Questions that wait to be written.</summary>
/// <param name="Questions">The questions, oldest first.</param>
/// <param name="AskedAt">When the last one was asked.</param>
internal sealed record PendingQuestions(IReadOnlyList<string> Questions, DateTimeOffset AskedAt);

/// <summary>The JSON of a row.</summary>
internal sealed record StoredQuestions(IReadOnlyList<string> Questions);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredQuestions))]
internal sealed partial class StoredQuestionsJson : JsonSerializerContext;
