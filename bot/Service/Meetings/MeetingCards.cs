using RenkeiBot.Cards.Elements;
using RenkeiBot.Cards.Meetings;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Service.Channels;

namespace RenkeiBot.Service.Meetings;

/// <summary>What a meeting's card shows: to everyone in a channel, to one person, to the secretariat.</summary>
internal sealed class MeetingCards(MeetingAudience audience, TimeProvider time)
{
    /// <summary>An id as cards name it.</summary>
    public static string Id(Guid id) => id.ToString("N");

    /// <summary>The notice in a channel: what anyone may read there.</summary>
    public AdaptiveCard Shared(PlannedMeeting meeting, IReadOnlyList<AttendanceCount> counts) => MeetingCard.Build(Notice(meeting, counts, Invitation(meeting)) with { IsShared = true });

    /// <summary>The notice as one person sees it.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="counts">How many answered what.</param>
    /// <param name="answer">What the person answered; null for nothing.</param>
    /// <param name="said">What just happened; null for nothing.</param>
    public MeetingView Personal(PlannedMeeting meeting, IReadOnlyList<AttendanceCount> counts, MeetingAnswer? answer, string? said)
    {
        var isOld = answer is not null && answer.DateRevision < meeting.DateRevision && meeting.State == MeetingState.Announced;
        return Notice(meeting, counts, said ?? Invitation(meeting)) with
        {
            Own = answer is null ? "" : MeetingMessages.Answer(answer.Attendance, answer.Substitute) + (isOld ? "（日時の変更前）" : ""),
            OwnNote = isOld && CanAnswer(meeting) ? MeetingMessages.ConfirmAnswer : "",
            Substitute = answer?.Substitute ?? "",
        };
    }

    /// <summary>The meeting as the secretariat sees it: a preview, or what was sent, with what can be done.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="counts">How many answered what.</param>
    /// <param name="reached">Whom it reaches now.</param>
    /// <param name="said">What just happened; null for nothing.</param>
    public MeetingView Managed(PlannedMeeting meeting, IReadOnlyList<AttendanceCount> counts, IReadOnlyList<AudienceTarget> reached, string? said)
    {
        var isDraft = meeting.State == MeetingState.Draft;
        return Notice(meeting, counts, said ?? (isDraft ? MeetingMessages.DraftOpen : MeetingMessages.Managed)) with
        {
            CanAnswer = false,
            Targets = $"{audience.Describe(meeting.Content)}：{Reached(reached)}",
            Buttons = isDraft ? [MeetingButton.Send, MeetingButton.Fix, MeetingButton.Delete] : [.. Buttons(meeting)],
        };
    }

    /// <summary>A change that was not sent yet, as it will be seen.</summary>
    public MeetingView Preview(PlannedMeeting meeting, MeetingContent pending, IReadOnlyList<string> changes, IReadOnlyList<AudienceTarget> reached)
    {
        var changed = new PlannedMeeting
        {
            Id = meeting.Id, Content = pending, State = meeting.State, StartsAt = pending.StartsAt(), EndsAt = pending.EndsAt(), Changes = changes, JoinUrl = meeting.JoinUrl,
            Source = meeting.Source, CreatedAt = meeting.CreatedAt, UpdatedAt = meeting.UpdatedAt, Version = meeting.Version,
        };
        return Notice(changed, [], MeetingMessages.ChangePreviewed) with
        {
            CanAnswer = false,
            Counts = "",
            Targets = $"{audience.Describe(pending)}：{Reached(reached)}",
            Buttons = [MeetingButton.Send, MeetingButton.Fix],
        };
    }

    /// <summary>Whether answers are taken.</summary>
    public bool CanAnswer(PlannedMeeting meeting) => meeting.State == MeetingState.Announced && time.GetUtcNow() < meeting.EndsAt;

    private IEnumerable<MeetingButton> Buttons(PlannedMeeting meeting)
    {
        yield return MeetingButton.Roster;
        if (meeting.State == MeetingState.Cancelled)
            yield break;
        var now = time.GetUtcNow();
        if (now >= meeting.StartsAt)
            yield return meeting.Minutes is null ? MeetingButton.RegisterMinutes : MeetingButton.EditMinutes;
        if (now >= meeting.EndsAt)
            yield break;
        yield return MeetingButton.Change;
        yield return MeetingButton.Cancel;
    }

    private MeetingView Notice(PlannedMeeting meeting, IReadOnlyList<AttendanceCount> counts, string sentence)
    {
        var content = meeting.Content;
        var (isDraft, isCancelled) = (meeting.State == MeetingState.Draft, meeting.State == MeetingState.Cancelled);
        var isChanged = meeting.Changes.Count > 0 && !isCancelled && meeting.Minutes is null;
        int Number(Attendance attendance) => counts.FirstOrDefault(one => one.Attendance == attendance)?.Number ?? 0;
        return new MeetingView(sentence, Id(meeting.Id), meeting.Version, content.Heading(), content.When())
        {
            DateRevision = meeting.DateRevision,
            Status = isCancelled ? "中止" : isDraft ? "下書き" : meeting.Minutes is not null ? "議事録あり" : isChanged ? "変更" : "",
            IsWarning = isCancelled || isChanged,
            Place = content.Where(),
            OnlineUrl = isCancelled ? "" : meeting.OnlineAddress(),
            Agenda = content.Agenda,
            Materials = Documents(content.Materials),
            Changes = isChanged ? meeting.Changes : [],
            Reason = meeting.CancelReason,
            Counts = isDraft ? "" : MeetingMessages.Counts(Number(Attendance.Attending), Number(Attendance.Substitute), Number(Attendance.Absent)),
            CanAnswer = CanAnswer(meeting),
            CalendarUrl = meeting.CalendarUrl,
            Decisions = meeting.Minutes?.Decisions ?? [],
            Summary = meeting.Minutes?.Summary ?? "",
            MinutesLinks = Documents(meeting.Minutes?.Links ?? []),
        };
    }

    private string Invitation(PlannedMeeting meeting) =>
        meeting.State == MeetingState.Cancelled ? MeetingMessages.InvitationCancelled
        : meeting.Minutes is not null ? MeetingMessages.InvitationMinutes
        : meeting.Changes.Count > 0 ? MeetingMessages.InvitationChanged
        : CanAnswer(meeting) ? MeetingMessages.Invitation
        : MeetingMessages.InvitationOver;

    private static string Reached(IReadOnlyList<AudienceTarget> reached)
    {
        var channels = reached.Count(target => target.Target.ConversationId is not null);
        return MeetingMessages.Targets(channels, reached.Count - channels);
    }

    private static IReadOnlyList<MeetingDocument> Documents(IReadOnlyList<MeetingLink> links) =>
        [.. links.Select(link => new MeetingDocument(link.Name == link.Url ? new Uri(link.Url).Host : link.Name, link.Url))];
}
