using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Proposals;

/// <summary>The questions about proposals and what belongs to them.</summary>
public static class ProposalQueries
{
    /// <summary>The proposal with an id.</summary>
    public static IQueryable<Proposal> ById(RenkeiBotDbContext context, Guid id) => context.Proposals.Where(p => p.Id == id);

    /// <summary>Proposals that members see and that are not over, in no order: the board.</summary>
    public static IQueryable<Proposal> OnBoard(RenkeiBotDbContext context) =>
        context.Proposals.Where(p => p.State == ProposalState.Open || p.State == ProposalState.Negotiating || p.State == ProposalState.Agreed);

    /// <summary>Proposals that changed at a moment or after it, in whatever state, in no order.</summary>
    public static IQueryable<Proposal> ChangedSince(RenkeiBotDbContext context, DateTimeOffset moment) => context.Proposals.Where(p => p.UpdatedAt >= moment);

    /// <summary>The proposals of an organisation that all members see, newest first.</summary>
    public static IQueryable<Proposal> PostedBy(RenkeiBotDbContext context, OrganisationKind kind, string id) =>
        context.Proposals.Where(p => p.OrganisationKind == kind && p.OrganisationId == id && p.PostedAt != null && p.State != ProposalState.Rejected && p.State != ProposalState.InReview)
            .OrderByDescending(p => p.UpdatedAt).ThenBy(p => p.Id);

    /// <summary>The proposals of an organisation, and the drafts of one person in it; newest first.</summary>
    public static IQueryable<Proposal> Own(RenkeiBotDbContext context, OrganisationKind kind, string id, string tenantId, string aadObjectId) =>
        context.Proposals.Where(p => p.OrganisationKind == kind && p.OrganisationId == id && (p.State != ProposalState.Draft || (p.TenantId == tenantId && p.AadObjectId == aadObjectId)))
            .OrderByDescending(p => p.UpdatedAt).ThenBy(p => p.Id);

    /// <summary>What a proposal said under one number.</summary>
    public static IQueryable<ProposalRevision> RevisionNumbered(RenkeiBotDbContext context, Guid proposalId, int number) =>
        context.ProposalRevisions.Where(r => r.ProposalId == proposalId && r.Number == number);

    /// <summary>The proposals that wait for the secretariat, oldest first.</summary>
    public static IQueryable<Proposal> InReview(RenkeiBotDbContext context) =>
        context.Proposals.Where(p => p.State == ProposalState.InReview).OrderBy(p => p.UpdatedAt).ThenBy(p => p.Id);

    /// <summary>Open proposals whose deadline lies before a day and of which no application waits for the owner.</summary>
    public static IQueryable<Proposal> Expired(RenkeiBotDbContext context, DateOnly day) =>
        context.Proposals.Where(p => p.State == ProposalState.Open && p.Deadline < day
            && !context.Applications.Any(a => a.ProposalId == p.Id && a.State == ApplicationState.Applied)).OrderBy(p => p.Deadline).ThenBy(p => p.Id);

    /// <summary>Proposals on the board whose deadline lies in a time, both days included, and whose owner was not reminded of it.</summary>
    public static IQueryable<Proposal> ToRemind(RenkeiBotDbContext context, DateOnly from, DateOnly until) =>
        OnBoard(context).Where(p => p.Deadline >= from && p.Deadline <= until && (p.RemindedOf == null || p.RemindedOf != p.Deadline)).OrderBy(p => p.Deadline).ThenBy(p => p.Id);

    /// <summary>Drafts that nobody has touched since a moment.</summary>
    public static IQueryable<Proposal> DraftsBefore(RenkeiBotDbContext context, DateTimeOffset moment) =>
        context.Proposals.Where(p => p.State == ProposalState.Draft && p.UpdatedAt < moment).OrderBy(p => p.UpdatedAt);

