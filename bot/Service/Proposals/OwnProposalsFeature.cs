using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Proposals;

/// <summary>「詳しく見る」, 「変更の履歴」, 自分の提案 and 応募した提案: looking at proposals, and refreshing their cards.</summary>
internal sealed class OwnProposalsFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, ProposalShowing showing, ProposalDifferences differences, ProposalViews views) : ITurnFeature
{
    public const string Command = "自分の提案";

    public void Register(TurnRouter router)
    {
        router.OnCommand(Command, ListAsync);
        router.OnVerb(ProposalVerbs.Own, ListAsync);
        router.OnVerb(ProposalVerbs.Applied, ListAppliedAsync);
        router.OnVerb(ProposalVerbs.Open, OpenAsync);
        router.OnVerb(ProposalVerbs.Revisions, ShowRevisionsAsync);
    }

    private async Task ListAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, cancellationToken) is { } viewer)
            await showing.ListOwnAsync(turn, viewer, turn.PressedPage(), null, cancellationToken);
    }

    private async Task ListAppliedAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, cancellationToken) is not { } viewer)
            return;
        if (turn.IsSeenByOthers && !turn.IsInvoke)
        {
            await turn.RespondWithMessageAsync(ProposalMessages.InPersonalChat, cancellationToken);
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var applied = ProposalQueries.AppliedBy(context, viewer.Member.OrganisationKind, viewer.Member.OrganisationId).AsNoTracking();
        var count = await applied.CountAsync(cancellationToken);
        var (page, pages) = CardTurns.PageOf(turn.PressedPage(), count, ProposalListCard.PageSize);
        var lines = await applied.Skip((page - 1) * ProposalListCard.PageSize).Take(ProposalListCard.PageSize).ToListAsync(cancellationToken);
        await turn.RespondAsync(ProposalListCard.Build(new ProposalListView(
            count == 0 ? ProposalMessages.NoneApplied : ProposalMessages.AppliedFor(count),
            [.. lines.Select(line => views.Line(line.Proposal.IsPublic() ? line.Proposal : Hidden(line.Proposal), $"{ProposalMessages.NameOf(line.Application.State)}（{JapanTime.Day(line.Application.AppliedAt)}応募）"))],
            ProposalVerbs.Applied)
        {
            Page = page,
            Pages = pages,
            Links = [ProposalListLink.Own, ProposalListLink.Search],
        }), cancellationToken);
    }

    /// <summary>What the secretariat has taken off the board keeps its words to itself.</summary>
    private static Proposal Hidden(Proposal proposal)
    {
        proposal.Content = new ProposalContent { Title = ProposalMessages.NoLongerShown };
        return proposal;
    }

    /// <summary>Shows a proposal. From a list in a channel, its card is posted there for everyone; a refresh only reads.</summary>
    private async Task OpenAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, cancellationToken) is not { } viewer || await FindAsync(turn, viewer, cancellationToken) is not { } proposal)
            return;
        var isShared = turn.Action!.GetText(CardKeys.Shared) is { Length: > 0 };
        if (!turn.IsSeenByOthers || isShared || turn.Action.IsRefresh)
        {
            await showing.ShowAsync(turn, viewer, proposal, null, cancellationToken);
        }
        else if (!proposal.IsPublic())
        {
            await turn.RespondWithMessageAsync(ProposalMessages.InPersonalChat, cancellationToken);
        }
        else
        {
            await showing.PostCardAsync(turn, proposal, cancellationToken);
            if (turn.IsInvoke)
                await turn.RespondWithMessageAsync(ProposalMessages.ShownHere, cancellationToken);
        }
    }

    private async Task ShowRevisionsAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, cancellationToken) is not { } viewer || await FindAsync(turn, viewer, cancellationToken) is not { } proposal)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var revisions = await ProposalQueries.Revisions(context, proposal.Id).AsNoTracking().Take(RevisionsCard.MaxLines + 1).ToListAsync(cancellationToken);
        var lines = revisions.Take(RevisionsCard.MaxLines).Select((revision, i) => new RevisionLine(
            $"第{revision.Number}版（{JapanTime.Day(revision.At)}）",
            i + 1 < revisions.Count ? Changes(revisions[i + 1].Content, revision.Content) : ["公開"]));
        await turn.RespondAsync(RevisionsCard.Build(new RevisionsView(ProposalMessages.Revisions(proposal.Revision), ProposalViews.Id(proposal.Id), proposal.Content.Title, [.. lines])), cancellationToken);
    }

    /// <summary>What changed; the contact stays between those who agree.</summary>
    private IReadOnlyList<string> Changes(ProposalContent before, ProposalContent after) =>
        [.. differences.Between(before, after).Select(one => one.Key == ProposalKeys.Contact ? "連絡先が変わりました。" : $"{one.Name}：{one.Before} → {one.After}")];

    private async Task<Proposal?> FindAsync(TurnContext turn, Actor viewer, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var proposal = turn.PressedId() is { } id ? await ProposalQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
        if (proposal is not null && ProposalViews.IsSeenBy(viewer, proposal))
            return proposal;
        await turn.RespondWithErrorAsync("NotFound", ProposalMessages.Gone, cancellationToken);
        return null;
    }

    private Task<Actor?> AllowedAsync(TurnContext turn, CancellationToken cancellationToken) =>
        permissions.AllowedAsync(turn, Verbs.SeeProposals, Subject.Common, turn.Audited(nameof(Proposal)), cancellationToken);
}
