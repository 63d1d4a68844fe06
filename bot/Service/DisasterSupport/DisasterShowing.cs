using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.DisasterSupport;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>Shows a disaster to a person, and offers the disasters to choose from.</summary>
internal sealed class DisasterShowing(IDbContextFactory<RenkeiBotDbContext> contexts, DisasterViews views)
{
    /// <summary>Answers with what came of a change.</summary>
    public Task RespondAsync(
        TurnContext turn, Actor actor, Change<DisasterCase> change, string done, CancellationToken cancellationToken, string unchanged = DisasterMessages.Unchanged) => change switch
    {
        { Outcome: ChangeOutcome.Refused } => turn.RespondWithErrorAsync("Forbidden", change.Refusal!, cancellationToken),
        { Now: null } => turn.RespondWithErrorAsync("NotFound", DisasterMessages.Gone, cancellationToken),
        _ => ShowAsync(turn, actor, change.Now, change.Outcome switch
        {
            ChangeOutcome.Done => done,
            ChangeOutcome.Unchanged => unchanged,
            _ => DisasterMessages.Stale,
        }, cancellationToken),
    };

    /// <summary>Answers with a disaster as the viewer sees it.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="disaster">The disaster.</param>
    /// <param name="said">What is said with it; null for what it is.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="update">What was typed into 状況を更新 and what is wrong with it.</param>
    public async Task ShowAsync(TurnContext turn, Actor viewer, DisasterCase disaster, string? said, CancellationToken cancellationToken, (string Typed, string? Error) update = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var facts = await views.FactsAsync(context, disaster, cancellationToken);
        // The answer to an Action.Submit is seen by everyone there: it offers what everyone may do.
        var isShared = turn.IsSeenByOthers && !turn.IsInvoke;
        await turn.RespondAsync(DisasterCard.Build(new DisasterCardView(DisasterViews.Marked(said ?? DisasterMessages.Shown, disaster.IsDrill), facts, DisasterViews.Id(disaster.Id), disaster.Edition)
        {
            IsShared = isShared,
            Buttons = DisasterViews.Buttons(isShared ? null : viewer, disaster),
            Typed = update.Typed ?? "",
            UpdateError = update.Error,
        }), cancellationToken);
    }

    /// <summary>The disaster with an id; null where there is none, and the person has been answered.</summary>
    public async Task<DisasterCase?> FindAsync(TurnContext turn, Guid? id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (id is { } known && await DisasterQueries.ById(context, known).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { State: not DisasterState.Withdrawn } disaster)
            return disaster;
        await turn.RespondWithErrorAsync("NotFound", DisasterMessages.Gone, cancellationToken);
        return null;
    }

    /// <summary>The disasters that take reports and requests, the newest first; of those that are over none.</summary>
    public async Task<IReadOnlyList<CardChoice>> ActiveAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await DisasterQueries.Active(context).AsNoTracking().ToListAsync(cancellationToken)).Select(disaster => new CardChoice(DisasterViews.NameOf(disaster), DisasterViews.Id(disaster.Id)))];
    }
}