    /// <summary>What the proposals that a person wrote said.</summary>
    public static IQueryable<ProposalRevision> RevisionsBy(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.ProposalRevisions.Where(r => context.Proposals.Any(p => p.Id == r.ProposalId && p.TenantId == tenantId && p.AadObjectId == aadObjectId));

    /// <summary>The proposals that a person wrote.</summary>
    public static IQueryable<Proposal> WrittenBy(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.Proposals.Where(p => p.TenantId == tenantId && p.AadObjectId == aadObjectId).OrderBy(p => p.CreatedAt);

    /// <summary>What a proposal said, newest first.</summary>
    public static IQueryable<ProposalRevision> Revisions(RenkeiBotDbContext context, Guid proposalId) =>
        context.ProposalRevisions.Where(r => r.ProposalId == proposalId).OrderByDescending(r => r.Number);

    /// <summary>The applications to a proposal, oldest first.</summary>
    public static IQueryable<Application> Applications(RenkeiBotDbContext context, Guid proposalId) =>
        context.Applications.Where(a => a.ProposalId == proposalId).OrderBy(a => a.AppliedAt).ThenBy(a => a.Id);

    /// <summary>The application with an id.</summary>
    public static IQueryable<Application> ApplicationById(RenkeiBotDbContext context, Guid id) => context.Applications.Where(a => a.Id == id);

    /// <summary>The application of an organisation to a proposal: one at most.</summary>
    public static IQueryable<Application> ApplicationOf(RenkeiBotDbContext context, Guid proposalId, OrganisationKind kind, string id) =>
        context.Applications.Where(a => a.ProposalId == proposalId && a.OrganisationKind == kind && a.OrganisationId == id);

    /// <summary>The applications of an organisation with their proposals, newest first.</summary>
    public static IQueryable<AppliedProposal> AppliedBy(RenkeiBotDbContext context, OrganisationKind kind, string id) =>
        from application in context.Applications
        join proposal in context.Proposals on application.ProposalId equals proposal.Id
        where application.OrganisationKind == kind && application.OrganisationId == id
        orderby application.AppliedAt descending, application.Id
        select new AppliedProposal(application, proposal);

    /// <summary>Who has applied to the proposals on the board, in no order.</summary>
    public static IQueryable<Applicant> Applicants(RenkeiBotDbContext context) =>
        from application in context.Applications
        join proposal in OnBoard(context) on application.ProposalId equals proposal.Id
        select new Applicant(application.ProposalId, application.OrganisationKind, application.OrganisationId, application.State, application.Version);

    /// <summary>Applications that nobody will decide: their proposal ended at the moment when they were made.</summary>
    public static IQueryable<AppliedProposal> Stranded(RenkeiBotDbContext context) =>
        from application in context.Applications
        join proposal in context.Proposals on application.ProposalId equals proposal.Id
        where (application.State == ApplicationState.Applied || application.State == ApplicationState.Approved)
            && (proposal.State == ProposalState.Done || proposal.State == ProposalState.Withdrawn || proposal.State == ProposalState.Rejected)
        select new AppliedProposal(application, proposal);

    /// <summary>The applications that a person wrote.</summary>
    public static IQueryable<Application> ApplicationsBy(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.Applications.Where(a => a.TenantId == tenantId && a.AadObjectId == aadObjectId).OrderBy(a => a.AppliedAt);

    /// <summary>All applications of all proposals, in no order.</summary>
    public static IQueryable<Application> AllApplications(RenkeiBotDbContext context) => context.Applications;

    /// <summary>All proposals, in no order.</summary>
    public static IQueryable<Proposal> All(RenkeiBotDbContext context) => context.Proposals;

    /// <summary>The comments on a proposal, oldest first.</summary>
    public static IQueryable<ProposalComment> Comments(RenkeiBotDbContext context, Guid proposalId) =>
        context.ProposalComments.Where(c => c.ProposalId == proposalId).OrderBy(c => c.At).ThenBy(c => c.Id);

    /// <summary>The comment with an id.</summary>
    public static IQueryable<ProposalComment> CommentById(RenkeiBotDbContext context, Guid id) => context.ProposalComments.Where(c => c.Id == id);

    /// <summary>The comments that a person wrote.</summary>
    public static IQueryable<ProposalComment> CommentsBy(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.ProposalComments.Where(c => c.TenantId == tenantId && c.AadObjectId == aadObjectId).OrderBy(c => c.At);

    /// <summary>What organisations registered at a moment or after it, in no order.</summary>
    public static IQueryable<InterestProfile> InterestsSince(RenkeiBotDbContext context, DateTimeOffset moment) => context.InterestProfiles.Where(p => p.UpdatedAt >= moment);

    /// <summary>What one organisation registered.</summary>
    public static IQueryable<InterestProfile> InterestOf(RenkeiBotDbContext context, OrganisationKind kind, string id) =>
        context.InterestProfiles.Where(p => p.OrganisationKind == kind && p.OrganisationId == id);

    /// <summary>The searches that people saved, with who may be told, in no order.</summary>
    public static IQueryable<Watcher> Watchers(RenkeiBotDbContext context) =>
        from search in context.SavedSearches
        join member in context.Members on new { search.TenantId, search.AadObjectId } equals new { member.TenantId, member.AadObjectId }
        where member.RevokedAt == null
        select new Watcher(search, member);

    /// <summary>The searches that a person saved, oldest first.</summary>
    public static IQueryable<SavedSearch> SavedSearchesOf(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.SavedSearches.Where(s => s.TenantId == tenantId && s.AadObjectId == aadObjectId).OrderBy(s => s.CreatedAt).ThenBy(s => s.Id);

    /// <summary>What was decided about recommendations at a moment or after it, in no order.</summary>
    public static IQueryable<MatchDecision> DecisionsSince(RenkeiBotDbContext context, DateTimeOffset moment) => context.MatchDecisions.Where(m => m.At >= moment);

    /// <summary>What was decided about one recommendation.</summary>
    public static IQueryable<MatchDecision> DecisionOf(RenkeiBotDbContext context, Guid proposalId, OrganisationKind kind, string id) =>
        context.MatchDecisions.Where(m => m.ProposalId == proposalId && m.OrganisationKind == kind && m.OrganisationId == id);

    /// <summary>The card of a proposal in a conversation.</summary>
    public static IQueryable<PostedCard> PostedCardIn(RenkeiBotDbContext context, Guid proposalId, string conversationId) =>
        context.PostedCards.Where(c => c.ProposalId == proposalId && c.ConversationId == conversationId);

    /// <summary>Cards whose place the outbox alone knows.</summary>
    public static IQueryable<PostedCard> AnnouncedCards(RenkeiBotDbContext context) => context.PostedCards.Where(c => c.ActivityId == "");

    /// <summary>Where the card of a proposal stands.</summary>
    public static IQueryable<PostedCard> PostedCards(RenkeiBotDbContext context, Guid proposalId) => context.PostedCards.Where(c => c.ProposalId == proposalId);
}

/// <summary>An application and what it applies to.</summary>
/// <param name="Application">The application.</param>
/// <param name="Proposal">The proposal.</param>
public sealed record AppliedProposal(Application Application, Proposal Proposal);

/// <summary>A saved search and whose it is.</summary>
/// <param name="Search">The search.</param>
/// <param name="Member">The member.</param>
public sealed record Watcher(SavedSearch Search, Member Member);

/// <summary>An organisation that has applied to a proposal.</summary>
/// <param name="ProposalId">The proposal.</param>
/// <param name="OrganisationKind">What the organisation is.</param>
/// <param name="OrganisationId">Which one.</param>
/// <param name="State">Where the application stands.</param>
/// <param name="Version">The version of the application.</param>
public sealed record Applicant(Guid ProposalId, OrganisationKind OrganisationKind, string OrganisationId, ApplicationState State, int Version)
{
    /// <summary>Which organisation.</summary>
    public OrganisationKey Organisation => new(OrganisationKind, OrganisationId);

    /// <summary>The applicant of an application.</summary>
    public static Applicant Of(Application application)
    {
        ArgumentNullException.ThrowIfNull(application);
        return new(application.ProposalId, application.OrganisationKind, application.OrganisationId, application.State, application.Version);
    }
}
