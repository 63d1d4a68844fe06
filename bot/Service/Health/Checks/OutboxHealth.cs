using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.Health.Checks;

/// <summary>Whether messages for other conversations go out in time. What waits for quiet hours to end, or for somebody to write to the bot, is not late.</summary>
internal sealed class OutboxHealth(IDbContextFactory<RenkeiBotDbContext> contexts, IOptions<HealthOptions> options, IOptions<OutboxOptions> outbox, TimeProvider time) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.Run(() => LookAsync(cancellationToken), cancellationToken).WaitAsync(cancellationToken);

    private async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        var late = time.GetUtcNow() - options.Value.LateOutbox;
        // What quiet hours held goes out after them, and is as late as it can be then.
        var quiet = outbox.Value.Quiet is { } hours && (hours.Contains(time.GetUtcNow()) || hours.Contains(late));
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var command = context.Command(
            null,
            sql => $"SELECT COUNT(*) FROM {sql("OutboxMessages")} m WHERE m.{sql("EndedAt")} IS NULL AND m.{sql("NotBefore")} < @late"
                + (quiet ? $" AND (m.{sql("Lane")} = 0 OR m.{sql("ActivityId")} IS NOT NULL)" : "")
                + $" AND (m.{sql("ConversationId")} IS NOT NULL OR EXISTS (SELECT 1 FROM {sql("PersonalChats")} c WHERE c.{sql("TenantId")} = m.{sql("TenantId")} AND c.{sql("AadObjectId")} = m.{sql("AadObjectId")}))",
            ("@late", DbType.DateTime2));
        command.Parameters["@late"].Value = late.UtcDateTime;
        var number = Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        return number == 0
            ? Finding.Good("Messages go out in time.", "滞りなく配信しています。")
            : Finding.Care(
                string.Create(CultureInfo.InvariantCulture, $"{number} messages are late."),
                string.Create(CultureInfo.InvariantCulture, $"{number:N0}件のメッセージの配信が遅れています。"));
    }
}
