using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.DisasterSupport;

/// <summary>The tables of the disaster support.</summary>
internal static class DisasterSupportModel
{
    private static readonly DisasterSupportJson Json = new(DisasterSupportJson.Default.Options.Readable());

    internal static void Add(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DisasterCase>(disaster =>
        {
            disaster.ToTable("DisasterCases");
            disaster.HasIndex(d => new { d.State, d.RegisteredAt });
            disaster.HasIndex(d => new { d.Name, d.IsDrill }, "IX_DisasterCases_ActiveName").IsUnique().HasFilter("[State] = 'Active'");
            disaster.Property(d => d.Name).HasMaxLength(DisasterCase.NameLength);
            disaster.Property(d => d.Situation).HasMaxLength(DisasterCase.SituationLength);
            disaster.Property(d => d.Severity).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            disaster.Property(d => d.State).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            disaster.Property(d => d.Areas).HasMaxLength(2 * RenkeiBotDbContext.ReasonLength).HasConversion<CodesColumn, ListComparer<string>>();
            disaster.Property(d => d.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<DisasterEntry>(entry =>
        {
            entry.ToTable("DisasterEntries");
            entry.HasIndex(e => new { e.DisasterId, e.At });
            entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            entry.Property(e => e.Text).HasMaxLength(DisasterEntry.TextLength);
        });
        modelBuilder.Entity<SupportReport>(report =>
        {
            report.ToTable("SupportReports");
            report.HasIndex(r => new { r.DisasterId, r.ReportedAt });
            report.HasIndex(r => new { r.OrganisationKind, r.OrganisationId });
            PersonAndOrganisation(report);
            report.Property(r => r.Content).HasConversion<SupportColumn, ContentComparer<SupportContent>>();
            report.Property(r => r.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<SupportRevision>(revision =>
        {
            revision.ToTable("SupportRevisions");
            revision.HasKey(r => new { r.ReportId, r.Number });
            revision.Property(r => r.Content).HasConversion<SupportColumn, ContentComparer<SupportContent>>();
        });
        modelBuilder.Entity<AidRequest>(request =>
        {
            request.ToTable("AidRequests");
            request.HasIndex(r => new { r.DisasterId, r.RequestedAt });
            PersonAndOrganisation(request);
            request.Property(r => r.Item).HasMaxLength(AidRequest.ItemLength);
            request.Property(r => r.Unit).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            request.Property(r => r.Place).HasMaxLength(SupportContent.LineLength);
            request.Property(r => r.Note).HasMaxLength(RenkeiBotDbContext.ReasonLength);
            request.Property(r => r.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<AidOffer>(offer =>
        {
            offer.ToTable("AidOffers");
            offer.HasIndex(o => new { o.RequestId, o.OfferedAt });
            PersonAndOrganisation(offer);
            offer.Property(o => o.Message).HasMaxLength(RenkeiBotDbContext.ReasonLength);
            offer.Property(o => o.State).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            offer.Property(o => o.Version).IsConcurrencyToken();
        });
    }

    private static void PersonAndOrganisation<T>(EntityTypeBuilder<T> entity)
        where T : class
    {
        entity.HasIndex("TenantId", "AadObjectId");
        entity.Property<string>("TenantId").HasMaxLength(RenkeiBotDbContext.GuidLength);
        entity.Property<string>("AadObjectId").HasMaxLength(RenkeiBotDbContext.GuidLength);
        entity.Property<OrganisationKind>("OrganisationKind").HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
        entity.Property<string>("OrganisationId").HasMaxLength(RenkeiBotDbContext.NameLength);
        entity.Property<string>("OrganisationName").HasMaxLength(RenkeiBotDbContext.NameLength);
    }

    /// <summary>Codes of municipalities and prefectures, in one line.</summary>
    internal sealed class CodesColumn() : ValueConverter<IReadOnlyList<string>, string>(
        codes => string.Join(',', codes),
        text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).ToList());

    /// <summary>What was given.</summary>
    internal sealed class SupportColumn() : JsonColumn<SupportContent>(() => Json.SupportContent);
}
