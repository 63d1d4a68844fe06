using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Members;

/// <summary>The tables of those who may act, who asked to, and whose people may ask.</summary>
internal static class MemberModel
{
    internal static void Add(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Member>(member =>
        {
            member.ToTable("Members");
            member.HasIndex(m => new { m.TenantId, m.AadObjectId }).IsUnique();
            member.HasIndex(m => new { m.OrganisationKind, m.OrganisationId });
            member.Property(m => m.TenantId).HasMaxLength(RenkeiBotDbContext.GuidLength);
            member.Property(m => m.AadObjectId).HasMaxLength(RenkeiBotDbContext.GuidLength);
            member.Property(m => m.Name).HasMaxLength(RenkeiBotDbContext.NameLength);
            member.Property(m => m.OrganisationKind).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            member.Property(m => m.OrganisationId).HasMaxLength(RenkeiBotDbContext.NameLength);
            member.Property(m => m.OrganisationName).HasMaxLength(RenkeiBotDbContext.NameLength);
            member.Property(m => m.Role).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            member.Property(m => m.Contact).HasMaxLength(RenkeiBotDbContext.ContactLength);
            member.Property(m => m.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<Registration>(registration =>
        {
            registration.ToTable("Registrations");
            registration.HasIndex(r => new { r.State, r.AppliedAt });
            registration.HasIndex(r => new { r.TenantId, r.AadObjectId });

            // At most one of a person waits, also where two instances take a request at once. Both providers read the brackets.
            registration.HasIndex(r => new { r.TenantId, r.AadObjectId }, "IX_Registrations_Pending").IsUnique().HasFilter("[State] = 'Pending'");
            registration.Property(r => r.TenantId).HasMaxLength(RenkeiBotDbContext.GuidLength);
            registration.Property(r => r.AadObjectId).HasMaxLength(RenkeiBotDbContext.GuidLength);
            registration.Property(r => r.Name).HasMaxLength(RenkeiBotDbContext.NameLength);
            registration.Property(r => r.OrganisationKind).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            registration.Property(r => r.OrganisationId).HasMaxLength(RenkeiBotDbContext.NameLength);
            registration.Property(r => r.OrganisationName).HasMaxLength(RenkeiBotDbContext.NameLength);
            registration.Property(r => r.Role).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            registration.Property(r => r.Contact).HasMaxLength(RenkeiBotDbContext.ContactLength);
            registration.Property(r => r.State).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            registration.Property(r => r.Reason).HasMaxLength(RenkeiBotDbContext.ReasonLength);
            registration.Property(r => r.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<AllowedTenant>(tenant =>
        {
            tenant.ToTable("AllowedTenants");
            tenant.HasKey(t => t.TenantId);
            tenant.Property(t => t.TenantId).HasMaxLength(RenkeiBotDbContext.GuidLength);
            tenant.Property(t => t.Name).HasMaxLength(RenkeiBotDbContext.NameLength);
        });
    }
}
