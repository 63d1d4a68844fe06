using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Channels;
using RenkeiBot.Service.Outbox;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Proposals;

/// <summary>
/// The cards of proposals in channels and group chats: those that someone there asked for, and the 新着提案 of channels that chose to hear of them. Each stands there once, and is replaced when
/// the proposal changes.
/// </summary>
internal sealed class ProposalCards(OutboxWriter outbox, ProposalViews views, TimeProvider time)
{
    /// <summary>The card of a proposal for a conversation of several.</summary>
    public async Task<AdaptiveCard> SharedAsync(RenkeiBotDbContext context, Proposal proposal, int version, CancellationToken cancellationToken, string? sentence = null)
    {
        var view = views.Shared(proposal, await UserIdsAsync(context, proposal, cancellationToken)) with { Version = version };
        return ProposalCard.Build(sentence is null ? view : view with { Sentence = sentence });
    }

    /// <summary>Replaces the cards of a proposal by what it is after the change. What has not been sent yet is not sent while the proposal is off the board.</summary>
    public async Task ReplaceAsync(RenkeiBotDbContext context, Proposal proposal, CancellationToken cancellationToken)
    {
        var places = await ProposalQueries.PostedCards(context, proposal.Id).AsNoTracking().ToListAsync(cancellationToken);
        if (places.Count == 0)
            return;
        var message = Message(await SharedAsync(context, proposal, proposal.Version + 1, cancellationToken));
        var now = time.GetUtcNow();
        foreach (var posted in places)
        {
            var post = new OutboxPost(Key(posted), OutboxTarget.Of(posted), message, OutboxLane.Notice);
            if (posted.ActivityId.Length > 0)
                await outbox.PutAsync(context, post with { ActivityId = posted.ActivityId }, now, cancellationToken);
            else if (await OutboxWriter.FindAsync(context, post.Key, cancellationToken) is not { } announced || IsLost(announced))
                continue;
            else if (announced.SentRevision > 0 || proposal.IsOnBoard())
                await outbox.PutAsync(context, post, now, cancellationToken);
            else
                await outbox.WithdrawAsync(context, post.Key, now, cancellationToken);
        }
    }

    /// <summary>新着提案: the channels that want to hear of a proposal get its card, those that have it keep it.</summary>
    /// <param name="context">The context of the change.</param>
    /// <param name="proposal">The proposal, as it is after the change.</param>
    /// <param name="postedIn">A conversation that gets the card in the turn; null for none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task AnnounceAsync(RenkeiBotDbContext context, Proposal proposal, string? postedIn, CancellationToken cancellationToken)
    {
        var except = postedIn is null ? null : ChannelPlace.Root(postedIn);
        var subscribed = await ChannelQueries.Subscribed(context, ChannelTopics.Proposals).AsNoTracking().ToListAsync(cancellationToken);
        var having = (await ProposalQueries.PostedCards(context, proposal.Id).AsNoTracking().ToListAsync(cancellationToken)).Select(card => card.ConversationId).Append(except).ToHashSet();
        var channels = subscribed.Where(channel => !having.Contains(channel.ConversationId) && (channel.ProposalFields.Count == 0 || channel.ProposalFields.Intersect(proposal.Content.Fields).Any())).ToList();
        if (channels.Count == 0)
            return;
        var card = Message(await SharedAsync(context, proposal, VersionAfter(context, proposal), cancellationToken, ProposalMessages.NewlyPosted(proposal.OrganisationName)));
        var now = time.GetUtcNow();
        foreach (var channel in channels)
        {
            var place = new PostedCard
            {
                ProposalId = proposal.Id, ConversationId = channel.ConversationId, ActivityId = "", Reference = channel.Reference, ServiceUrl = channel.ServiceUrl,
                ServiceUrlVerifiedAt = channel.ServiceUrlVerifiedAt, PostedAt = now,
            };
            context.PostedCards.Add(place);
            outbox.Add(context, new OutboxPost(Key(place), OutboxTarget.Of(channel), card, OutboxLane.Notice) { Source = $"newproposal:{proposal.Id:N}" }, now);
        }
    }

    /// <summary>Keeps where announced cards stand, as the outbox forgets it in time. What it has forgotten without delivering it stands nowhere.</summary>
    public static async Task SettleAsync(RenkeiBotDbContext context, CancellationToken cancellationToken)
    {
        foreach (var posted in await ProposalQueries.AnnouncedCards(context).ToListAsync(cancellationToken))
        {
            var announced = await OutboxWriter.FindAsync(context, Key(posted), cancellationToken);
            if (announced is null)
                context.PostedCards.Remove(posted);
            else if (announced.ActivityId is { Length: > 0 } activityId)
                posted.ActivityId = activityId;
        }

        // Where another instance was first, the next round finds less to do.
        _ = await context.TrySaveChangesAsync(cancellationToken);
    }

    /// <summary>The version that the row will have, as a card carries it.</summary>
    public static int VersionAfter(RenkeiBotDbContext context, Proposal proposal) => context.Entry(proposal).State == EntityState.Added ? proposal.Version : proposal.Version + 1;

    private static bool IsLost(OutboxMessage announced) => announced is { Failure: not null, SentRevision: 0 };

    private static string Key(PostedCard posted) => $"card/{posted.ProposalId:N}/{posted.ConversationId}";

    private static Activity Message(AdaptiveCard card) => Activity.CreateCard(RawJson.FromUtf8(card.ToUtf8Json()), card.FallbackText);

    /// <summary>The people on the channel for whom the card refreshes by itself: those whom it offers more than everyone. Teams takes 60.</summary>
    private static async Task<IReadOnlyList<string>> UserIdsAsync(RenkeiBotDbContext context, Proposal proposal, CancellationToken cancellationToken)
    {
        var applications = await ProposalQueries.Applications(context, proposal.Id).AsNoTracking().ToListAsync(cancellationToken);
        var people = (await MemberQueries.ActingFor(context, proposal.OrganisationKind, proposal.OrganisationId).AsNoTracking().ToListAsync(cancellationToken))
            .Select(member => new Sender(member.TenantId, member.AadObjectId))
            .Concat(applications.Select(application => new Sender(application.TenantId, application.AadObjectId)))
            .Distinct().Take(Refresh.MaxUserIds);
        var ids = new List<string>();
        foreach (var person in people)
        {
            if (await OutboxQueries.ChatOf(context, person.TenantId, person.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } chat
                && JsonSerializer.Deserialize(chat.Reference, BotFrameworkJson.ConversationReference)?.User?.Id is { Length: > 0 } id)
                ids.Add(id);
        }

        return ids;
    }
}
