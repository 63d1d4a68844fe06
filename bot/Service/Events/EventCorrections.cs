using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Events;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Events;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.Events;

/// <summary>
/// Keeps what channels were told of an event true, in the transaction of the change: a reminder that was sent is updated where it stands, with an answer in its thread where the days changed; one that
/// was not sent is taken back.
/// </summary>
internal sealed class EventCorrections(OutboxWriter outbox, TimeProvider time)
{
    /// <summary>Whether reminders of one would be wrong for the other.</summary>
    public static bool IsOtherSchedule(KnownEvent before, KnownEvent? after) => after is null || before.IsOn != after.IsOn || !before.Periods.SequenceEqual(after.Periods);

    /// <summary>Corrects what was told.</summary>
    /// <param name="context">The context of the change.</param>
    /// <param name="before">The event as channels were told of it.</param>
    /// <param name="after">As it is now; null where it is no more.</param>
    /// <param name="now">The present time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task WriteAsync(RenkeiBotDbContext context, KnownEvent before, KnownEvent? after, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (before.LastDay < JapanTime.Today(time))
            return;
        var isOther = IsOtherSchedule(before, after);
        var sentence = !isOther ? EventMessages.Changed
            : after is null ? EventMessages.Withdrawn
            : after.Status == EventStatus.Postponed ? EventMessages.Postponed
            : after.Status == EventStatus.Cancelled ? EventMessages.Cancelled
            : before.IsOn ? EventMessages.Moved : EventMessages.Resumed;
        var card = EventNotices.Message(EventNoticeCard.Build(new EventNoticeView(sentence, EventShowing.Facts(after ?? before))));
        var channels = (await ChannelQueries.Active(context).AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(channel => channel.ConversationId, OutboxTarget.Of);
        foreach (var told in await EventQueries.OfSources(context, EventNotices.SourcesOf(before.Id)).ToListAsync(cancellationToken))
        {
            // Where the bot is no more, nothing can be corrected; what was answered in a thread was true then.
            if (told.ParentKey is not null || told.ConversationId is not { } conversation || !channels.TryGetValue(conversation, out var target))
                continue;
            if (told.SentRevision == 0 && told.ActivityId is null)
            {
                // What was not said yet and is still true is said as it is now; the rest is not said at all.
                if (isOther)
                    await outbox.WithdrawAsync(context, told.Key, now, cancellationToken);
                else
                    await outbox.PutAsync(context, new OutboxPost(told.Key, target, EventNotices.Again(after!, told), told.Lane) { NotBefore = told.NotBefore }, now, cancellationToken);
                continue;
            }

            await outbox.PutAsync(context, new OutboxPost(told.Key, target, card, told.Lane), now, cancellationToken);
            if (isOther)
            {
                // An update alone stirs nobody: who follows the thread is told.
                var answer = new OutboxPost($"{told.Key}/{told.Revision}", target, Activity.CreateMessage(sentence), told.Lane) { Source = told.Source, ParentKey = told.Key };
                outbox.Add(context, answer, now);
            }
        }
    }
}
