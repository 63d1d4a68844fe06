using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Outbox;

/// <summary>A message in hand.</summary>
/// <param name="Delivery">The message, and where it goes.</param>
/// <param name="Slot">When its turn in the tenant is.</param>
/// <param name="Content">What it says, read when it is asked for: once for all messages of a batch that say the same. Throws <see cref="JsonException"/> where it cannot be read.</param>
internal sealed record LeasedMessage(Delivery Delivery, DateTimeOffset Slot, Lazy<Activity> Content);

/// <summary>What was taken in hand.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="Supplied">The tenants of which enough is in hand, or which pause, and until when: looking for more of theirs is in vain.</param>
internal sealed record LeasedBatch(IReadOnlyList<LeasedMessage> Messages, IReadOnlyDictionary<string, DateTimeOffset> Supplied);

/// <summary>How a try has ended, to be written down.</summary>
/// <param name="Id">The message.</param>
/// <param name="Revision">What was tried of it.</param>
/// <param name="At">When.</param>
internal sealed record OutboxOutcome(long Id, int Revision, DateTimeOffset At)
{
    /// <summary>Whether the channel has it now, or has it no more where it was withdrawn.</summary>
    public bool IsDelivered { get; init; }

    /// <summary>Whether it stands nowhere now: it was withdrawn. Brought back, it is a new message.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>The id that the channel gave.</summary>
    public string? ActivityId { get; init; }

    /// <summary>Why it was given up; null where it was not.</summary>
    public string? Failure { get; init; }

    /// <summary>When to try again; null where it has ended.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Whether the channel asked for a pause in its conversation.</summary>
    public bool IsThrottled { get; init; }

    /// <summary>Whether it came to no try: only its turn has passed.</summary>
    public bool WasNotTried { get; init; }
}

/// <summary>
/// The table OutboxMessages as the dispatcher sees it. Instances take messages in hand one after another, under the lock of one row (<see cref="OutboxBudget"/>): so each sees what the others have in hand, and of each
/// conversation one message flies at a time. What is decided about a revision does not end a newer one.
/// </summary>
internal sealed class OutboxTable(IDbContextFactory<RenkeiBotDbContext> contexts, IOptions<OutboxOptions> options)
{
    private const string Messages = "OutboxMessages";
    private const string Budgets = "OutboxBudgets";

    /// <summary>How far ahead of its turn a message is taken in hand. What is more urgent waits no longer than this behind it.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(1);

    /// <summary>While the turns of so long are taken, no more are: so the table is looked through twice a second, and not at the end of each message.</summary>
    private static readonly TimeSpan Enough = Ahead / 2;

    private readonly OutboxOptions options = options.Value;

