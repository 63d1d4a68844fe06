using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Meetings;

/// <summary>Puts meetings on record: what is planned once it is announced, what was decided once there are minutes, and that it was cancelled.</summary>
internal sealed partial class MeetingRecords(RecordStore store, AnswerEngineSource engines, ILogger<MeetingRecords> logger)
{
    /// <summary>The notices and minutes among the documents.</summary>
    private const string Document = "meetings";

    /// <summary>How much of a summary is on record.</summary>
    private const int MaxSummary = 300;

    /// <summary>Puts the record in the caller's transaction, or takes it out. A meeting stands also where its record is refused.</summary>
    public async Task PutAsync(RenkeiBotDbContext context, PlannedMeeting meeting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            // What is cancelled stays on record as such: who asks for it must neither come in vain nor be told of something else.
            if (meeting.State == MeetingState.Draft)
                await RecordStore.RemoveAsync<Meeting>(context, KeyOf(meeting), cancellationToken);
            else
                await store.PutAsync(context, Record(meeting), now, cancellationToken);
        }
        catch (RecordFileException exception)
        {
            LogRefused(exception, meeting.Id);
        }
    }

    /// <summary>The record is committed: questions are to know it. Ends when they do.</summary>
    public Task ChangedAsync(CancellationToken cancellationToken) => engines.RefreshAsync(cancellationToken);

    private static string KeyOf(PlannedMeeting meeting) => $"planned-{MeetingCards.Id(meeting.Id)}";

    private static Meeting Record(PlannedMeeting meeting)
    {
        var (content, minutes) = (meeting.Content, meeting.Minutes);
        var title = RecordText.Plain(content.Title);
        var body = content.Kind == MeetingKind.Other ? title : content.Kind.JapaneseName();
        List<string> notes = [];
        if (minutes is { Summary.Length: > 0 })
            notes.Add(RecordText.Plain(Wording.Cut(minutes.Summary.ReplaceLineEndings(" "), MaxSummary)));
        List<MeetingItem> items = minutes is { Decisions.Count: > 0 }
            ? [.. minutes.Decisions.Select(decision => new MeetingItem(RecordText.Plain(decision), MeetingVerb.Decided))]
            : [.. content.Agenda.Select(item => new MeetingItem(RecordText.Plain(item), MeetingVerb.OnAgenda))];
        return new Meeting(
            KeyOf(meeting),
            BodyOf(content.Kind),
            body,
            $"{body}（{JapaneseCalendar.Short(content.Date)}）",
            JapaneseCalendar.FiscalYearOf(content.Date),
            [new Period(content.Date)],
            [new SourceRef(Document, $"{(minutes is null ? "案内" : "議事録")}「{title}」")],
            Items: items.Count > 0 ? items : null,
            Aliases: title == body ? null : [title],
            Place: RecordText.Plain(content.Where()),
            Notes: notes.Count > 0 ? notes : null,
            IsAnnounced: minutes is null ? true : null,
            IsCancelled: meeting.State == MeetingState.Cancelled ? true : null,
            Hours: MeetingWords.Hours(content));
    }

    private static MeetingBody BodyOf(MeetingKind kind) => kind switch
    {
        MeetingKind.WardMayorsAssembly => MeetingBody.WardMayorsAssembly,
        MeetingKind.SystemRoundTable => MeetingBody.SystemRoundTable,
        MeetingKind.PromotionCommittee => MeetingBody.CooperationCommittee,
        _ => MeetingBody.LiaisonGroup,
    };

    [LoggerMessage(150, LogLevel.Error, "The record of meeting {MeetingId} was refused")]
    private partial void LogRefused(Exception exception, Guid meetingId);
}
