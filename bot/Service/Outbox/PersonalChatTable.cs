using System.Data;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Outbox;

/// <summary>The table PersonalChats as it is written behind turns.</summary>
internal sealed class PersonalChatTable(IDbContextFactory<RenkeiBotDbContext> contexts)
{
    private const string Table = "PersonalChats";

    private static readonly (string, DbType)[] Parameters =
    [
        ("@tenant", DbType.String), ("@person", DbType.String), ("@reference", DbType.String), ("@url", DbType.String), ("@verified", DbType.DateTime2), ("@seen", DbType.DateTime2),
    ];

    /// <summary>Writes the chats that are new, changed, or were written before a moment, in one transaction.</summary>
    /// <returns>How many were written.</returns>
    public async Task<int> WriteAsync(IReadOnlyCollection<KeyValuePair<Sender, SeenChat>> chats, TimeSpan freshness, CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await using var insert = context.Command(transaction, sql =>
            $"INSERT INTO {sql(Table)} ({sql("TenantId")}, {sql("AadObjectId")}, {sql("Reference")}, {sql("ServiceUrl")}, {sql("ServiceUrlVerifiedAt")}, {sql("UpdatedAt")}) "
            + $"SELECT @tenant, @person, @reference, @url, @verified, @seen WHERE NOT EXISTS (SELECT 1 FROM {sql(Table)} WHERE {sql("TenantId")} = @tenant AND {sql("AadObjectId")} = @person)",
            Parameters);
        await using var update = context.Command(transaction, sql =>
            $"UPDATE {sql(Table)} SET {sql("Reference")} = @reference, {sql("ServiceUrl")} = @url, {sql("ServiceUrlVerifiedAt")} = @verified, {sql("UpdatedAt")} = @seen "
            + $"WHERE {sql("TenantId")} = @tenant AND {sql("AadObjectId")} = @person "
            + $"AND ({sql("Reference")} <> @reference OR {sql("ServiceUrl")} <> @url OR {sql("UpdatedAt")} <= @stale)",
            [.. Parameters, ("@stale", DbType.DateTime2)]);
        var written = 0;
        foreach (var (person, chat) in chats)
        {
            foreach (var command in new[] { insert, update })
            {
                command.Parameters["@tenant"].Value = person.TenantId;
                command.Parameters["@person"].Value = person.AadObjectId;
                command.Parameters["@reference"].Value = JsonSerializer.Serialize(chat.Reference, BotFrameworkJson.ConversationReference);
                command.Parameters["@url"].Value = chat.ServiceUrl;
                command.Parameters["@verified"].Value = chat.ServiceUrlVerifiedAt is { } verified ? verified.UtcDateTime : DBNull.Value;
                command.Parameters["@seen"].Value = chat.SeenAt.UtcDateTime;
            }

            update.Parameters["@stale"].Value = (chat.SeenAt - freshness).UtcDateTime;
            var isNew = await insert.ExecuteNonQueryAsync(cancellationToken) > 0;
            if (isNew || await update.ExecuteNonQueryAsync(cancellationToken) > 0)
                written++;
        }

        await transaction.CommitAsync(cancellationToken);
        return written;
    }
}
