using System.Data;
using System.Runtime.CompilerServices;
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
    private const string Contents = "OutboxContents";

    /// <summary>What was written in each context: a broadcast says the same in a thousand channels.</summary>
    private readonly ConditionalWeakTable<RenkeiBotDbContext, Dictionary<string, OutboxContent>> written = [];

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
            Content = Content(context, post.Activity),
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
        message.Content = Content(context, post.Activity);
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
    public async Task<int> ReviseAllAsync(RenkeiBotDbContext context, string source, Activity activity, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var content = new OutboxContent { Activity = Json(activity) };
        await ExecuteAsync(
            context, sql => $"INSERT INTO {sql(Contents)} ({sql("Id")}, {sql("Activity")}) VALUES (@id, @activity)", cancellationToken,
            ("@id", DbType.Guid, content.Id), ("@activity", DbType.String, content.Activity));
        return await ChangeAllAsync(
            context, source, now,
            sql => $"{sql("ContentId")} = @content, {sql("EndedAt")} = CASE WHEN {sql("Failure")} IS NULL THEN NULL ELSE {sql("EndedAt")} END, {Anew(sql, keepsFailure: true)} WHERE {sql("Source")} = @source AND {sql("IsWithdrawn")} = 0",
            cancellationToken, ("@content", DbType.Guid, content.Id));
    }

    /// <summary>
    /// Takes all messages of a source back, at once and not with the next SaveChanges: call it in the caller's transaction. What nobody has in hand and was never sent has ended with that.
    /// </summary>
    /// <returns>How many.</returns>
    public Task<int> WithdrawAllAsync(RenkeiBotDbContext context, string source, DateTimeOffset now, CancellationToken cancellationToken) => ChangeAllAsync(
        context, source, now,
        sql => $"{sql("IsWithdrawn")} = 1, {sql("EndedAt")} = CASE WHEN {sql("ActivityId")} IS NULL AND ({sql("LeasedUntil")} IS NULL OR {sql("LeasedUntil")} <= @now) THEN @now ELSE NULL END, "
            + $"{Anew(sql)} WHERE {sql("Source")} = @source AND {sql("IsWithdrawn")} = 0",
        cancellationToken);

    /// <summary>Sends all messages of a source once more that were given up, at once: call it in the caller's transaction.</summary>
    /// <returns>How many.</returns>
    public Task<int> SendAllAgainAsync(RenkeiBotDbContext context, string source, DateTimeOffset now, CancellationToken cancellationToken) => ChangeAllAsync(
        context, source, now, sql => $"{sql("EndedAt")} = NULL, {Anew(sql)} WHERE {sql("Source")} = @source AND {sql("Failure")} IS NOT NULL", cancellationToken);

    /// <summary>Says that the rows are committed, where the caller commits a transaction of its own. Without it they are found within seconds.</summary>
    public void Wake() => signal.Set();

    private async Task<int> ChangeAllAsync(
        RenkeiBotDbContext context, string source, DateTimeOffset now, Func<Func<string, string>, string> change, CancellationToken cancellationToken, params (string, DbType, object)[] parameters)
    {
        try
        {
            return await ExecuteAsync(
                context, sql => $"UPDATE {sql(Table)} SET {change(sql)}", cancellationToken, [("@source", DbType.String, source), ("@now", DbType.DateTime2, now.UtcDateTime), .. parameters]);
        }
        finally
        {
            signal.Set();
        }
    }

    private static async Task<int> ExecuteAsync(
        RenkeiBotDbContext context, Func<Func<string, string>, string> text, CancellationToken cancellationToken, params (string Name, DbType Type, object Value)[] parameters)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = context.Command(context.Database.CurrentTransaction, text, [.. parameters.Select(parameter => (parameter.Name, parameter.Type))]);
            foreach (var (name, _, value) in parameters)
                command.Parameters[name].Value = value;
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>A new revision. The pause that the channel asked for is kept.</summary>
    private static string Anew(Func<string, string> sql, bool keepsFailure = false) =>
        $"{sql("Revision")} = {sql("Revision")} + 1, {sql("NotBefore")} = CASE WHEN {sql("IsThrottled")} = 1 AND {sql("NotBefore")} > @now THEN {sql("NotBefore")} ELSE @now END, {sql("Attempts")} = 0"
        + (keepsFailure ? "" : $", {sql("Failure")} = NULL");

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

    private OutboxContent Content(RenkeiBotDbContext context, Activity activity)
    {
        var json = Json(activity);
        var contents = written.GetOrCreateValue(context);
        // One that the context does not know any more may not be there any more either.
        if (!contents.TryGetValue(json, out var content) || context.Entry(content).State == EntityState.Detached)
            contents[json] = context.OutboxContents.Add(content = new OutboxContent { Activity = json }).Entity;
        return content;
    }

    private static string Json(Activity activity) => JsonSerializer.Serialize(activity, BotFrameworkJson.Activity);

    private static string Fitting(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return key.Length <= MaxKeyLength ? key : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }
}
