using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Announcements;

/// <summary>The tables of the announcements.</summary>
internal static class AnnouncementModel
{
    private static readonly AnnouncementsJson Json = new(AnnouncementsJson.Default.Options.Readable());

    internal static void Add(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Announcement>(announcement =>
        {
            announcement.ToTable("Announcements");
            announcement.HasIndex(a => a.NextAt);
            announcement.HasIndex(a => a.UpdatedAt);
            announcement.Property(a => a.State).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            announcement.Property(a => a.Content).HasConversion<ContentColumn, ContentComparer<AnnouncementContent>>();
            announcement.Property(a => a.Correction).HasConversion<ContentColumn, ContentComparer<AnnouncementContent>>();
        });
        modelBuilder.Entity<AnnouncementOccurrence>(occurrence =>
        {
            occurrence.ToTable("AnnouncementOccurrences");
            occurrence.HasKey(o => new { o.AnnouncementId, o.Number });
            occurrence.HasOne<Announcement>().WithMany().HasForeignKey(o => o.AnnouncementId);
        });
        modelBuilder.Entity<AnnouncementTarget>(target =>
        {
            target.ToTable("AnnouncementTargets");
            target.HasKey(t => new { t.AnnouncementId, t.Occurrence, t.Number });
            target.HasIndex(t => new { t.TenantId, t.AadObjectId });
            target.HasOne<Announcement>().WithMany().HasForeignKey(t => t.AnnouncementId);
            target.Property(t => t.ConversationId).HasMaxLength(RenkeiBotDbContext.ConversationIdLength);
            target.Property(t => t.TenantId).HasMaxLength(RenkeiBotDbContext.GuidLength);
            target.Property(t => t.AadObjectId).HasMaxLength(RenkeiBotDbContext.GuidLength);
            target.Property(t => t.OrganisationKind).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            target.Property(t => t.OrganisationId).HasMaxLength(RenkeiBotDbContext.NameLength);
        });
        modelBuilder.Entity<AnnouncementConfirmation>(confirmation =>
        {
            confirmation.ToTable("AnnouncementConfirmations");
            confirmation.HasIndex(c => new { c.AnnouncementId, c.Occurrence, c.TenantId, c.AadObjectId }).IsUnique();
            confirmation.HasIndex(c => new { c.TenantId, c.AadObjectId });
            confirmation.HasOne<Announcement>().WithMany().HasForeignKey(c => c.AnnouncementId);
            confirmation.Property(c => c.TenantId).HasMaxLength(RenkeiBotDbContext.GuidLength);
            confirmation.Property(c => c.AadObjectId).HasMaxLength(RenkeiBotDbContext.GuidLength);
            confirmation.Property(c => c.Name).HasMaxLength(RenkeiBotDbContext.NameLength);
            confirmation.Property(c => c.OrganisationKind).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            confirmation.Property(c => c.OrganisationId).HasMaxLength(RenkeiBotDbContext.NameLength);
            confirmation.Property(c => c.OrganisationName).HasMaxLength(RenkeiBotDbContext.NameLength);
        });
        modelBuilder.Entity<AnnouncementTemplate>(template =>
        {
            template.ToTable("AnnouncementTemplates");
            template.Property(t => t.Name).HasMaxLength(RenkeiBotDbContext.NameLength);
            template.Property(t => t.Content).HasConversion<ContentColumn, ContentComparer<AnnouncementContent>>();
        });
    }

    /// <summary>What an announcement says.</summary>
    internal sealed class ContentColumn() : JsonColumn<AnnouncementContent>(() => Json.AnnouncementContent);
}
