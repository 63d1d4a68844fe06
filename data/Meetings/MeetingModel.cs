using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Meetings;

/// <summary>The tables of the meetings.</summary>
internal static class MeetingModel
{
    private static readonly MeetingsJson Json = new(MeetingsJson.Default.Options.Readable());

    internal static void Add(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PlannedMeeting>(meeting =>
        {
            meeting.ToTable("PlannedMeetings");
            meeting.HasIndex(m => new { m.State, m.StartsAt });
            meeting.HasIndex(m => m.ReminderAt);
            meeting.HasIndex(m => m.Source);
            meeting.Property(m => m.State).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            meeting.Property(m => m.Content).HasConversion<ContentColumn, ContentComparer<MeetingContent>>();
            meeting.Property(m => m.Pending).HasConversion<ContentColumn, ContentComparer<MeetingContent>>();
            meeting.Property(m => m.Minutes).HasConversion<MinutesColumn, ContentComparer<MeetingMinutes>>();
            meeting.Property(m => m.Changes).HasConversion<LinesColumn, ContentComparer<IReadOnlyList<string>>>();
            meeting.Property(m => m.CancelReason).HasMaxLength(RenkeiBotDbContext.ReasonLength);
            meeting.Property(m => m.CalendarUrl).HasMaxLength(MeetingContent.UrlLength);
            meeting.Property(m => m.JoinUrl).HasMaxLength(4 * MeetingContent.UrlLength);
            meeting.Property(m => m.OnlineEventId).HasMaxLength(RenkeiBotDbContext.ReasonLength);
            meeting.Property(m => m.Source).HasMaxLength(OutboxModel.SourceLength);
            meeting.Property(m => m.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<MeetingAnswer>(answer =>
        {
            answer.ToTable("MeetingAnswers");
            answer.HasIndex(a => new { a.MeetingId, a.TenantId, a.AadObjectId }).IsUnique();
            answer.HasIndex(a => new { a.TenantId, a.AadObjectId });
            answer.Property(a => a.TenantId).HasMaxLength(RenkeiBotDbContext.GuidLength);
            answer.Property(a => a.AadObjectId).HasMaxLength(RenkeiBotDbContext.GuidLength);
            answer.Property(a => a.OrganisationKind).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            answer.Property(a => a.OrganisationId).HasMaxLength(RenkeiBotDbContext.NameLength);
            answer.Property(a => a.OrganisationName).HasMaxLength(RenkeiBotDbContext.NameLength);
            answer.Property(a => a.Name).HasMaxLength(RenkeiBotDbContext.NameLength);
            answer.Property(a => a.Substitute).HasMaxLength(RenkeiBotDbContext.NameLength);
            answer.Property(a => a.Attendance).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
            answer.Property(a => a.Version).IsConcurrencyToken();
        });
    }

    /// <summary>What a notice says.</summary>
    internal sealed class ContentColumn() : JsonColumn<MeetingContent>(() => Json.MeetingContent);

    /// <summary>Minutes.</summary>
    internal sealed class MinutesColumn() : JsonColumn<MeetingMinutes>(() => Json.MeetingMinutes);

    /// <summary>Lines.</summary>
    internal sealed class LinesColumn() : JsonColumn<IReadOnlyList<string>>(() => Json.IReadOnlyListString);
}