    /// <summary>Whether any message may be due: what a service at rest asks every few seconds.</summary>
    public async Task<bool> HasDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var command = context.Command(
            null,
            sql => $"SELECT 1 WHERE EXISTS (SELECT 1 FROM {sql(Messages)} WHERE {sql("EndedAt")} IS NULL AND {sql("NotBefore")} <= @now AND ({sql("LeasedUntil")} IS NULL OR {sql("LeasedUntil")} <= @now) "
                + $"AND ({sql("ConversationId")} IS NOT NULL OR {sql("IsWithdrawn")} = 1 OR EXISTS (SELECT 1 FROM {sql("PersonalChats")} c WHERE c.{sql("TenantId")} = {sql(Messages)}.{sql("TenantId")} AND c.{sql("AadObjectId")} = {sql(Messages)}.{sql("AadObjectId")})))",
            ("@now", DbType.DateTime2));
        command.Parameters["@now"].Value = now.UtcDateTime;
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <summary>Takes messages in hand, with their turns in their tenants.</summary>
    /// <param name="leaseholder">The instance.</param>
    /// <param name="now">The present time.</param>
    /// <param name="quiet">Whether quiet hours hold what is new.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the taking.</param>
    public async Task<LeasedBatch> LeaseAsync(string leaseholder, DateTimeOffset now, bool quiet, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await TakeTurnAsync(context, transaction, now, cancellationToken);
        var budgets = await OutboxQueries.Budgets(context).AsNoTracking().ToDictionaryAsync(budget => budget.TenantId, cancellationToken);
        var supplied = budgets.Values.Where(budget => budget.TenantId.Length > 0 && (budget.NextSlot > now + Enough || budget.ParkedUntil > now))
            .ToDictionary(budget => budget.TenantId, budget => budget.ParkedUntil > budget.NextSlot - Enough ? budget.ParkedUntil.Value : budget.NextSlot - Enough);
        var due = await OutboxQueries.Due(context, now, quiet, [.. supplied.Keys], most).AsNoTracking().ToListAsync(cancellationToken);
        var turns = WithTurns(due, budgets, now);
        if (turns.Count == 0)
            return new([], supplied);
        var contents = await ReadContentsAsync(context, turns, cancellationToken);
        var leased = turns.ConvertAll(one => new LeasedMessage(one.Delivery, one.Slot, contents[one.Delivery.Message.ContentId]));
        await MarkAsync(context, transaction, leased, leaseholder, now, cancellationToken);
        if (options.TenantRate > 0)
        {
            foreach (var tenant in leased.GroupBy(one => one.Delivery.Message.TenantId))
            {
                var next = tenant.Max(one => one.Slot) + TimeSpan.FromSeconds(1.0 / options.TenantRate);
                await SetBudgetAsync(context, transaction, tenant.Key, next, null, cancellationToken);
                if (next > now + Enough)
                    supplied[tenant.Key] = next - Enough;
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return new(leased, supplied);
    }

    /// <summary>How many instances have messages in hand, this one counted in any case: so many share what the tenants allow.</summary>
    public async Task<int> CountLeaseholdersAsync(string leaseholder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var command = context.Command(
            null,
            sql => $"SELECT COUNT(DISTINCT {sql("Leaseholder")}) FROM {sql(Messages)} WHERE {sql("EndedAt")} IS NULL AND {sql("LeasedUntil")} > @now AND {sql("Leaseholder")} <> @leaseholder",
            ("@now", DbType.DateTime2), ("@leaseholder", DbType.String));
        command.Parameters["@now"].Value = now.UtcDateTime;
        command.Parameters["@leaseholder"].Value = leaseholder;
        return 1 + Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>What others have sent lately to these conversations.</summary>
    public async Task<ILookup<string, DateTimeOffset>> ReadSentByOthersAsync(
        IReadOnlyList<string> targets, string leaseholder, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await OutboxQueries.SentByOthers(context, targets, leaseholder, since).ToListAsync(cancellationToken)).ToLookup(send => send.Target, send => send.SentAt);
    }

    /// <summary>Lets nothing go to a tenant for a while, whichever instance would send it.</summary>
    public async Task ParkTenantAsync(string tenantId, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await SetBudgetAsync(context, transaction, tenantId, until, until, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Writes down how tries have ended, in one transaction.</summary>
    /// <returns>The messages that another instance had taken over, as their lease was over: what it writes counts.</returns>
    public async Task<IReadOnlyList<long>> RecordAsync(IReadOnlyList<OutboxOutcome> outcomes, string leaseholder, CancellationToken cancellationToken)
    {
        var lost = new List<long>();
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await using var end = EndCommand(context, transaction);
        await using var release = ReleaseCommand(context, transaction);
        foreach (var outcome in outcomes)
        {
            var command = outcome.NotBefore is null ? end : release;
            command.Parameters["@id"].Value = outcome.Id;
            command.Parameters["@leaseholder"].Value = leaseholder;
            if (outcome.NotBefore is { } notBefore)
            {
                command.Parameters["@notBefore"].Value = notBefore.UtcDateTime;
                command.Parameters["@throttled"].Value = outcome.IsThrottled;
                command.Parameters["@tries"].Value = outcome.WasNotTried ? 1 : 0;
            }
            else
            {
                command.Parameters["@revision"].Value = outcome.Revision;
                command.Parameters["@sent"].Value = outcome.IsDelivered ? outcome.Revision : DBNull.Value;
                command.Parameters["@at"].Value = outcome.At.UtcDateTime;
                command.Parameters["@deleted"].Value = outcome.IsDeleted ? 1 : 0;
                command.Parameters["@sentAt"].Value = outcome.IsDelivered ? outcome.At.UtcDateTime : DBNull.Value;
                command.Parameters["@activity"].Value = (object?)Cut(outcome.ActivityId, RenkeiBotDbContext.ConversationIdLength) ?? DBNull.Value;
                command.Parameters["@failure"].Value = (object?)Cut(outcome.Failure, RenkeiBotDbContext.ReasonLength) ?? DBNull.Value;
            }

            if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
                lost.Add(outcome.Id);
        }

        await transaction.CommitAsync(cancellationToken);
        return lost;
    }

    /// <summary>Holds off the other instances until the transaction ends.</summary>
    private static Task TakeTurnAsync(RenkeiBotDbContext context, IDbContextTransaction transaction, DateTimeOffset now, CancellationToken cancellationToken) =>
        SetBudgetAsync(context, transaction, "", now, null, cancellationToken);

    private static async Task SetBudgetAsync(
        RenkeiBotDbContext context, IDbContextTransaction transaction, string tenantId, DateTimeOffset nextSlot, DateTimeOffset? parkedUntil, CancellationToken cancellationToken)
    {
        (string, DbType)[] parameters = [("@tenant", DbType.String), ("@next", DbType.DateTime2), ("@parked", DbType.DateTime2)];
        await using var update = context.Command(
            transaction, sql => $"UPDATE {sql(Budgets)} SET {sql("NextSlot")} = CASE WHEN {sql("NextSlot")} > @next AND @parked IS NOT NULL THEN {sql("NextSlot")} ELSE @next END, "
                + $"{sql("ParkedUntil")} = CASE WHEN @parked IS NULL OR {sql("ParkedUntil")} > @parked THEN {sql("ParkedUntil")} ELSE @parked END WHERE {sql("TenantId")} = @tenant", parameters);
        Fill(update);
        if (await update.ExecuteNonQueryAsync(cancellationToken) > 0)
            return;
        await using var insert = context.Command(
            transaction, sql => $"INSERT INTO {sql(Budgets)} ({sql("TenantId")}, {sql("NextSlot")}, {sql("ParkedUntil")}) VALUES (@tenant, @next, @parked)", parameters);
        Fill(insert);
        await insert.ExecuteNonQueryAsync(cancellationToken);

        void Fill(DbCommand command)
        {
            command.Parameters["@tenant"].Value = tenantId;
            command.Parameters["@next"].Value = nextSlot.UtcDateTime;
            command.Parameters["@parked"].Value = parkedUntil is { } until ? until.UtcDateTime : DBNull.Value;
        }
    }

    private List<(Delivery Delivery, DateTimeOffset Slot)> WithTurns(IReadOnlyList<Delivery> due, Dictionary<string, OutboxBudget> budgets, DateTimeOffset now)
    {
        if (options.TenantRate == 0)
            return [.. due.Select(delivery => (delivery, now))];
        var between = TimeSpan.FromSeconds(1.0 / options.TenantRate);
        var next = budgets.ToDictionary(budget => budget.Key, budget => budget.Value.NextSlot);
        var turns = new List<(Delivery, DateTimeOffset)>();
        foreach (var delivery in due)
        {
            var tenant = delivery.Message.TenantId;
            var slot = next.TryGetValue(tenant, out var free) && free > now ? free : now;
            if (slot > now + Ahead)
                continue;
            next[tenant] = slot + between;
            turns.Add((delivery, slot));
        }

        return turns;
    }

    private static async Task<Dictionary<Guid, Lazy<Activity>>> ReadContentsAsync(RenkeiBotDbContext context, IEnumerable<(Delivery Delivery, DateTimeOffset)> turns, CancellationToken cancellationToken)
    {
        var ids = turns.Select(one => one.Delivery.Message.ContentId).Distinct().ToList();
        return await OutboxQueries.Contents(context, ids).AsNoTracking().ToDictionaryAsync(content => content.Id, Parsed, cancellationToken);
    }

    private static Lazy<Activity> Parsed(OutboxContent content) =>
        new(() => JsonSerializer.Deserialize(content.Activity, BotFrameworkJson.Activity) ?? throw new JsonException("The activity is null."));

    private async Task MarkAsync(
        RenkeiBotDbContext context, IDbContextTransaction transaction, IReadOnlyList<LeasedMessage> leased, string leaseholder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = now + options.Lease;
        var ids = string.Join(',', leased.Select(one => one.Delivery.Message.Id.ToString(CultureInfo.InvariantCulture)));
        await using var mark = context.Command(
            transaction,
            sql => $"UPDATE {sql(Messages)} SET {sql("Leaseholder")} = @leaseholder, {sql("LeasedUntil")} = @until, {sql("Attempts")} = {sql("Attempts")} + 1 WHERE {sql("Id")} IN ({ids})",
            ("@leaseholder", DbType.String), ("@until", DbType.DateTime2));
        mark.Parameters["@leaseholder"].Value = leaseholder;
        mark.Parameters["@until"].Value = until.UtcDateTime;
        await mark.ExecuteNonQueryAsync(cancellationToken);
        foreach (var message in leased.Select(one => one.Delivery.Message))
            (message.LeasedUntil, message.Attempts) = (until, message.Attempts + 1);
    }

    private static DbCommand EndCommand(RenkeiBotDbContext context, IDbContextTransaction transaction) => context.Command(
        transaction,
        sql => $"UPDATE {sql(Messages)} SET {sql("EndedAt")} = CASE WHEN {sql("Revision")} = @revision THEN @at ELSE NULL END, {sql("Attempts")} = CASE WHEN {sql("Revision")} = @revision THEN {sql("Attempts")} ELSE 0 END, "
            + $"{sql("SentRevision")} = CASE WHEN @deleted = 1 THEN 0 ELSE COALESCE(@sent, {sql("SentRevision")}) END, {sql("SentAt")} = COALESCE(@sentAt, {sql("SentAt")}), "
            + $"{sql("ActivityId")} = CASE WHEN @deleted = 1 THEN NULL ELSE COALESCE(@activity, {sql("ActivityId")}) END, "
            + $"{sql("Failure")} = CASE WHEN {sql("Revision")} = @revision THEN @failure ELSE NULL END, {sql("LeasedUntil")} = NULL, {sql("IsThrottled")} = 0 WHERE {sql("Id")} = @id AND {sql("Leaseholder")} = @leaseholder AND {sql("LeasedUntil")} IS NOT NULL",
        ("@id", DbType.Int64), ("@leaseholder", DbType.String), ("@revision", DbType.Int32), ("@sent", DbType.Int32), ("@at", DbType.DateTime2), ("@sentAt", DbType.DateTime2),
        ("@activity", DbType.String), ("@failure", DbType.String), ("@deleted", DbType.Int32));

    private static DbCommand ReleaseCommand(RenkeiBotDbContext context, IDbContextTransaction transaction) => context.Command(
        transaction,
        sql => $"UPDATE {sql(Messages)} SET {sql("NotBefore")} = @notBefore, {sql("IsThrottled")} = @throttled, {sql("Attempts")} = {sql("Attempts")} - @tries, {sql("LeasedUntil")} = NULL "
            + $"WHERE {sql("Id")} = @id AND {sql("Leaseholder")} = @leaseholder AND {sql("LeasedUntil")} IS NOT NULL",
        ("@id", DbType.Int64), ("@leaseholder", DbType.String), ("@notBefore", DbType.DateTime2), ("@throttled", DbType.Boolean), ("@tries", DbType.Int32));

    private static string? Cut(string? text, int length) => text is null || text.Length <= length ? text : text[..length];
}
