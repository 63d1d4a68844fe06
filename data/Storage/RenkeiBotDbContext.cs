using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Directories;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Downloads;
using RenkeiBot.Data.Events;
using RenkeiBot.Data.Inbox;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Settings;

namespace RenkeiBot.Data.Storage;

/// <summary>
/// The database of the bot, in SQLite; <see cref="SqlServerDbContext"/> is the same in SQL Server. The model says nothing that only one provider understands.
/// </summary>
public class RenkeiBotDbContext(DbContextOptions<RenkeiBotDbContext> options) : DbContext(options)
{
    /// <summary>The longest conversation id: a key of this length still fits SQL Server's 900 bytes.</summary>
    public const int ConversationIdLength = 400;

    /// <summary>The longest name of a person or an organisation, in characters.</summary>
    public const int NameLength = 100;

    /// <summary>The longest contact, in characters.</summary>
    public const int ContactLength = 200;

    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>The length of a GUID with hyphens, which tenants and people have.</summary>
    public const int GuidLength = 36;

    internal const int EnumLength = 32;

    /// <summary>The records of all kinds.</summary>
    public DbSet<StoredRecord> Records => Set<StoredRecord>();

    /// <summary>The record files that were taken over.</summary>
    public DbSet<StoredRecordFile> RecordFiles => Set<StoredRecordFile>();

    /// <summary>What is remembered of conversations.</summary>
    public DbSet<ConversationState> ConversationStates => Set<ConversationState>();

    /// <summary>Those who may act.</summary>
    public DbSet<Member> Members => Set<Member>();

    /// <summary>Requests to become a member.</summary>
    public DbSet<Registration> Registrations => Set<Registration>();

    /// <summary>Tenants whose people may ask, beside those of the settings.</summary>
    public DbSet<AllowedTenant> AllowedTenants => Set<AllowedTenant>();

    /// <summary>What was done, by whom.</summary>
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    /// <summary>Activities that were taken care of.</summary>
    public DbSet<InboxActivity> InboxActivities => Set<InboxActivity>();

    /// <summary>Messages for other conversations.</summary>
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    /// <summary>What those messages say.</summary>
    public DbSet<OutboxContent> OutboxContents => Set<OutboxContent>();

    /// <summary>What may be sent in each tenant.</summary>
    public DbSet<OutboxBudget> OutboxBudgets => Set<OutboxBudget>();

    /// <summary>Channels and group chats that the bot is in.</summary>
    public DbSet<Channel> Channels => Set<Channel>();

    /// <summary>Links to files that were given out.</summary>
    public DbSet<DownloadTicket> DownloadTickets => Set<DownloadTicket>();

    /// <summary>Where the Teams app is to be installed.</summary>
    public DbSet<AppInstallation> AppInstallations => Set<AppInstallation>();

    /// <summary>How to reach people.</summary>
    public DbSet<PersonalChat> PersonalChats => Set<PersonalChat>();

    /// <summary>Proposals.</summary>
    public DbSet<Proposal> Proposals => Set<Proposal>();

    /// <summary>What proposals said.</summary>
    public DbSet<ProposalRevision> ProposalRevisions => Set<ProposalRevision>();

    /// <summary>Applications to proposals.</summary>
    public DbSet<Application> Applications => Set<Application>();

    /// <summary>Comments on proposals.</summary>
    public DbSet<ProposalComment> ProposalComments => Set<ProposalComment>();

    /// <summary>What organisations offer and look for.</summary>
    public DbSet<InterestProfile> InterestProfiles => Set<InterestProfile>();

    /// <summary>Searches whose finds people are told of.</summary>
    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();

    /// <summary>What was decided about recommendations.</summary>
    public DbSet<MatchDecision> MatchDecisions => Set<MatchDecision>();

    /// <summary>Cards of proposals in channels and group chats.</summary>
    public DbSet<PostedCard> PostedCards => Set<PostedCard>();

    /// <summary>What the secretariat did to the records of events.</summary>
    public DbSet<EventEdit> EventEdits => Set<EventEdit>();

    /// <summary>Disasters whose municipalities are supported.</summary>
    public DbSet<DisasterCase> DisasterCases => Set<DisasterCase>();

    /// <summary>What happened after disasters, in order.</summary>
    public DbSet<DisasterEntry> DisasterEntries => Set<DisasterEntry>();

