using System.Data;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Outbox;

/// <summary>Writes what should stand in other conversations, in the transaction of the change that causes it. It is delivered after the caller has saved it.</summary>
internal sealed class OutboxWriter(OutboxSignal signal, IOptions<OutboxOptions> options)
{
    private const int MaxKeyLength = 200;
    private const string Table = "OutboxMessages";

    /// <summary>Adds a message for a person that answers what somebody else did.</summary>
    /// <param name="context">The context of the change.</param>
    /// <param name="key">What makes the message one and the same: a second one with this key is refused by the database, and the change with it.</param>
    /// <param name="tenantId">The person's tenant.</param>
    /// <param name="aadObjectId">The person's object id in Entra ID. While their personal chat is not known, the message waits.</param>
    /// <param name="activity">What to send; whom it goes to is filled in at the sending.</param>
    /// <param name="now">The present time.</param>
    /// <exception cref="ArgumentException">The ids cannot be those of a person.</exception>
    public void Add(RenkeiBotDbContext context, string key, string tenantId, string aadObjectId, Activity activity, DateTimeOffset now) =>
        Add(context, new OutboxPost(key, OutboxTarget.Person(tenantId, aadObjectId), activity, OutboxLane.Notice), now);

    /// <summary>Adds a message that is not there yet: a second one with its key is refused by the database, and the change with it.</summary>
    public void Add(RenkeiBotDbContext context, OutboxPost post, DateTimeOffset now)
    {
        context.OutboxMessages.Add(new OutboxMessage
        {
            Key = Fitting(post.Key),
            Source = post.Source,
            Lane = post.Lane,
            Target = post.Target.Key,
            TenantId = post.Target.TenantId,
            AadObjectId = post.Target.AadObjectId,
            ConversationId = post.Target.ConversationId,
            Reference = post.Target.Reference,
            ServiceUrl = post.Target.ServiceUrl,
            ParentKey = post.ParentKey is { } parent ? Fitting(parent) : null,
            ActivityId = post.ActivityId,
            Activity = Json(post.Activity),
            CreatedAt = now,
            NotBefore = post.NotBefore ?? now,
        });
        WakeAfter(context);
    }

    /// <summary>
    /// Says what a message should be now, whether or not it is there: one that was not sent yet is replaced, one that was sent is updated where it stands. Of two who do so at
    /// once, the second gets a <see cref="DbUpdateException"/> when it saves, or loses a race of <see cref="DatabaseRaces"/>.
    /// </summary>
    public async Task PutAsync(RenkeiBotDbContext context, OutboxPost post, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindAsync(context, post.Key, cancellationToken) is not { } message)
        {
            Add(context, post, now);
            return;
        }

