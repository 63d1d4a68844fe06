using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Meetings;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Channels;
using RenkeiBot.Service.Directories;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Meetings;

/// <summary>Shows meetings: one to a viewer, and lists of them.</summary>
internal sealed class MeetingShowing(IDbContextFactory<RenkeiBotDbContext> contexts, MeetingAudience audience, MeetingCards cards, OnlineMeetings online, OfficerSchedules schedules, TimeProvider time)
{
    /// <summary>Answers with what came of a change of the secretariat's.</summary>
    public Task RespondAsync(TurnContext turn, Actor actor, Change<PlannedMeeting> change, string done, CancellationToken cancellationToken, string unchanged = MeetingMessages.Unchanged) => change switch
    {
        { Outcome: ChangeOutcome.Refused } => turn.RespondWithErrorAsync("Forbidden", change.Refusal!, cancellationToken),
        { Now: null } => turn.RespondWithErrorAsync("NotFound", MeetingMessages.Gone, cancellationToken),
        _ => ShowAsync(turn, actor, change.Now, change.Outcome switch
        {
            ChangeOutcome.Done => done,
            ChangeOutcome.Unchanged => unchanged,
            _ => MeetingMessages.Stale,
        }, cancellationToken),
    };

    /// <summary>Answers with a meeting: to the secretariat in their own chat with what they can do, to anyone else as the notice that they have.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="viewer">Who sees it.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="said">What just happened; null for nothing.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="substitute">What was typed as a substitute's name and is wrong, and why; null for nothing.</param>
    public async Task ShowAsync(TurnContext turn, Actor viewer, PlannedMeeting meeting, string? said, CancellationToken cancellationToken, (string Typed, string Error)? substitute = null)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await MeetingNotices.CountsAsync(context, meeting, cancellationToken);
        if (viewer.Member.Role == MemberRole.Secretariat && !turn.IsSeenByOthers)
        {
            var reached = await audience.ResolveAsync(context, meeting.Content, cancellationToken);
            var sentence = said == MeetingMessages.Announced && reached.Count == 0 ? said + MeetingMessages.NobodyToTell : said;
            var hint = meeting.State == MeetingState.Draft ? await BusyAsync(meeting.Content, reached, cancellationToken) : online.Trouble(meeting) ?? "";
            await turn.RespondAsync(MeetingCard.Build(cards.Managed(meeting, counts, reached, sentence) with { Hint = hint }), cancellationToken);
            return;
        }

        if (meeting.State == MeetingState.Draft)
        {
            await turn.RespondWithErrorAsync("NotFound", MeetingMessages.Gone, cancellationToken);
            return;
        }

        // The answer to an Action.Submit is seen by everyone there: what one person answered is not for them.
        if (turn.IsSeenByOthers && !turn.IsInvoke)
        {
            if (said is not null)
                await turn.RespondWithMessageAsync(said, cancellationToken);
            else
                await turn.RespondAsync(cards.Shared(meeting, counts), cancellationToken);
            return;
        }

        var answer = await MeetingQueries.AnswerOf(context, meeting.Id, viewer.Person.TenantId, viewer.Person.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var view = cards.Personal(meeting, counts, answer, said) with { IsShared = turn.IsSeenByOthers };
        await turn.RespondAsync(MeetingCard.Build(substitute is var (typed, error) ? view with { Substitute = typed, SubstituteError = error } : view), cancellationToken);
    }

    /// <summary>Answers with a change that was looked at and not sent yet, as it will be seen.</summary>
    public async Task PreviewAsync(TurnContext turn, PlannedMeeting meeting, MeetingContent pending, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var reached = await audience.ResolveAsync(context, pending, cancellationToken);
        var hint = await BusyAsync(pending, reached, cancellationToken);
        await turn.RespondAsync(MeetingCard.Build(cards.Preview(meeting, pending, MeetingDifferences.Between(meeting.Content, pending), reached) with { Hint = hint }), cancellationToken);
    }

    private async Task<string> BusyAsync(MeetingContent content, IReadOnlyList<AudienceTarget> reached, CancellationToken cancellationToken) =>
        await schedules.BusyAsync(reached, content.StartsAt(), content.EndsAt(), cancellationToken) ?? "";

    /// <summary>Answers with a page of 会議一覧: all of them to the secretariat, what is to come and concerns them to members.</summary>
    public async Task ListAsync(TurnContext turn, Actor viewer, int page, string? said, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var isManaged = viewer.Member.Role == MemberRole.Secretariat && !turn.IsSeenByOthers;
        var (meetings, count, shown, pages) = isManaged ? await AllAsync(context, page, cancellationToken) : await ComingAsync(context, viewer.Member, page, cancellationToken);
        var sentence = said ?? (isManaged ? count > 0 ? MeetingMessages.All(count) : MeetingMessages.NoneAtAll : count > 0 ? MeetingMessages.Coming(count) : MeetingMessages.NoneComing);
        await turn.RespondAsync(MeetingListCard.Build(new MeetingListView(sentence)
        {
            Lines = [.. meetings.Select(Line)],
            Page = shown,
            Pages = pages,
            CanRegister = isManaged,
        }), cancellationToken);
    }

    private static async Task<(IReadOnlyList<PlannedMeeting> Meetings, int Count, int Page, int Pages)> AllAsync(RenkeiBotDbContext context, int page, CancellationToken cancellationToken)
    {
        var count = await MeetingQueries.All(context).CountAsync(cancellationToken);
        var (shown, pages) = CardTurns.PageOf(page, count, MeetingListCard.PageSize);
        return (await MeetingQueries.Page(context, (shown - 1) * MeetingListCard.PageSize, MeetingListCard.PageSize).AsNoTracking().ToListAsync(cancellationToken), count, shown, pages);
    }

    private async Task<(IReadOnlyList<PlannedMeeting> Meetings, int Count, int Page, int Pages)> ComingAsync(RenkeiBotDbContext context, Member member, int page, CancellationToken cancellationToken)
    {
        var concerning = new List<PlannedMeeting>();
        foreach (var meeting in await MeetingQueries.Coming(context, time.GetUtcNow()).AsNoTracking().ToListAsync(cancellationToken))
        {
            if (audience.Concerns(meeting.Content, member, await audience.ResolveAsync(context, meeting.Content, cancellationToken)))
                concerning.Add(meeting);
        }

        var (shown, pages) = CardTurns.PageOf(page, concerning.Count, MeetingListCard.PageSize);
        return ([.. concerning.Skip((shown - 1) * MeetingListCard.PageSize).Take(MeetingListCard.PageSize)], concerning.Count, shown, pages);
    }

    private ListedMeeting Line(PlannedMeeting meeting)
    {
        var state = meeting.State switch
        {
            MeetingState.Draft => "（下書き）",
            MeetingState.Cancelled => "（中止）",
            _ when meeting.Minutes is not null => "（議事録あり）",
            _ when time.GetUtcNow() >= meeting.EndsAt => "（終了）",
            _ => "",
        };
        return new ListedMeeting(MeetingCards.Id(meeting.Id), meeting.Content.Heading(), $"{meeting.Content.When()}　{meeting.Content.Where()}{state}");
    }
}