    /// <summary>What was given after disasters.</summary>
    public DbSet<SupportReport> SupportReports => Set<SupportReport>();

    /// <summary>What those reports said.</summary>
    public DbSet<SupportRevision> SupportRevisions => Set<SupportRevision>();

    /// <summary>What municipalities need after disasters.</summary>
    public DbSet<AidRequest> AidRequests => Set<AidRequest>();

    /// <summary>What wards offer to them.</summary>
    public DbSet<AidOffer> AidOffers => Set<AidOffer>();

    /// <summary>Meetings that the secretariat calls.</summary>
    public DbSet<PlannedMeeting> PlannedMeetings => Set<PlannedMeeting>();

    /// <summary>Answers to their notices.</summary>
    public DbSet<MeetingAnswer> MeetingAnswers => Set<MeetingAnswer>();

    /// <summary>Announcements.</summary>
    public DbSet<Announcement> Announcements => Set<Announcement>();

    /// <summary>The sendings of announcements.</summary>
    public DbSet<AnnouncementOccurrence> AnnouncementOccurrences => Set<AnnouncementOccurrence>();

    /// <summary>Those whom sendings reach.</summary>
    public DbSet<AnnouncementTarget> AnnouncementTargets => Set<AnnouncementTarget>();

    /// <summary>Who confirmed.</summary>
    public DbSet<AnnouncementConfirmation> AnnouncementConfirmations => Set<AnnouncementConfirmation>();

    /// <summary>Beginnings for announcements.</summary>
    public DbSet<AnnouncementTemplate> AnnouncementTemplates => Set<AnnouncementTemplate>();

    /// <summary>Settings that the secretariat changes.</summary>
    public DbSet<StoredSetting> Settings => Set<StoredSetting>();

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        CountVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CountVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<DayConverter>();
    }

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
        MemberModel.Add(modelBuilder);
        Trust(modelBuilder);
        OutboxModel.Add(modelBuilder);
        DownloadModel.Add(modelBuilder);
        ChannelModel.Add(modelBuilder);
        DirectoryModel.Add(modelBuilder);
        ProposalModel.Add(modelBuilder);
        EventModel.Add(modelBuilder);
        DisasterSupportModel.Add(modelBuilder);
        MeetingModel.Add(modelBuilder);
        AnnouncementModel.Add(modelBuilder);
    }

    /// <summary>A changed entity that has a <c>Version</c> gets the next one here, so that no feature can forget it. The old one is in the WHERE of its UPDATE.</summary>
    private void CountVersions()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State == EntityState.Modified && entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true } version)
                entry.CurrentValues[version] = (int)entry.OriginalValues[version]! + 1;
        }
    }

    private static void Trust(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AuditEvent>(audit =>
        {
            audit.ToTable("AuditEvents");
            audit.HasIndex(a => a.At);
            audit.HasIndex(a => new { a.ActorTenantId, a.ActorAadObjectId });
            audit.Property(a => a.Type).HasMaxLength(64);
            audit.Property(a => a.ActorTenantId).HasMaxLength(GuidLength);
            audit.Property(a => a.ActorAadObjectId).HasMaxLength(GuidLength);
            audit.Property(a => a.SubjectType).HasMaxLength(EnumLength);
            audit.Property(a => a.SubjectId).HasMaxLength(128);
            audit.Property(a => a.Outcome).HasConversion<string>().HasMaxLength(EnumLength);
            audit.Property(a => a.Detail).HasMaxLength(1000);
            audit.Property(a => a.ConversationId).HasMaxLength(ConversationIdLength);
            audit.Property(a => a.ActivityId).HasMaxLength(ConversationIdLength);
        });
        modelBuilder.Entity<InboxActivity>(inbox =>
        {
            inbox.ToTable("InboxActivities");
            inbox.HasKey(i => i.Key);
            inbox.HasIndex(i => i.ReceivedAt);
            inbox.Property(i => i.Key).HasMaxLength(ConversationIdLength);
        });
        modelBuilder.Entity<StoredSetting>(setting =>
        {
            setting.ToTable("Settings");
            setting.HasKey(s => s.Name);
            setting.Property(s => s.Name).HasMaxLength(64);
            setting.Property(s => s.Value).HasMaxLength(ReasonLength);
        });
    }
}
