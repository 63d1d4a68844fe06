using RenkeiBot.Data.Members;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Directories;

/// <summary>The questions about installations of the Teams app, and about people who cannot be reached without one.</summary>
public static class DirectoryQueries
{
    /// <summary>The installations of a kind in a tenant.</summary>
    public static IQueryable<AppInstallation> Of(RenkeiBotDbContext context, string tenantId, InstallationTarget target) =>
        context.AppInstallations.Where(i => i.TenantId == tenantId && i.Target == target);

    /// <summary>The installation for one person or team.</summary>
    public static IQueryable<AppInstallation> For(RenkeiBotDbContext context, string tenantId, InstallationTarget target, string targetId) =>
        context.AppInstallations.Where(i => i.TenantId == tenantId && i.Target == target && i.TargetId == targetId);

    /// <summary>The installations that are to be made now, those asked for first at the front.</summary>
    public static IQueryable<AppInstallation> Due(RenkeiBotDbContext context, DateTimeOffset now, int take) =>
        context.AppInstallations.Where(i => i.State == InstallationState.Waiting && i.NotBefore <= now).OrderBy(i => i.RequestedAt).ThenBy(i => i.TargetId).Take(take);

    /// <summary>Liaison officers who may act and whose personal chat is not known, by organisation.</summary>
    public static IQueryable<Member> UnreachedOfficers(RenkeiBotDbContext context) =>
        context.Members.Where(m => m.Role == MemberRole.LiaisonOfficer && m.RevokedAt == null && !context.PersonalChats.Any(c => c.TenantId == m.TenantId && c.AadObjectId == m.AadObjectId))
            .OrderBy(m => m.OrganisationId).ThenBy(m => m.Id);

    /// <summary>The personal chats of a tenant, newest first: where the channel answers that tenant.</summary>
    public static IQueryable<PersonalChat> ChatsOf(RenkeiBotDbContext context, string tenantId) =>
        context.PersonalChats.Where(c => c.TenantId == tenantId).OrderByDescending(c => c.UpdatedAt).ThenBy(c => c.AadObjectId);

    /// <summary>The members of a tenant who may act, by organisation.</summary>
    public static IQueryable<Member> MembersOf(RenkeiBotDbContext context, string tenantId) =>
        context.Members.Where(m => m.TenantId == tenantId && m.RevokedAt == null).OrderBy(m => m.OrganisationId).ThenBy(m => m.Id);

    /// <summary>The Microsoft Graph ids of the teams of a tenant that the bot is in.</summary>
    public static IQueryable<string> TeamsWithBot(RenkeiBotDbContext context, string tenantId) =>
        context.Channels.Where(c => c.TenantId == tenantId && c.AadGroupId != null && c.State == Channels.ChannelState.Active).Select(c => c.AadGroupId!).Distinct();
}
