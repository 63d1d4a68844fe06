using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.DisasterSupport;

/// <summary>The questions about disasters, the reports of support, and what municipalities need.</summary>
public static class DisasterQueries
{
    /// <summary>The disaster with an id.</summary>
    public static IQueryable<DisasterCase> ById(RenkeiBotDbContext context, Guid id) => context.DisasterCases.Where(d => d.Id == id);

    /// <summary>All, in no order.</summary>
    public static IQueryable<DisasterCase> All(RenkeiBotDbContext context) => context.DisasterCases;

    /// <summary>All that were not registered by mistake, the newest first.</summary>
    public static IQueryable<DisasterCase> Listed(RenkeiBotDbContext context) =>
        context.DisasterCases.Where(d => d.State != DisasterState.Withdrawn).OrderByDescending(d => d.RegisteredAt).ThenBy(d => d.Id);

    /// <summary>Those that take reports, the newest first.</summary>
    public static IQueryable<DisasterCase> Active(RenkeiBotDbContext context) => Listed(context).Where(d => d.State == DisasterState.Active);

    /// <summary>Those but one that take reports and bear a name.</summary>
    public static IQueryable<DisasterCase> OthersActiveNamed(RenkeiBotDbContext context, Guid id, string name, bool isDrill) =>
        Active(context).Where(d => d.Id != id && d.Name == name && d.IsDrill == isDrill);

    /// <summary>The ids of those that were not registered by mistake and changed at a moment or later.</summary>
    public static IQueryable<Guid> ChangedSince(RenkeiBotDbContext context, DateTimeOffset moment) =>
        Listed(context).Where(d => d.UpdatedAt >= moment).Select(d => d.Id);

    /// <summary>The timeline, the newest first.</summary>
    public static IQueryable<DisasterEntry> Timeline(RenkeiBotDbContext context, Guid disasterId) =>
        context.DisasterEntries.Where(e => e.DisasterId == disasterId).OrderByDescending(e => e.At).ThenByDescending(e => e.Id);

    /// <summary>All reports of a disaster, also those that were taken back, in the order of reporting.</summary>
    public static IQueryable<SupportReport> Reports(RenkeiBotDbContext context, Guid disasterId) =>
        context.SupportReports.Where(r => r.DisasterId == disasterId).OrderBy(r => r.ReportedAt).ThenBy(r => r.Id);

    /// <summary>The report with an id.</summary>
    public static IQueryable<SupportReport> ReportById(RenkeiBotDbContext context, Guid id) => context.SupportReports.Where(r => r.Id == id);

    /// <summary>The reports of an organisation, the newest first.</summary>
    public static IQueryable<SupportReport> ReportsOf(RenkeiBotDbContext context, string organisationId) =>
        context.SupportReports.Where(r => r.OrganisationId == organisationId).OrderByDescending(r => r.ReportedAt).ThenBy(r => r.Id);

    /// <summary>All reports, the newest first.</summary>
    public static IQueryable<SupportReport> AllReports(RenkeiBotDbContext context) => context.SupportReports.OrderByDescending(r => r.ReportedAt).ThenBy(r => r.Id);

    /// <summary>What a report said, the newest first.</summary>
    public static IQueryable<SupportRevision> Revisions(RenkeiBotDbContext context, Guid reportId) =>
        context.SupportRevisions.Where(r => r.ReportId == reportId).OrderByDescending(r => r.Number);

    /// <summary>What municipalities need after a disaster, in the order of asking.</summary>
    public static IQueryable<AidRequest> Requests(RenkeiBotDbContext context, Guid disasterId) =>
        context.AidRequests.Where(r => r.DisasterId == disasterId).OrderBy(r => r.RequestedAt).ThenBy(r => r.Id);

    /// <summary>The request with an id.</summary>
    public static IQueryable<AidRequest> RequestById(RenkeiBotDbContext context, Guid id) => context.AidRequests.Where(r => r.Id == id);

    /// <summary>The offers to a request, in the order of offering.</summary>
    public static IQueryable<AidOffer> Offers(RenkeiBotDbContext context, Guid requestId) =>
        context.AidOffers.Where(o => o.RequestId == requestId).OrderBy(o => o.OfferedAt).ThenBy(o => o.Id);

    /// <summary>The offers to all requests of a disaster, in the order of offering.</summary>
    public static IQueryable<AidOffer> OffersOf(RenkeiBotDbContext context, Guid disasterId) =>
        context.AidOffers.Where(o => context.AidRequests.Any(r => r.Id == o.RequestId && r.DisasterId == disasterId)).OrderBy(o => o.OfferedAt).ThenBy(o => o.Id);

    /// <summary>The offer with an id.</summary>
    public static IQueryable<AidOffer> OfferById(RenkeiBotDbContext context, Guid id) => context.AidOffers.Where(o => o.Id == id);

    /// <summary>The reports that a person wrote.</summary>
    public static IQueryable<SupportReport> ReportsBy(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.SupportReports.Where(r => r.TenantId == tenantId && r.AadObjectId == aadObjectId).OrderBy(r => r.ReportedAt);

    /// <summary>What the reports that a person wrote said.</summary>
    public static IQueryable<SupportRevision> RevisionsBy(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.SupportRevisions.Where(r => context.SupportReports.Any(s => s.Id == r.ReportId && s.TenantId == tenantId && s.AadObjectId == aadObjectId));

    /// <summary>The requests that a person wrote.</summary>
    public static IQueryable<AidRequest> RequestsBy(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.AidRequests.Where(r => r.TenantId == tenantId && r.AadObjectId == aadObjectId).OrderBy(r => r.RequestedAt);

    /// <summary>The offers that a person wrote.</summary>
    public static IQueryable<AidOffer> OffersBy(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.AidOffers.Where(o => o.TenantId == tenantId && o.AadObjectId == aadObjectId).OrderBy(o => o.OfferedAt);

    /// <summary>The keys of the messages of a source that stand in channels or are on their way there; those that begin a thread only, or all.</summary>
    public static IQueryable<string> MessageKeys(RenkeiBotDbContext context, string source, bool onlyCards) =>
        context.OutboxMessages.Where(m => m.Source == source && !m.IsWithdrawn && (!onlyCards || m.ParentKey == null)).Select(m => m.Key);
}
