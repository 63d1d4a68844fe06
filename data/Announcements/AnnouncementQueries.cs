using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Announcements;

/// <summary>The questions about announcements and what belongs to them.</summary>
public static class AnnouncementQueries
{
    /// <summary>The announcement with an id.</summary>
    public static IQueryable<Announcement> ById(RenkeiBotDbContext context, Guid id) => context.Announcements.Where(a => a.Id == id);

    /// <summary>All announcements, those changed last first.</summary>
    public static IQueryable<Announcement> Newest(RenkeiBotDbContext context) => context.Announcements.OrderByDescending(a => a.UpdatedAt).ThenBy(a => a.Id);

    /// <summary>The announcements whose next sending is due.</summary>
    public static IQueryable<Guid> Due(RenkeiBotDbContext context, DateTimeOffset now) => context.Announcements.Where(a => a.NextAt <= now).OrderBy(a => a.NextAt).Select(a => a.Id);

    /// <summary>Announcements that have rested since a moment: withdrawn, sent, or drafts that nobody took up.</summary>
    public static IQueryable<Announcement> RestingSince(RenkeiBotDbContext context, DateTimeOffset moment) =>
        context.Announcements.Where(a => a.UpdatedAt < moment && a.NextAt == null && !context.AnnouncementOccurrences.Any(o => o.AnnouncementId == a.Id && o.IsRunning)).OrderBy(a => a.UpdatedAt);

    /// <summary>The sendings of an announcement, the last one first.</summary>
    public static IQueryable<AnnouncementOccurrence> Occurrences(RenkeiBotDbContext context, Guid id) =>
        context.AnnouncementOccurrences.Where(o => o.AnnouncementId == id).OrderByDescending(o => o.Number);

    /// <summary>One sending.</summary>
    public static IQueryable<AnnouncementOccurrence> Occurrence(RenkeiBotDbContext context, Guid id, int number) =>
        context.AnnouncementOccurrences.Where(o => o.AnnouncementId == id && o.Number == number);

    /// <summary>The sendings with something to do, the oldest first.</summary>
    public static IQueryable<AnnouncementOccurrence> Active(RenkeiBotDbContext context) =>
        context.AnnouncementOccurrences.Where(o => o.IsRunning || o.IsDirty).OrderBy(o => o.StartedAt).ThenBy(o => o.AnnouncementId).ThenBy(o => o.Number);

    /// <summary>Those whom a sending reaches.</summary>
    public static IQueryable<AnnouncementTarget> Targets(RenkeiBotDbContext context, Guid id, int occurrence) =>
        context.AnnouncementTargets.Where(t => t.AnnouncementId == id && t.Occurrence == occurrence).OrderBy(t => t.Number);

    /// <summary>Those whose copy is to be put or changed.</summary>
    public static IQueryable<AnnouncementTarget> PendingTargets(RenkeiBotDbContext context, Guid id, int occurrence) => Targets(context, id, occurrence).Where(t => t.IsPending);

    /// <summary>Those in whose conversation somebody has confirmed.</summary>
    public static IQueryable<AnnouncementTarget> ConfirmedTargets(RenkeiBotDbContext context, Guid id, int occurrence) => Targets(context, id, occurrence).Where(t => t.Confirmed > 0);

    /// <summary>Channels by their conversation ids, whatever their state.</summary>
    public static IQueryable<Channel> ChannelsNamed(RenkeiBotDbContext context, IReadOnlyList<string> conversationIds) => context.Channels.Where(c => conversationIds.Contains(c.ConversationId));

    /// <summary>Those whose copy was never put.</summary>
    public static IQueryable<AnnouncementTarget> UnwrittenTargets(RenkeiBotDbContext context, Guid id, int occurrence) => Targets(context, id, occurrence).Where(t => !t.IsWritten);

