using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RenkeiBot.Data.Storage;

/// <summary>The database of the bot. The model says nothing that only one provider understands.</summary>
public sealed class RenkeiBotDbContext(DbContextOptions<RenkeiBotDbContext> options) : DbContext(options)
{
    /// <summary>The longest conversation id: a key of this length still fits SQL Server's 900 bytes.</summary>
    public const int ConversationIdLength = 400;

    /// <summary>The records of all kinds.</summary>
    public DbSet<StoredRecord> Records => Set<StoredRecord>();

    /// <summary>The record files that were taken over.</summary>
    public DbSet<StoredRecordFile> RecordFiles => Set<StoredRecordFile>();

    /// <summary>What is remembered of conversations.</summary>
    public DbSet<ConversationState> ConversationStates => Set<ConversationState>();

    /// <summary>
    /// A moment is stored as UTC in the provider's own date-time (<c>datetime2</c> in SQL Server, ISO text in SQLite): both order and compare it as it is, which SQLite
    /// does not do with an offset in it.
    /// </summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredRecord>(record =>
        {
            record.ToTable("Records");

            // The origin comes first: what members wrote is found without looking at the rows of the files.
            record.HasKey(r => new { r.Origin, r.Kind, r.Key });
            record.Property(r => r.Origin).HasConversion<string>().HasMaxLength(16);
            record.Property(r => r.Kind).HasMaxLength(64);
            record.Property(r => r.Key).HasMaxLength(128);
            record.Property(r => r.Hash).HasMaxLength(64);
        });
        modelBuilder.Entity<StoredRecordFile>(file =>
        {
            file.ToTable("RecordFiles");
            file.HasKey(f => f.Kind);
            file.Property(f => f.Kind).HasMaxLength(64);
            file.Property(f => f.Hash).HasMaxLength(64);
        });
        modelBuilder.Entity<ConversationState>(state =>
        {
            state.ToTable("ConversationStates");
            state.HasKey(s => s.ConversationId);
            state.Property(s => s.ConversationId).HasMaxLength(ConversationIdLength);
        });
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        moment => moment.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}
