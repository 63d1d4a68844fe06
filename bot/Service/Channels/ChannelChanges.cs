using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Channels;

/// <summary>Saves the settings of a channel and takes the last save back: each one transaction with its audit entry.</summary>
internal sealed class ChannelChanges(IDbContextFactory<RenkeiBotDbContext> contexts, TurnInbox inbox, TimeProvider time)
{
    private const int AuditedIdLength = 128;

    /// <summary>Saves what was chosen. The channel belongs to the organisation of whoever saved last; the secretariat leaves that as it is.</summary>
    public Task<Change<Channel>> SaveAsync(
        TurnContext turn, Actor actor, string conversationId, int version, ChannelTopics topics, IReadOnlyList<ProposalField> fields, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, Verbs.SaveChannel, conversationId, version, channel =>
        {
            var organisation = OrganisationAfter(channel, actor.Member);
            if (channel.ChangedAt is not null && channel.Topics == topics && channel.ProposalFields.SequenceEqual(fields) && (channel.OrganisationKind, channel.OrganisationId) == (organisation.Kind, organisation.Id))
                return ChangeOutcome.Unchanged;
            (channel.PreviousTopics, channel.PreviousProposalFields) = (channel.Topics, channel.ProposalFields);
            (channel.Topics, channel.ProposalFields) = (topics, fields);
            return ChangeOutcome.Done;
        }, cancellationToken);

    /// <summary>Puts the settings back to what they were before the last save.</summary>
    public Task<Change<Channel>> UndoAsync(TurnContext turn, Actor actor, string conversationId, int version, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, Verbs.UndoChannel, conversationId, version, channel =>
        {
            if (channel.PreviousTopics is not { } topics)
                return ChangeOutcome.Stale;
            (channel.Topics, channel.ProposalFields) = (topics, channel.PreviousProposalFields);
            (channel.PreviousTopics, channel.PreviousProposalFields) = (null, []);
            return ChangeOutcome.Done;
        }, cancellationToken);

    /// <summary>Someone tried who may not.</summary>
    public async Task RefusedAsync(TurnContext turn, Actor actor, string verb, string conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Audit(verb, actor.Person, Audited(conversationId), AuditOutcome.Refused, time.GetUtcNow(), turn);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A channel as the audit names it.</summary>
    public static (string Type, string Id) Audited(string conversationId) =>
        (nameof(Channel), conversationId.Length <= AuditedIdLength ? conversationId : conversationId[..AuditedIdLength]);

    private async Task<Change<Channel>> ChangeAsync(
        TurnContext turn, Actor actor, string verb, string conversationId, int version, Func<Channel, ChangeOutcome> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (await ChannelQueries.ById(context, conversationId).SingleOrDefaultAsync(cancellationToken) is not { } channel)
            return new(ChangeOutcome.Gone, null);
        var outcome = channel.Version != version ? ChangeOutcome.Stale : change(channel);
        if (outcome == ChangeOutcome.Unchanged)
            return new(outcome, channel);
        if (outcome == ChangeOutcome.Done)
        {
            (channel.OrganisationKind, channel.OrganisationId, channel.OrganisationName) = OrganisationAfter(channel, actor.Member);
            (channel.ChangedBy, channel.ChangedAt, channel.UpdatedAt) = (actor.Member.Id, now, now);
        }

        context.Audit(verb, actor.Person, Audited(conversationId), outcome.Audited(), now, turn, $"topics={channel.Topics}");
        inbox.Claim(context, turn);
        if (await context.TrySaveChangesAsync(cancellationToken))
            return new(outcome, channel);
        await using var fresh = await contexts.CreateDbContextAsync(cancellationToken);
        return new(ChangeOutcome.Stale, await ChannelQueries.ById(fresh, conversationId).AsNoTracking().SingleOrDefaultAsync(cancellationToken));
    }

    private static (OrganisationKind? Kind, string Id, string Name) OrganisationAfter(Channel channel, Member member) => member.Role == MemberRole.Secretariat
        ? (channel.OrganisationKind, channel.OrganisationId, channel.OrganisationName)
        : (member.OrganisationKind, member.OrganisationId, member.OrganisationName);
}
