using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.Health;

/// <summary>Tells the secretariat, in their personal chats, that the credential of the bot ends soon: once each stage, whatever restarts and however many instances there are.</summary>
internal sealed class CredentialNotices(IDbContextFactory<RenkeiBotDbContext> contexts, OutboxWriter outbox, TimeProvider time)
{
    /// <summary>Tells a stage to every member of the secretariat who has not been told it.</summary>
    /// <param name="end">When the credential ends.</param>
    /// <param name="stage">The stage, in days before the end.</param>
    /// <param name="days">The days that are left.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task TellAsync(DateTimeOffset end, int stage, int days, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var reading = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var secretary in await MemberQueries.ActiveSecretaries(reading).AsNoTracking().ToListAsync(cancellationToken))
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            outbox.Add(context, $"credential/{end:yyyyMMdd}/{stage}/{secretary.Id:N}", secretary.TenantId, secretary.AadObjectId, Activity.CreateMessage(Text(end, days)), now);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // The key is unique: told before this start, or by another instance.
            }
        }
    }

    private static string Text(DateTimeOffset end, int days) =>
        $"【事務局の方へ】このボットの認証情報は、あと{days}日（{JapanTime.Day(end)}まで）で期限が切れます。切れるとお答えできなくなりますので、運用の担当の方に更新をお願いしてください。";
}
