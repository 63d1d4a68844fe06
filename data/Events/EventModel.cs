using Microsoft.EntityFrameworkCore;

namespace RenkeiBot.Data.Events;

/// <summary>The table of the events.</summary>
internal static class EventModel
{
    private const int IdLength = 60;

    internal static void Add(ModelBuilder modelBuilder) => modelBuilder.Entity<EventEdit>(edit =>
    {
        edit.ToTable("EventEdits");
        edit.HasKey(e => e.Id);
        edit.Property(e => e.Id).HasMaxLength(IdLength);
        edit.Property(e => e.Version).IsConcurrencyToken();
    });
}
