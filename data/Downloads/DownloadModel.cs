using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Downloads;

/// <summary>The table of the links that were given out.</summary>
internal static class DownloadModel
{
    private const int HashLength = 64;

    internal static void Add(ModelBuilder modelBuilder) => modelBuilder.Entity<DownloadTicket>(ticket =>
    {
        ticket.ToTable("DownloadTickets");
        ticket.HasKey(t => t.SecretHash);
        ticket.HasIndex(t => t.ExpiresAt);
        ticket.Property(t => t.SecretHash).HasMaxLength(HashLength);
        ticket.Property(t => t.Name).HasMaxLength(RenkeiBotDbContext.NameLength);
        ticket.Property(t => t.SubjectId).HasMaxLength(RenkeiBotDbContext.NameLength);
    });
}
