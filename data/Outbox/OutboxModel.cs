using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Outbox;

/// <summary>The tables of the outbox.</summary>
internal static class OutboxModel
{
    /// <summary>The longest <see cref="OutboxMessage.Source"/>.</summary>
    internal const int SourceLength = 100;

    private const int KeyLength = 200;
    private const string Waiting = "[EndedAt] IS NULL";

    internal static void Add(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxMessage>(message =>
        {
            message.ToTable("OutboxMessages");
            message.HasIndex(m => m.Key).IsUnique();

            // What waits is little beside what was sent: it is found by indexes of its own. Both providers read the brackets.
            message.HasIndex(m => new { m.Lane, m.Id, m.TenantId }, "IX_OutboxMessages_Waiting").HasFilter(Waiting);
            message.HasIndex(m => new { m.Target, m.Lane, m.Id }, "IX_OutboxMessages_WaitingOfTarget").HasFilter(Waiting);
            message.HasIndex(m => new { m.Target, m.SentAt });
            message.HasIndex(m => new { m.Source, m.EndedAt });
            // Without a filter SQLite would look for what waits in these, and sort all of it for each batch.
            message.HasIndex(m => m.EndedAt).HasFilter("[EndedAt] IS NOT NULL");
            message.HasIndex(m => m.LeasedUntil).HasFilter("[LeasedUntil] IS NOT NULL");
            message.HasIndex(m => new { m.TenantId, m.AadObjectId });

            // Rows of a few hundred bytes, which are written twice for each send; what they say is not copied then.
            message.HasOne(m => m.Content).WithMany().HasForeignKey(m => m.ContentId).OnDelete(DeleteBehavior.Restrict);

            // Of two who change what a message should be, the second is told so. What the dispatcher writes does not count.
            message.Property(m => m.Revision).IsConcurrencyToken();
            message.Property(m => m.Key).HasMaxLength(KeyLength);
            message.Property(m => m.Source).HasMaxLength(SourceLength);
            message.Property(m => m.Target).HasMaxLength(RenkeiBotDbContext.ConversationIdLength);
            message.Property(m => m.TenantId).HasMaxLength(RenkeiBotDbContext.GuidLength);
            message.Property(m => m.AadObjectId).HasMaxLength(RenkeiBotDbContext.GuidLength);
            message.Property(m => m.ConversationId).HasMaxLength(RenkeiBotDbContext.ConversationIdLength);
            message.Property(m => m.ServiceUrl).HasMaxLength(RenkeiBotDbContext.ReasonLength);
            message.Property(m => m.ParentKey).HasMaxLength(KeyLength);
            message.Property(m => m.Leaseholder).HasMaxLength(RenkeiBotDbContext.GuidLength);
            message.Property(m => m.ActivityId).HasMaxLength(RenkeiBotDbContext.ConversationIdLength);
            message.Property(m => m.Failure).HasMaxLength(RenkeiBotDbContext.ReasonLength);
        });
        modelBuilder.Entity<OutboxContent>(content =>
        {
            content.ToTable("OutboxContents");
            content.Property(c => c.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<OutboxBudget>(budget =>
        {
            budget.ToTable("OutboxBudgets");
            budget.HasKey(b => b.TenantId);
            budget.Property(b => b.TenantId).HasMaxLength(RenkeiBotDbContext.GuidLength);
        });
        modelBuilder.Entity<PersonalChat>(chat =>
        {
            chat.ToTable("PersonalChats");
            chat.HasKey(c => new { c.TenantId, c.AadObjectId });
            chat.Property(c => c.TenantId).HasMaxLength(RenkeiBotDbContext.GuidLength);
            chat.Property(c => c.AadObjectId).HasMaxLength(RenkeiBotDbContext.GuidLength);
            chat.Property(c => c.ServiceUrl).HasMaxLength(RenkeiBotDbContext.ReasonLength);
        });
    }
}
