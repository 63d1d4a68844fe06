using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Directories;

/// <summary>The table of the installations.</summary>
internal static class DirectoryModel
{
    internal static void Add(ModelBuilder modelBuilder) => modelBuilder.Entity<AppInstallation>(installation =>
    {
        installation.ToTable("AppInstallations");
        installation.HasKey(i => new { i.TenantId, i.Target, i.TargetId });
        installation.HasIndex(i => new { i.State, i.NotBefore });
        installation.Property(i => i.TenantId).HasMaxLength(RenkeiBotDbContext.GuidLength);
        installation.Property(i => i.Target).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
        installation.Property(i => i.TargetId).HasMaxLength(RenkeiBotDbContext.GuidLength);
        installation.Property(i => i.State).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
        installation.Property(i => i.Reason).HasMaxLength(RenkeiBotDbContext.ReasonLength);
        installation.Property(i => i.Version).IsConcurrencyToken();
    });
}
