using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Channels;

/// <summary>
/// The table Channels as what happens in Teams changes it: where the bot is, and what it is called there. The settings that its people made stay as they are, and so does
/// their version.
/// </summary>
internal sealed class ChannelTable(IDbContextFactory<RenkeiBotDbContext> contexts)
{
    private const string Table = "Channels";
    private const int Attempts = 3;

    private static readonly (string, DbType)[] Parameters =
    [
        ("@id", DbType.String), ("@tenant", DbType.String), ("@team", DbType.String), ("@teamName", DbType.String), ("@group", DbType.String), ("@name", DbType.String),
        ("@reference", DbType.String), ("@url", DbType.String), ("@verified", DbType.DateTime2), ("@seen", DbType.DateTime2),
    ];

    /// <summary>The bot is in these places: rows that are missing are made, the others are brought up to date, in one transaction. What came later is not undone.</summary>
    public async Task SeeAsync(IReadOnlyCollection<ChannelPlace> places, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await TrySeeAsync(places, cancellationToken);
                return;
            }
            catch (DbException) when (attempt < Attempts)
            {
                // Another instance has made the same row at the same moment.
            }
        }
    }

    /// <summary>Sets the state of the channels of a team that have one of some states.</summary>
    public Task SetStateOfTeamAsync(string teamId, IReadOnlyList<ChannelState> from, ChannelState to, DateTimeOffset now, CancellationToken cancellationToken) => UpdateAsync(
        sql => $"{sql("State")} = @value WHERE {sql("TeamId")} = @id AND {sql("State")} IN ({string.Join(", ", from.Select(state => $"'{state}'"))})", teamId, to.ToString(), now, cancellationToken);

    /// <summary>Sets the state of one channel or group chat.</summary>
    public Task SetStateAsync(string conversationId, ChannelState to, DateTimeOffset now, CancellationToken cancellationToken) =>
        UpdateAsync(sql => $"{sql("State")} = @value WHERE {sql("ConversationId")} = @id AND {sql("State")} <> @value", conversationId, to.ToString(), now, cancellationToken);

    /// <summary>Gives a team another name.</summary>
    public Task RenameTeamAsync(string teamId, string name, DateTimeOffset now, CancellationToken cancellationToken) =>
        UpdateAsync(sql => $"{sql("TeamName")} = @value WHERE {sql("TeamId")} = @id", teamId, name, now, cancellationToken);

    private async Task UpdateAsync(Func<Func<string, string>, string> change, string id, string value, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var update = context.Command(
            null, sql => $"UPDATE {sql(Table)} SET {sql("UpdatedAt")} = @now, {change(sql)}", ("@id", DbType.String), ("@value", DbType.String), ("@now", DbType.DateTime2));
        update.Parameters["@id"].Value = id;
        update.Parameters["@value"].Value = value;
        update.Parameters["@now"].Value = now.UtcDateTime;
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task TrySeeAsync(IReadOnlyCollection<ChannelPlace> places, CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await using var update = UpdateCommand(context, transaction);
        await using var insert = InsertCommand(context, transaction);
        foreach (var place in places)
        {
            foreach (var command in new[] { update, insert })
                Fill(command, place);
            if (await update.ExecuteNonQueryAsync(cancellationToken) == 0)
                await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static DbCommand UpdateCommand(RenkeiBotDbContext context, IDbContextTransaction transaction) => context.Command(
        transaction,
        sql => $"UPDATE {sql(Table)} SET {sql("TenantId")} = @tenant, {sql("TeamId")} = CASE WHEN @team = '' THEN {sql("TeamId")} ELSE @team END, "
            + $"{sql("TeamName")} = COALESCE(@teamName, {sql("TeamName")}), {sql("AadGroupId")} = COALESCE(@group, {sql("AadGroupId")}), {sql("Name")} = COALESCE(@name, {sql("Name")}), "
            + $"{sql("Reference")} = @reference, {sql("ServiceUrl")} = @url, {sql("ServiceUrlVerifiedAt")} = @verified, {sql("State")} = '{nameof(ChannelState.Active)}', {sql("UpdatedAt")} = @seen "
            + $"WHERE {sql("ConversationId")} = @id AND {sql("UpdatedAt")} <= @seen",
        Parameters);

    private static DbCommand InsertCommand(RenkeiBotDbContext context, IDbContextTransaction transaction) => context.Command(
        transaction,
        sql => $"INSERT INTO {sql(Table)} ({sql("ConversationId")}, {sql("TenantId")}, {sql("TeamId")}, {sql("TeamName")}, {sql("AadGroupId")}, {sql("Name")}, {sql("Reference")}, {sql("ServiceUrl")}, "
            + $"{sql("ServiceUrlVerifiedAt")}, {sql("State")}, {sql("Topics")}, {sql("ProposalFields")}, {sql("PreviousProposalFields")}, {sql("OrganisationId")}, {sql("OrganisationName")}, "
            + $"{sql("AddedAt")}, {sql("UpdatedAt")}, {sql("Version")}) "
            + $"SELECT @id, @tenant, @team, COALESCE(@teamName, ''), @group, COALESCE(@name, ''), @reference, @url, @verified, '{nameof(ChannelState.Active)}', 0, '', '', '', '', @seen, @seen, 0 "
            + $"WHERE NOT EXISTS (SELECT 1 FROM {sql(Table)} WHERE {sql("ConversationId")} = @id)",
        Parameters);

    private static void Fill(DbCommand command, ChannelPlace place)
    {
        command.Parameters["@id"].Value = place.ConversationId;
        command.Parameters["@tenant"].Value = place.TenantId;
        command.Parameters["@team"].Value = place.TeamId;
        command.Parameters["@teamName"].Value = (object?)place.TeamName ?? DBNull.Value;
        command.Parameters["@group"].Value = (object?)place.AadGroupId ?? DBNull.Value;
        command.Parameters["@name"].Value = (object?)place.Name ?? DBNull.Value;
        command.Parameters["@reference"].Value = place.ReferenceJson;
        command.Parameters["@url"].Value = place.ServiceUrl;
        command.Parameters["@verified"].Value = place.ServiceUrlVerifiedAt is { } verified ? verified.UtcDateTime : DBNull.Value;
        command.Parameters["@seen"].Value = place.SeenAt.UtcDateTime;
    }
}
