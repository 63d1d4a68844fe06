using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Proposals;

/// <summary>The tables of the proposals.</summary>
internal static class ProposalModel
{
    private static readonly ProposalsJson Json = new(ProposalsJson.Default.Options.Readable());

    internal static void Add(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Proposal>(proposal =>
        {
            proposal.ToTable("Proposals");
            proposal.HasIndex(p => p.UpdatedAt);
            proposal.HasIndex(p => new { p.State, p.Deadline });
            proposal.HasIndex(p => new { p.OrganisationKind, p.OrganisationId });
            Person(proposal);
            Organisation(proposal);
            proposal.Property(p => p.Content).HasConversion<ContentColumn, ContentComparer<ProposalContent>>();
            proposal.Property(p => p.State).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            proposal.Property(p => p.Reason).HasMaxLength(RenkeiBotDbContext.ReasonLength);
            proposal.Property(p => p.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<ProposalRevision>(revision =>
        {
            revision.ToTable("ProposalRevisions");
            revision.HasKey(r => new { r.ProposalId, r.Number });
            revision.Property(r => r.Content).HasConversion<ContentColumn, ContentComparer<ProposalContent>>();
        });
        modelBuilder.Entity<Application>(application =>
        {
            application.ToTable("Applications");
            application.HasIndex(a => new { a.ProposalId, a.OrganisationKind, a.OrganisationId }).IsUnique();
            application.HasIndex(a => new { a.OrganisationKind, a.OrganisationId });
            Person(application);
            Organisation(application);
            application.Property(a => a.Message).HasMaxLength(RenkeiBotDbContext.ReasonLength);
            application.Property(a => a.Reason).HasMaxLength(RenkeiBotDbContext.ReasonLength);
            application.Property(a => a.State).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            application.Property(a => a.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<ProposalComment>(comment =>
        {
            comment.ToTable("ProposalComments");
            comment.HasIndex(c => new { c.ProposalId, c.At });
            Person(comment);
            Organisation(comment);
            comment.Property(c => c.Text).HasMaxLength(RenkeiBotDbContext.ReasonLength);
        });
        modelBuilder.Entity<InterestProfile>(profile =>
        {
            profile.ToTable("InterestProfiles");
            profile.HasKey(p => new { p.OrganisationKind, p.OrganisationId });
            Organisation(profile);
            profile.Property(p => p.Content).HasConversion<InterestColumn, ContentComparer<InterestContent>>();
            profile.Property(p => p.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<SavedSearch>(search =>
        {
            search.ToTable("SavedSearches");
            Person(search);
            search.Property(s => s.Terms).HasConversion<TermsColumn, ContentComparer<SearchTerms>>();
        });
        modelBuilder.Entity<MatchDecision>(match =>
        {
            match.ToTable("MatchDecisions");
            match.HasKey(m => new { m.ProposalId, m.OrganisationKind, m.OrganisationId });
            match.Property(m => m.OrganisationKind).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            match.Property(m => m.OrganisationId).HasMaxLength(RenkeiBotDbContext.NameLength);
            match.Property(m => m.Kind).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
        });
        modelBuilder.Entity<PostedCard>(card =>
        {
            card.ToTable("PostedCards");
            card.HasKey(c => new { c.ProposalId, c.ConversationId });
            card.Property(c => c.ConversationId).HasMaxLength(RenkeiBotDbContext.ConversationIdLength);
            card.Property(c => c.ActivityId).HasMaxLength(RenkeiBotDbContext.ConversationIdLength);
            card.Property(c => c.ServiceUrl).HasMaxLength(RenkeiBotDbContext.ReasonLength);
        });
    }

    private static void Person<T>(EntityTypeBuilder<T> entity)
        where T : class
    {
        entity.HasIndex("TenantId", "AadObjectId");
        entity.Property<string>("TenantId").HasMaxLength(RenkeiBotDbContext.GuidLength);
        entity.Property<string>("AadObjectId").HasMaxLength(RenkeiBotDbContext.GuidLength);
    }

    private static void Organisation<T>(EntityTypeBuilder<T> entity)
        where T : class
    {
        entity.Property<Members.OrganisationKind>("OrganisationKind").HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
        entity.Property<string>("OrganisationId").HasMaxLength(RenkeiBotDbContext.NameLength);
        entity.Property<string>("OrganisationName").HasMaxLength(RenkeiBotDbContext.NameLength);
    }

    /// <summary>What a proposal says.</summary>
    internal sealed class ContentColumn() : JsonColumn<ProposalContent>(() => Json.ProposalContent);

    /// <summary>What an organisation offers and looks for.</summary>
    internal sealed class InterestColumn() : JsonColumn<InterestContent>(() => Json.InterestContent);

    /// <summary>What is searched for.</summary>
    internal sealed class TermsColumn() : JsonColumn<SearchTerms>(() => Json.SearchTerms);
}
