using Microsoft.EntityFrameworkCore;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Proposals;

/// <summary>Puts a proposal before the members, in the transaction of whoever posts or accepts it.</summary>
internal sealed class ProposalPublishing(ProposalNotices notices, ProposalCards cards, ProposalBoard board, TimeProvider time)
{
    /// <summary>From now on the members see it, and those are told whose searches find it.</summary>
    /// <param name="context">The context of the change.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="by">The member who posted or accepted it.</param>
    /// <param name="now">The present time.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="postedIn">The conversation that gets its card in the turn, as it was posted there; null for none.</param>
    public async Task PublishAsync(RenkeiBotDbContext context, Proposal proposal, Guid by, DateTimeOffset now, CancellationToken cancellationToken, string? postedIn = null)
    {
        // What both sides agreed on before it was rejected still stands.
        var applications = await ProposalQueries.Applications(context, proposal.Id).ToListAsync(cancellationToken);
        (proposal.State, proposal.PostedAt, proposal.UpdatedAt, proposal.Reason) = (ProposalLife.StateOf(applications), proposal.PostedAt ?? now, now, "");
        context.ProposalRevisions.Add(new ProposalRevision { ProposalId = proposal.Id, Number = ++proposal.Revision, Content = proposal.Content, At = now, By = by });
        var finds = board.Fitting(proposal, JapanTime.Today(time));
        foreach (var (search, reader) in await ProposalQueries.Watchers(context).AsNoTracking().ToListAsync(cancellationToken))
        {
            if (reader.Organisation != proposal.Organisation && finds(search.Terms))
            {
                notices.Tell(context, $"search/{search.Id:N}/{proposal.Id:N}/{proposal.Version}", reader,
                    new ProposalNoticeView($"保存した条件に合う提案が投稿されました（{proposal.OrganisationName}）。", ProposalViews.Id(proposal.Id), proposal.Content.Title));
            }
        }

        await cards.AnnounceAsync(context, proposal, postedIn, cancellationToken);
    }
}