    /// <summary>The targets in all sendings that are a person's personal chat.</summary>
    public static IQueryable<AnnouncementTarget> TargetsOf(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.AnnouncementTargets.Where(t => t.TenantId == tenantId && t.AadObjectId == aadObjectId).OrderBy(t => t.AnnouncementId).ThenBy(t => t.Occurrence);

    /// <summary>The target of a sending that is a person's personal chat.</summary>
    public static IQueryable<AnnouncementTarget> TargetOf(RenkeiBotDbContext context, Guid id, int occurrence, string tenantId, string aadObjectId) =>
        Targets(context, id, occurrence).Where(t => t.TenantId == tenantId && t.AadObjectId == aadObjectId);

    /// <summary>The target of a sending that is a conversation.</summary>
    public static IQueryable<AnnouncementTarget> TargetIn(RenkeiBotDbContext context, Guid id, int occurrence, string conversationId) =>
        Targets(context, id, occurrence).Where(t => t.ConversationId == conversationId);

    /// <summary>Who confirmed a sending, the first one first.</summary>
    public static IQueryable<AnnouncementConfirmation> Confirmations(RenkeiBotDbContext context, Guid id, int occurrence) =>
        context.AnnouncementConfirmations.Where(c => c.AnnouncementId == id && c.Occurrence == occurrence).OrderBy(c => c.Id);

    /// <summary>A person's confirmation of a sending: one at most.</summary>
    public static IQueryable<AnnouncementConfirmation> ConfirmationOf(RenkeiBotDbContext context, Guid id, int occurrence, string tenantId, string aadObjectId) =>
        Confirmations(context, id, occurrence).Where(c => c.TenantId == tenantId && c.AadObjectId == aadObjectId);

    /// <summary>All confirmations of a person.</summary>
    public static IQueryable<AnnouncementConfirmation> ConfirmationsBy(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.AnnouncementConfirmations.Where(c => c.TenantId == tenantId && c.AadObjectId == aadObjectId).OrderBy(c => c.Id);

    /// <summary>The templates that were kept, by name.</summary>
    public static IQueryable<AnnouncementTemplate> Templates(RenkeiBotDbContext context) => context.AnnouncementTemplates.OrderBy(t => t.Name).ThenBy(t => t.Id);

    /// <summary>The template with an id.</summary>
    public static IQueryable<AnnouncementTemplate> TemplateById(RenkeiBotDbContext context, Guid id) => context.AnnouncementTemplates.Where(t => t.Id == id);

    /// <summary>The template of a name.</summary>
    public static IQueryable<AnnouncementTemplate> TemplateNamed(RenkeiBotDbContext context, string name) => context.AnnouncementTemplates.Where(t => t.Name == name);

    /// <summary>What became of the copies of a sending, without what they say.</summary>
    public static IQueryable<CopyState> Copies(RenkeiBotDbContext context, string source) =>
        context.OutboxMessages.Where(m => m.Source == source).Select(m => new CopyState(m.Key, m.EndedAt != null, m.SentRevision > 0, m.IsWithdrawn, m.Failure, m.SentAt));

    /// <summary>The copies of a sending that wait for persons whose personal chat is not known.</summary>
    public static IQueryable<OutboxMessage> Unreachable(RenkeiBotDbContext context, string source) =>
        context.OutboxMessages.Where(m => m.Source == source && m.EndedAt == null && m.ConversationId == null
            && !context.PersonalChats.Any(c => c.TenantId == m.TenantId && c.AadObjectId == m.AadObjectId));

    /// <summary>Everyone whose personal chat is known.</summary>
    public static IQueryable<ReachedPerson> Reached(RenkeiBotDbContext context) => context.PersonalChats.Select(c => new ReachedPerson(c.TenantId, c.AadObjectId));
}

/// <summary>What became of one copy.</summary>
/// <param name="Key">Its key.</param>
/// <param name="HasEnded">Whether nothing is left to do.</param>
/// <param name="IsSent">Whether the channel has had it at least once.</param>
/// <param name="IsWithdrawn">Whether it should not stand there.</param>
/// <param name="Failure">Why it was given up; null where it was not.</param>
/// <param name="SentAt">When it was last sent.</param>
public sealed record CopyState(string Key, bool HasEnded, bool IsSent, bool IsWithdrawn, string? Failure, DateTimeOffset? SentAt);

/// <summary>A person whose personal chat is known.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="AadObjectId">The object id in Entra ID.</param>
public sealed record ReachedPerson(string TenantId, string AadObjectId);