        if (post.ActivityId is not null)
            message.ActivityId = post.ActivityId;
        message.Activity = Json(post.Activity);
        message.IsWithdrawn = false;
        Revise(context, message, post.NotBefore ?? now);
    }

    /// <summary>The message with a key; null for none, and for one that ended so long ago that it was removed.</summary>
    public static Task<OutboxMessage?> FindAsync(RenkeiBotDbContext context, string key, CancellationToken cancellationToken) =>
        OutboxQueries.ByKey(context, Fitting(key)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Takes a message back: one that was sent is deleted where it stands, one that was not is never sent. Nothing happens where there is none.</summary>
    public async Task WithdrawAsync(RenkeiBotDbContext context, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindAsync(context, key, cancellationToken) is not { IsWithdrawn: false } message)
            return;
        message.IsWithdrawn = true;
        Revise(context, message, now);
    }

    /// <summary>Sends a message once more that was given up. The caller saves.</summary>
    public void SendAgain(RenkeiBotDbContext context, OutboxMessage message, DateTimeOffset now) => Revise(context, message, now);

    /// <summary>
    /// Gives all messages of a source a new content, at once and not with the next SaveChanges: call it in the caller's transaction. What was given up stays so, and goes out with the new content when it is sent again.
    /// </summary>
    /// <returns>How many.</returns>
    public Task<int> ReviseAllAsync(RenkeiBotDbContext context, string source, Activity activity, DateTimeOffset now, CancellationToken cancellationToken) => ChangeAllAsync(
        context, source, now,
        sql => $"{sql("Activity")} = @activity, {sql("EndedAt")} = CASE WHEN {sql("Failure")} IS NULL THEN NULL ELSE {sql("EndedAt")} END, {Anew(sql, keepsFailure: true)} WHERE {sql("Source")} = @source AND {Not(sql("IsWithdrawn"))}",
        command => command.Parameters["@activity"].Value = Json(activity), cancellationToken, ("@activity", DbType.String));

    /// <summary>
    /// Takes all messages of a source back, at once and not with the next SaveChanges: call it in the caller's transaction. What nobody has in hand and was never sent has ended with that.
    /// </summary>
    /// <returns>How many.</returns>
    public Task<int> WithdrawAllAsync(RenkeiBotDbContext context, string source, DateTimeOffset now, CancellationToken cancellationToken) => ChangeAllAsync(
        context, source, now,
        sql => $"{sql("IsWithdrawn")} = @true, {sql("EndedAt")} = CASE WHEN {sql("ActivityId")} IS NULL AND ({sql("LeasedUntil")} IS NULL OR {sql("LeasedUntil")} <= @now) THEN @now ELSE NULL END, "
            + $"{Anew(sql)} WHERE {sql("Source")} = @source AND {Not(sql("IsWithdrawn"))}",
        command => command.Parameters["@true"].Value = true, cancellationToken, ("@true", DbType.Boolean));

    /// <summary>Sends all messages of a source once more that were given up, at once: call it in the caller's transaction.</summary>
    /// <returns>How many.</returns>
    public Task<int> SendAllAgainAsync(RenkeiBotDbContext context, string source, DateTimeOffset now, CancellationToken cancellationToken) => ChangeAllAsync(
        context, source, now, sql => $"{sql("EndedAt")} = NULL, {Anew(sql)} WHERE {sql("Source")} = @source AND {sql("Failure")} IS NOT NULL", _ => { }, cancellationToken);

    /// <summary>Says that the rows are committed, where the caller commits a transaction of its own. Without it they are found within seconds.</summary>
    public void Wake() => signal.Set();

    private async Task<int> ChangeAllAsync(
        RenkeiBotDbContext context, string source, DateTimeOffset now, Func<Func<string, string>, string> change, Action<System.Data.Common.DbCommand> fill, CancellationToken cancellationToken,
        params (string, DbType)[] parameters)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = context.Command(
                context.Database.CurrentTransaction, sql => $"UPDATE {sql(Table)} SET {change(sql)}", [("@source", DbType.String), ("@now", DbType.DateTime2), .. parameters]);
            command.Parameters["@source"].Value = source;
            command.Parameters["@now"].Value = now.UtcDateTime;
            fill(command);
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
            signal.Set();
        }
    }

    /// <summary>A new revision. The pause that the channel asked for is kept.</summary>
    private static string Anew(Func<string, string> sql, bool keepsFailure = false) =>
        $"{sql("Revision")} = {sql("Revision")} + 1, {sql("NotBefore")} = CASE WHEN {sql("IsThrottled")} = 1 AND {sql("NotBefore")} > @now THEN {sql("NotBefore")} ELSE @now END, {sql("Attempts")} = 0"
        + (keepsFailure ? "" : $", {sql("Failure")} = NULL");

    private static string Not(string flag) => $"{flag} = 0";

    private void Revise(RenkeiBotDbContext context, OutboxMessage message, DateTimeOffset notBefore)
    {
        message.Revision++;
        message.Attempts = 0;
        message.Failure = null;
        // Several changes within moments are one.
        var earliest = message.SentAt + options.Value.UpdateInterval;
        var begin = earliest > notBefore ? earliest.Value : notBefore;
        // The pause that the channel asked for is kept.
        message.NotBefore = message.IsThrottled && message.NotBefore > begin ? message.NotBefore : begin;
        message.EndedAt = null;
        // Also where it is null already: the dispatcher may set it meanwhile.
        context.Entry(message).Property(m => m.EndedAt).IsModified = true;
        WakeAfter(context);
    }

    private void WakeAfter(RenkeiBotDbContext context) => context.SavedChanges += (_, _) => signal.Set();

    private static string Json(Activity activity) => JsonSerializer.Serialize(activity, BotFrameworkJson.Activity);

    private static string Fitting(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return key.Length <= MaxKeyLength ? key : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }
}
