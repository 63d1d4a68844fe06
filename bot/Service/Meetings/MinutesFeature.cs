using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Meetings;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Meetings;

/// <summary>「議事録を登録」: what came of a meeting, on its notices and on record.</summary>
internal sealed class MinutesFeature(IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, MeetingChanges changes, MeetingShowing showing, TimeProvider time) : ITurnFeature
{
    public void Register(TurnRouter router)
    {
        router.OnVerb(MeetingVerbs.Minutes, OpenAsync);
        router.OnVerb(MeetingVerbs.SaveMinutes, SaveAsync);
    }

    private async Task OpenAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, cancellationToken) is var (_, meeting))
            await turn.RespondAsync(MinutesFormCard.Build(Form(meeting, MeetingMessages.MinutesForm, meeting.Minutes ?? new MeetingMinutes())), cancellationToken);
    }

    private async Task SaveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, cancellationToken) is not var (actor, meeting))
            return;
        var inputs = new CardInputs(turn.Action!);
        var minutes = new MeetingMinutes
        {
            Decisions = MeetingLines.Items(inputs, MeetingKeys.Decisions, "決定事項"),
            Summary = inputs.Limited(MeetingKeys.Summary, inputs.Text(MeetingKeys.Summary), "議事要旨", MeetingMinutes.SummaryLength),
            Links = MeetingLines.Links(inputs, MeetingKeys.Links, "資料"),
        };
        if (minutes is { Decisions.Count: 0, Summary.Length: 0 })
            inputs.Refuse(MeetingKeys.Decisions, MeetingMessages.MinutesMissing);
        var typed = Form(meeting, MeetingMessages.Wrong, minutes) with
        {
            Version = turn.PressedVersion(),
            Decisions = inputs.Text(MeetingKeys.Decisions),
            Links = inputs.Text(MeetingKeys.Links),
            Errors = inputs.Errors,
        };
        if (inputs.Errors.Count > 0)
        {
            await turn.RespondAsync(MinutesFormCard.Build(typed), cancellationToken);
            return;
        }

        var change = await changes.SaveMinutesAsync(turn, actor, meeting.Id, turn.PressedVersion(), minutes, cancellationToken);
        if (change is { Outcome: ChangeOutcome.Stale, Now: { State: MeetingState.Announced } newer })
            await turn.RespondAsync(MinutesFormCard.Build(typed with { Sentence = MeetingMessages.MinutesStale, Version = newer.Version }), cancellationToken);
        else
            await showing.RespondAsync(turn, actor, change, MeetingMessages.MinutesSaved, cancellationToken);
    }

    private static MinutesFormView Form(PlannedMeeting meeting, string sentence, MeetingMinutes minutes) =>
        new(sentence, MeetingCards.Id(meeting.Id), meeting.Version, $"{meeting.Content.Heading()}　{meeting.Content.When()}")
        {
            Decisions = string.Join('\n', minutes.Decisions),
            Summary = minutes.Summary,
            Links = minutes.Links.Lines(),
        };

    /// <summary>The meeting that the card names, where its minutes can be written; else they have been answered.</summary>
    private async Task<(Actor Actor, PlannedMeeting Meeting)?> FindAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await permissions.AllowedAsync(turn, Verbs.KeepMinutes, Subject.Common, turn.Audited(nameof(PlannedMeeting)), cancellationToken) is not { } actor)
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var meeting = turn.PressedId() is { } id ? await MeetingQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
        if (turn.IsSeenByOthers)
            await turn.RespondWithMessageAsync(MeetingMessages.InPersonalChat, cancellationToken);
        else if (meeting is null)
            await turn.RespondWithErrorAsync("NotFound", MeetingMessages.Gone, cancellationToken);
        else if (meeting.State != MeetingState.Announced)
            await showing.ShowAsync(turn, actor, meeting, MeetingMessages.Stale, cancellationToken);
        else if (time.GetUtcNow() < meeting.StartsAt)
            await showing.ShowAsync(turn, actor, meeting, MeetingMessages.MinutesTooEarly, cancellationToken);
        else
            return (actor, meeting);
        return null;
    }
}
