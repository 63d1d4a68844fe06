using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Meetings;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Downloads;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Meetings;

/// <summary>「出席」「欠席」「代理」 and who comes (「出欠を見る」); 会議一覧 and 「会議を見る」.</summary>
internal sealed class AttendanceFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, MeetingAnswers answers, MeetingRoster roster, DownloadLinks links, MeetingShowing showing, TimeProvider time) : ITurnFeature
{
    public const string ListCommand = "会議一覧";

    /// <summary>How long the link to a roster opens it.</summary>
    private static readonly TimeSpan FileKept = TimeSpan.FromHours(1);

    public void Register(TurnRouter router)
    {
        router.OnCommand(ListCommand, ListAsync);
        router.OnVerb(MeetingVerbs.List, ListAsync);
        router.OnVerb(MeetingVerbs.Open, OpenAsync);
        router.OnVerb(MeetingVerbs.Answer, AnswerAsync);
        router.OnVerb(MeetingVerbs.Roster, (turn, cancellationToken) => RosterAsync(turn, isFile: false, cancellationToken));
        router.OnVerb(MeetingVerbs.RosterFile, (turn, cancellationToken) => RosterAsync(turn, isFile: true, cancellationToken));
    }

    private async Task ListAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SeeMeetings, cancellationToken) is { } actor)
            await showing.ListAsync(turn, actor, turn.PressedPage(), null, cancellationToken);
    }

    private async Task OpenAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SeeMeetings, cancellationToken) is not { } actor)
            return;
        if (await FindAsync(turn, cancellationToken) is { } meeting)
            await showing.ShowAsync(turn, actor, meeting, null, cancellationToken);
        else
            await turn.RespondWithErrorAsync("NotFound", MeetingMessages.Gone, cancellationToken);
    }

    private async Task AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.AnswerMeeting, cancellationToken) is not { } actor)
            return;
        if (!Enum.TryParse<Attendance>(turn.Action?.GetText(MeetingKeys.Answer), out var attendance) || !Enum.IsDefined(attendance))
        {
            await turn.RespondWithErrorAsync("BadRequest", MeetingMessages.AnswerUnclear, cancellationToken);
            return;
        }

        var substitute = attendance == Attendance.Substitute ? new CardInputs(turn.Action!).Line(MeetingKeys.Substitute) : "";
        var error = attendance != Attendance.Substitute ? null
            : substitute.Length == 0 ? MeetingMessages.SubstituteMissing
            : substitute.Length > RenkeiBotDbContext.NameLength ? MeetingMessages.SubstituteTooLong
            : null;
        if (error is not null && await FindAsync(turn, cancellationToken) is { } unanswered)
        {
            await showing.ShowAsync(turn, actor, unanswered, error, cancellationToken, (substitute, error));
            return;
        }

        var (change, _) = await answers.AnswerAsync(turn, actor, turn.PressedId() ?? default, turn.PressedNumber(CardKeys.Revision) ?? -1, attendance, substitute, cancellationToken);
        if (change is { Outcome: ChangeOutcome.Stale, Now: { } now })
            await showing.ShowAsync(turn, actor, now, now.State == MeetingState.Announced && time.GetUtcNow() < now.EndsAt ? MeetingMessages.AnswerStale : MeetingMessages.AnswerTooLate, cancellationToken);
        else
            await showing.RespondAsync(turn, actor, change, MeetingMessages.Answered, cancellationToken, MeetingMessages.AnsweredAlready);
    }

    private async Task RosterAsync(TurnContext turn, bool isFile, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SeeRoster, cancellationToken) is not { } actor)
            return;
        if (turn.IsSeenByOthers)
        {
            await turn.RespondWithMessageAsync(MeetingMessages.InPersonalChat, cancellationToken);
            return;
        }

        if (await FindAsync(turn, cancellationToken) is not { } meeting)
        {
            await turn.RespondWithErrorAsync("NotFound", MeetingMessages.Gone, cancellationToken);
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        Uri? link = null;
        if (isFile && (link = links.Add(context, RosterFile.FileKind, meeting.Id.ToString(), now + FileKept)) is not null)
        {
            context.Audit(Verbs.SeeRoster, actor.Person, turn.Audited(nameof(PlannedMeeting)), AuditOutcome.Done, now, turn, "file=csv");
            await context.SaveChangesAsync(cancellationToken);
        }

        var sentence = !isFile ? MeetingMessages.Roster : link is null ? MeetingMessages.NoFiles : MeetingMessages.RosterFile;
        await turn.RespondAsync(RosterCard.Build(await roster.ViewAsync(context, meeting, turn.PressedPage(), sentence, link?.AbsoluteUri ?? "", cancellationToken)), cancellationToken);
    }

    private async Task<PlannedMeeting?> FindAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return turn.PressedId() is { } id ? await MeetingQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
    }

    private Task<Actor?> AllowedAsync(TurnContext turn, string verb, CancellationToken cancellationToken) =>
        permissions.AllowedAsync(turn, verb, Subject.Common, turn.Audited(nameof(PlannedMeeting)), cancellationToken);
}
