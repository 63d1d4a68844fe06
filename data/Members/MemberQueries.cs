using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Members;

/// <summary>The questions about members and registrations. See data/README.md: what asks the database is in a class named so.</summary>
public static class MemberQueries
{
    /// <summary>The member, active or revoked, that a person is.</summary>
    public static IQueryable<Member> ByPerson(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.Members.Where(m => m.TenantId == tenantId && m.AadObjectId == aadObjectId);

    /// <summary>Everyone who has ever been a member, in no order.</summary>
    public static IQueryable<Member> All(RenkeiBotDbContext context) => context.Members;

    /// <summary>The member with an id.</summary>
    public static IQueryable<Member> ById(RenkeiBotDbContext context, Guid id) => context.Members.Where(m => m.Id == id);

    /// <summary>Who of the secretariat may act now.</summary>
    public static IQueryable<Member> ActiveSecretaries(RenkeiBotDbContext context) =>
        context.Members.Where(m => m.Role == MemberRole.Secretariat && m.RevokedAt == null).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id);

    /// <summary>Who of an organisation may act for it now, longest registered first.</summary>
    public static IQueryable<Member> ActingFor(RenkeiBotDbContext context, OrganisationKind kind, string id) =>
        context.Members.Where(m => m.OrganisationKind == kind && m.OrganisationId == id && m.RevokedAt == null && m.Role != MemberRole.Observer).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id);

    /// <summary>Everyone who may act for an organisation now, in no order.</summary>
    public static IQueryable<Member> Acting(RenkeiBotDbContext context) => context.Members.Where(m => m.RevokedAt == null && m.Role != MemberRole.Observer);

    /// <summary>A page of those who may act now and whose name or organisation has some words, by organisation and name; no words limit nothing.</summary>
    public static IQueryable<Member> List(RenkeiBotDbContext context, string words, int skip, int take) =>
        Matching(context, words).OrderBy(m => m.OrganisationKind).ThenBy(m => m.OrganisationId).ThenBy(m => m.Name).ThenBy(m => m.Id).Skip(skip).Take(take);

    /// <summary>Those who may act now, in no order: to be counted.</summary>
    public static IQueryable<Member> Active(RenkeiBotDbContext context) => context.Members.Where(m => m.RevokedAt == null);

    /// <summary>Those who may act now and whose name or organisation has some words, in no order: to be counted.</summary>
    public static IQueryable<Member> Matching(RenkeiBotDbContext context, string words) =>
        Active(context).Where(m => words == "" || m.Name.Contains(words) || m.OrganisationName.Contains(words));

    /// <summary>Who of the secretariat may act now, beside one of them.</summary>
    public static IQueryable<Member> OtherSecretaries(RenkeiBotDbContext context, Guid id) =>
        context.Members.Where(m => m.Id != id && m.Role == MemberRole.Secretariat && m.RevokedAt == null);

    /// <summary>A page of the registrations that wait, oldest first.</summary>
    public static IQueryable<Registration> PendingRegistrations(RenkeiBotDbContext context, int skip, int take) =>
        AllPendingRegistrations(context).OrderBy(r => r.AppliedAt).ThenBy(r => r.Id).Skip(skip).Take(take);

    /// <summary>The registrations that wait, in no order: to be counted.</summary>
    public static IQueryable<Registration> AllPendingRegistrations(RenkeiBotDbContext context) =>
        context.Registrations.Where(r => r.State == RegistrationState.Pending);

    /// <summary>The registration of a person that waits: one at most.</summary>
    public static IQueryable<Registration> PendingRegistrationOf(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        RegistrationsOf(context, tenantId, aadObjectId).Where(r => r.State == RegistrationState.Pending);

    /// <summary>All registrations of a person, newest first.</summary>
    public static IQueryable<Registration> RegistrationsOf(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.Registrations.Where(r => r.TenantId == tenantId && r.AadObjectId == aadObjectId).OrderByDescending(r => r.AppliedAt).ThenBy(r => r.Id);

    /// <summary>The registration with an id.</summary>
    public static IQueryable<Registration> RegistrationById(RenkeiBotDbContext context, Guid id) => context.Registrations.Where(r => r.Id == id);

    /// <summary>Registrations that were decided or withdrawn before a moment, oldest first.</summary>
    public static IQueryable<Registration> DecidedBefore(RenkeiBotDbContext context, DateTimeOffset moment) =>
        context.Registrations.Where(r => r.State != RegistrationState.Pending && r.DecidedAt < moment).OrderBy(r => r.DecidedAt);

    /// <summary>The tenants whose people may ask, beside those of the settings, by name.</summary>
    public static IQueryable<AllowedTenant> Tenants(RenkeiBotDbContext context) => context.AllowedTenants.OrderBy(t => t.Name).ThenBy(t => t.TenantId);

    /// <summary>The ids of these tenants, in lower case.</summary>
    public static IQueryable<string> TenantIds(RenkeiBotDbContext context) => context.AllowedTenants.Select(t => t.TenantId);

    /// <summary>The tenant with an id, in lower case.</summary>
    public static IQueryable<AllowedTenant> TenantById(RenkeiBotDbContext context, string tenantId) => context.AllowedTenants.Where(t => t.TenantId == tenantId);
}
