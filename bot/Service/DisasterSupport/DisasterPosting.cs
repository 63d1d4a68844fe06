using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.DisasterSupport;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>
/// The card of a disaster in the channels, one in each, and its timeline as replies: rows of the outbox in the transaction of the change. A channel that subscribes later gets the card with the next
/// change; one that has it keeps it up to date, whatever it subscribes to now.
/// </summary>
internal sealed class DisasterPosting(OutboxWriter outbox, DisasterViews views)
{
    /// <summary>Conversation ids longer than this are hashed in keys.</summary>
    private const int MaxConversationInKey = 100;

    /// <summary>Says how the disaster stands now in every channel, and what happened as a reply.</summary>
    /// <param name="context">The context of the change, with everything that it is about to save.</param>
    /// <param name="disaster">The disaster as it will be.</param>
    /// <param name="entry">What happened; null where the card alone says it.</param>
    /// <param name="now">The present time.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task PutAsync(RenkeiBotDbContext context, DisasterCase disaster, DisasterEntry? entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var source = SourceOf(disaster.Id);
        var posted = (await DisasterQueries.MessageKeys(context, source, onlyCards: true).ToListAsync(cancellationToken)).ToHashSet();
        var subscribed = (await ChannelQueries.Subscribed(context, ChannelTopics.DisasterSupport).AsNoTracking().ToListAsync(cancellationToken)).Select(channel => channel.ConversationId).ToHashSet();
        var channels = (await ChannelQueries.Active(context).AsNoTracking().ToListAsync(cancellationToken))
            .Where(channel => posted.Contains(KeyOf(disaster, channel)) || (disaster.State == DisasterState.Active && subscribed.Contains(channel.ConversationId))).ToList();
        if (channels.Count == 0)
            return;
        var card = Message(SharedCard(disaster, await views.FactsAsync(context, disaster, cancellationToken)));
        foreach (var channel in channels)
        {
            var (key, target) = (KeyOf(disaster, channel), OutboxTarget.Of(channel));
            await outbox.PutAsync(context, new OutboxPost(key, target, card, OutboxLane.Disaster) { Source = source }, now, cancellationToken);
            if (entry is not null && entry.Kind != DisasterEntryKind.Registered)
                outbox.Add(context, new OutboxPost($"{key}/{entry.Id:N}", target, Activity.CreateMessage(entry.Text), OutboxLane.Disaster) { Source = source, ParentKey = key }, now);
        }
    }

    /// <summary>Deletes everything that was posted of a disaster that was registered by mistake.</summary>
    public async Task WithdrawAsync(RenkeiBotDbContext context, DisasterCase disaster, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var key in await DisasterQueries.MessageKeys(context, SourceOf(disaster.Id), onlyCards: false).ToListAsync(cancellationToken))
            await outbox.WithdrawAsync(context, key, now, cancellationToken);
    }

    /// <summary>The card as everyone in a channel sees it.</summary>
    public static AdaptiveCard SharedCard(DisasterCase disaster, DisasterFacts facts) =>
        DisasterCard.Build(new DisasterCardView(DisasterMessages.Card(DisasterViews.NameOf(disaster), disaster.Severity, disaster.State), facts, DisasterViews.Id(disaster.Id), disaster.Edition)
        {
            IsShared = true,
            Buttons = DisasterViews.Buttons(null, disaster),
        });

    public static Activity Message(AdaptiveCard card) => Activity.CreateCard(RawJson.FromUtf8(card.ToUtf8Json()), card.FallbackText);

    /// <summary>What the messages of a disaster are known by in the outbox.</summary>
    public static string SourceOf(Guid id) => $"disaster:{id:N}";

    private static string KeyOf(DisasterCase disaster, Channel channel)
    {
        var conversation = channel.ConversationId;
        return $"disaster/{disaster.Id:N}/{(conversation.Length <= MaxConversationInKey ? conversation : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(conversation))))}";
    }
}
