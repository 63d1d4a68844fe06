using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Meetings;

/// <summary>The questions about meetings and the answers to their notices.</summary>
public static class MeetingQueries
{
    /// <summary>The meeting with an id.</summary>
    public static IQueryable<PlannedMeeting> ById(RenkeiBotDbContext context, Guid id) => context.PlannedMeetings.Where(m => m.Id == id);

    /// <summary>What was announced and ends at a moment or later, the next first; what was cancelled among them.</summary>
    public static IQueryable<PlannedMeeting> Coming(RenkeiBotDbContext context, DateTimeOffset moment) =>
        context.PlannedMeetings.Where(m => m.State != MeetingState.Draft && m.EndsAt >= moment).OrderBy(m => m.StartsAt).ThenBy(m => m.Id);

    /// <summary>All meetings, drafts too, in no order: to be counted.</summary>
    public static IQueryable<PlannedMeeting> All(RenkeiBotDbContext context) => context.PlannedMeetings;

    /// <summary>A page of all meetings, drafts too, the latest first.</summary>
    public static IQueryable<PlannedMeeting> Page(RenkeiBotDbContext context, int skip, int take) =>
        context.PlannedMeetings.OrderByDescending(m => m.StartsAt).ThenBy(m => m.Id).Skip(skip).Take(take);

    /// <summary>Meetings of which a reminder is due.</summary>
    public static IQueryable<PlannedMeeting> ToRemind(RenkeiBotDbContext context, DateTimeOffset now) =>
        context.PlannedMeetings.Where(m => m.State == MeetingState.Announced && m.ReminderAt <= now).OrderBy(m => m.StartsAt);

    /// <summary>Meetings whose cards in channels have not the counts of now.</summary>
    public static IQueryable<PlannedMeeting> ToCount(RenkeiBotDbContext context) => context.PlannedMeetings.Where(m => m.AreCountsOld);

    /// <summary>Meetings whose online meeting is to be made, moved or cancelled.</summary>
    public static IQueryable<PlannedMeeting> ToConnect(RenkeiBotDbContext context, DateTimeOffset now) => context.PlannedMeetings.Where(m => m.OnlineDueAt <= now);

    /// <summary>Drafts that nobody has touched since a moment, oldest first.</summary>
    public static IQueryable<PlannedMeeting> DraftsBefore(RenkeiBotDbContext context, DateTimeOffset moment) =>
        context.PlannedMeetings.Where(m => m.State == MeetingState.Draft && m.UpdatedAt < moment).OrderBy(m => m.UpdatedAt);

    /// <summary>The answers to a meeting's notice, by organisation.</summary>
    public static IQueryable<MeetingAnswer> Answers(RenkeiBotDbContext context, Guid meetingId) =>
        context.MeetingAnswers.Where(a => a.MeetingId == meetingId).OrderBy(a => a.OrganisationKind).ThenBy(a => a.OrganisationId).ThenBy(a => a.At).ThenBy(a => a.Id);

    /// <summary>What a person answered to a meeting's notice: one at most.</summary>
    public static IQueryable<MeetingAnswer> AnswerOf(RenkeiBotDbContext context, Guid meetingId, string tenantId, string aadObjectId) =>
        context.MeetingAnswers.Where(a => a.MeetingId == meetingId && a.TenantId == tenantId && a.AadObjectId == aadObjectId);

    /// <summary>All that a person answered.</summary>
    public static IQueryable<MeetingAnswer> AnswersBy(RenkeiBotDbContext context, string tenantId, string aadObjectId) =>
        context.MeetingAnswers.Where(a => a.TenantId == tenantId && a.AadObjectId == aadObjectId).OrderBy(a => a.At);

    /// <summary>The answers to notices of meetings that ended before a moment.</summary>
    public static IQueryable<MeetingAnswer> AnswersBefore(RenkeiBotDbContext context, DateTimeOffset moment) =>
        context.MeetingAnswers.Where(a => context.PlannedMeetings.Any(m => m.Id == a.MeetingId && m.EndsAt < moment)).OrderBy(a => a.At);

    /// <summary>How many gave each answer for one date of a meeting (<see cref="PlannedMeeting.DateRevision"/>).</summary>
    public static IQueryable<AttendanceCount> Counts(RenkeiBotDbContext context, Guid meetingId, int dateRevision) =>
        context.MeetingAnswers.Where(a => a.MeetingId == meetingId && a.DateRevision == dateRevision).GroupBy(a => a.Attendance).Select(group => new AttendanceCount(group.Key, group.Count()));
}

/// <summary>How many gave one answer.</summary>
/// <param name="Attendance">The answer.</param>
/// <param name="Number">How many.</param>
public sealed record AttendanceCount(Attendance Attendance, int Number);
