using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Proposals;

/// <summary>Shows proposals: one to a viewer, one to everyone in a channel, and the lists of an organisation's own.</summary>
internal sealed class ProposalShowing(IDbContextFactory<RenkeiBotDbContext> contexts, ProposalViews views, ProposalCards cards, TimeProvider time)
{
    /// <summary>Answers with what came of a change.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="actor">Who changed something, or tried to.</param>
    /// <param name="change">What came of it.</param>
    /// <param name="done">What is said where it was done.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="unchanged">What is said where nothing had to be done.</param>
    public Task RespondAsync(TurnContext turn, Actor actor, Change<Proposal> change, string done, CancellationToken cancellationToken, string unchanged = ProposalMessages.Unchanged) => change switch
    {
        { Outcome: ChangeOutcome.Refused } => turn.RespondWithErrorAsync("Forbidden", change.Refusal!, cancellationToken),
        { Now: null } => turn.RespondWithErrorAsync("NotFound", ProposalMessages.Gone, cancellationToken),
        _ => ShowAsync(turn, actor, change.Now, change.Outcome switch
        {
            ChangeOutcome.Done => done,
            ChangeOutcome.Unchanged => unchanged,
            _ => ProposalMessages.Stale,
        }, cancellationToken),
    };

    /// <summary>Answers with a proposal as the viewer sees it.</summary>
    public async Task ShowAsync(TurnContext turn, Actor viewer, Proposal proposal, string? said, CancellationToken cancellationToken)
    {
        if (!ProposalViews.IsSeenBy(viewer, proposal))
        {
            await turn.RespondWithErrorAsync("NotFound", ProposalMessages.Gone, cancellationToken);
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // The answer to an Action.Submit is seen by everyone there: it says what everyone may read.
        if (turn.IsSeenByOthers && !turn.IsInvoke)
        {
            if (!proposal.IsPublic())
                await turn.RespondWithMessageAsync(said is null ? ProposalMessages.InPersonalChat : said + ProposalMessages.InPersonalChat, cancellationToken);
            else
                await turn.RespondAsync(ProposalCard.Build(views.Shared(proposal, []) with { Sentence = said ?? ProposalMessages.Shown }), cancellationToken);
            return;
        }

        var organisation = viewer.Member.Organisation;
        var own = await ProposalQueries.ApplicationOf(context, proposal.Id, organisation.Kind, organisation.Id).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        await turn.RespondAsync(ProposalCard.Build(views.For(viewer, proposal, own, said)), cancellationToken);
    }

    /// <summary>Posts the card of a proposal for everyone in this conversation. When the proposal changes, it is replaced there.</summary>
    public async Task PostCardAsync(TurnContext turn, Proposal proposal, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var card = await cards.SharedAsync(context, proposal, proposal.Version, cancellationToken);
        var sent = await turn.SendAsync(Activity.CreateCard(RawJson.FromUtf8(card.ToUtf8Json()), card.FallbackText), cancellationToken);
        if (sent.Id is not { Length: > 0 and <= RenkeiBotDbContext.ConversationIdLength } activity || turn.Activity is not { ServiceUrl: { Length: > 0 } serviceUrl, Conversation.Id: { Length: > 0 } conversation })
            return;
        var reference = JsonSerializer.Serialize(turn.ConversationReference with { ActivityId = null, User = null }, BotFrameworkJson.ConversationReference);
        if (await ProposalQueries.PostedCardIn(context, proposal.Id, conversation).SingleOrDefaultAsync(cancellationToken) is { } older)
        {
            (older.ActivityId, older.Reference, older.ServiceUrl, older.ServiceUrlVerifiedAt, older.PostedAt) = (activity, reference, serviceUrl, turn.ServiceUrlVerifiedAt, time.GetUtcNow());
        }
        else
        {
            context.PostedCards.Add(new PostedCard
            {
                ProposalId = proposal.Id, ConversationId = conversation, ActivityId = activity, Reference = reference, ServiceUrl = serviceUrl, ServiceUrlVerifiedAt = turn.ServiceUrlVerifiedAt,
                PostedAt = time.GetUtcNow(),
            });
        }

        // Where someone else posted the same card here at the same moment, theirs is kept up to date.
        _ = await context.TrySaveChangesAsync(cancellationToken);
    }

    /// <summary>A page of an organisation's own proposals, with the drafts of the viewer.</summary>
    public async Task ListOwnAsync(TurnContext turn, Actor viewer, int page, string? said, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (kind, id, person) = (viewer.Member.OrganisationKind, viewer.Member.OrganisationId, viewer.Person);
        var own = (turn.IsSeenByOthers ? ProposalQueries.PostedBy(context, kind, id) : ProposalQueries.Own(context, kind, id, person.TenantId, person.AadObjectId)).AsNoTracking();
        var count = await own.CountAsync(cancellationToken);
        var (shown, pages) = CardTurns.PageOf(page, count, ProposalListCard.PageSize);
        var proposals = await own.Skip((shown - 1) * ProposalListCard.PageSize).Take(ProposalListCard.PageSize).ToListAsync(cancellationToken);
        var sentence = count == 0 ? ProposalMessages.NoneOwn : ProposalMessages.Own(count);
        await turn.RespondAsync(ProposalListCard.Build(new ProposalListView(said is null ? sentence : said + sentence, [.. proposals.Select(proposal => views.Line(proposal))], ProposalVerbs.Own)
        {
            Page = shown,
            Pages = pages,
            Links = [ProposalListLink.New, ProposalListLink.Applied, ProposalListLink.Search],
        }), cancellationToken);
    }
}
