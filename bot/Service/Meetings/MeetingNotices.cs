using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Cards.Meetings;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Channels;
using RenkeiBot.Service.Outbox;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Meetings;

/// <summary>The notices of meetings, and what is told of them later: rows of the outbox in the transaction of the change.</summary>
internal sealed class MeetingNotices(OutboxWriter outbox, MeetingAudience audience, MeetingCards cards, IOptions<OutboxOptions> options, TimeProvider time)
{
    private readonly QuietHours? quiet = options.Value.Quiet;

    /// <summary>What the notices of a meeting are known by in the outbox.</summary>
    public static string SourceOf(Guid id) => $"meeting:{MeetingCards.Id(id)}";

    /// <summary>
    /// Says what the notices should be now: those who have one see theirs change where it stands, who is new gets one, and who is meant no longer loses it.
    /// </summary>
    /// <returns>Whom it reaches.</returns>
    public async Task<IReadOnlyList<AudienceTarget>> PutAsync(RenkeiBotDbContext context, PlannedMeeting meeting, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var reached = await audience.ResolveAsync(context, meeting.Content, cancellationToken);
        var standing = await OutboxQueries.OfSource(context, meeting.Source).AsNoTracking().ToListAsync(cancellationToken);
        var counts = await CountsAsync(context, meeting, cancellationToken);
        var shared = Message(cards.Shared(meeting, counts));
        var answers = (await MeetingQueries.Answers(context, meeting.Id).AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(answer => OutboxTarget.Person(answer.TenantId, answer.AadObjectId).Key);
        foreach (var target in reached.Select(one => one.Target))
        {
            var activity = target.ConversationId is not null ? shared : Message(MeetingCard.Build(cards.Personal(meeting, counts, answers.GetValueOrDefault(target.Key), null)));
            var post = new OutboxPost(Key(meeting.Id, target.Key), target, activity, OutboxLane.Meeting) { Source = meeting.Source };
            if (standing.Count == 0)
                outbox.Add(context, post, now);
            else
                await outbox.PutAsync(context, post, now, cancellationToken);
        }

        var meant = reached.Select(one => one.Target.Key).ToHashSet();
        foreach (var message in standing.Where(message => !message.IsWithdrawn && !meant.Contains(message.Target)))
            await outbox.WithdrawAsync(context, message.Key, now, cancellationToken);
        return reached;
    }

    /// <summary>Tells those who are meant something that a card which changes where it stands would not: in channels as a reply to the notice, where it stands there.</summary>
    /// <param name="context">The context of the change.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="name">What makes it one and the same for each target.</param>
    /// <param name="note">What is told.</param>
    /// <param name="standing">The targets that have the notice; null for all, where it was just put.</param>
    /// <param name="isTold">Who of those with a personal chat is told; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task TellAsync(
        RenkeiBotDbContext context, PlannedMeeting meeting, string name, MeetingNoteView note, IReadOnlySet<string>? standing, Func<string, bool>? isTold, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (shared, personal) = (Message(MeetingNoteCard.Build(note with { IsShared = true })), Message(MeetingNoteCard.Build(note)));
        foreach (var (target, _, _) in await audience.ResolveAsync(context, meeting.Content, cancellationToken))
        {
            var isChannel = target.ConversationId is not null;
            if (isChannel || isTold is null || isTold(target.Key))
            {
                outbox.Add(context, new OutboxPost($"{Key(meeting.Id, name)}/{target.Key}", target, isChannel ? shared : personal, OutboxLane.Meeting)
                {
                    Source = NotesOf(meeting),
                    ParentKey = isChannel && standing?.Contains(target.Key) is not false ? Key(meeting.Id, target.Key) : null,
                }, now);
            }
        }
    }

    /// <summary>Reminds of a meeting, where it would still be in time: not those who said that they do not come.</summary>
    public async Task RemindAsync(RenkeiBotDbContext context, PlannedMeeting meeting, MeetingReminder reminder, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // What it says is true when it can go out.
        var goesAt = quiet?.OverAt(now) ?? now;
        if (goesAt >= meeting.StartsAt)
            return;
        var answers = await MeetingQueries.Answers(context, meeting.Id).AsNoTracking().ToListAsync(cancellationToken);
        var absent = answers.Where(answer => answer.Attendance == Attendance.Absent && answer.DateRevision == meeting.DateRevision)
            .Select(answer => OutboxTarget.Person(answer.TenantId, answer.AadObjectId).Key).ToHashSet();
        var note = new MeetingNoteView(MeetingReminder.Sentence(meeting, goesAt), MeetingCards.Id(meeting.Id), meeting.Content.Heading())
        {
            Lines = [meeting.Content.When(), meeting.Content.Where()],
            OnlineUrl = meeting.OnlineAddress(),
        };
        // A channel that has subscribed since has no notice to reply to.
        var standing = await StandingAsync(context, meeting, cancellationToken);
        await TellAsync(context, meeting, $"reminder/{meeting.DateRevision}/{reminder.Name}", note, standing, key => !absent.Contains(key), cancellationToken);
    }

    /// <summary>Takes back what was to be told of a meeting and did not arrive: it has begun, it was moved, or it does not take place.</summary>
    public async Task DropUnsentAsync(RenkeiBotDbContext context, PlannedMeeting meeting, CancellationToken cancellationToken)
    {
        foreach (var note in await OutboxQueries.OfSource(context, NotesOf(meeting)).AsNoTracking().ToListAsync(cancellationToken))
        {
            if (note.SentRevision == 0 && note.EndedAt is null)
                await outbox.WithdrawAsync(context, note.Key, time.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>Writes the counts of now on the cards in channels.</summary>
    public async Task CountAsync(RenkeiBotDbContext context, PlannedMeeting meeting, CancellationToken cancellationToken)
    {
        var activity = Message(cards.Shared(meeting, await CountsAsync(context, meeting, cancellationToken)));
        var standing = await StandingAsync(context, meeting, cancellationToken);
        foreach (var channel in (await audience.ResolveAsync(context, meeting.Content, cancellationToken)).Select(one => one.Target).Where(target => target.ConversationId is not null))
        {
            // A count is no reason to send the notice to where it never was.
            if (standing.Contains(channel.Key))
                await outbox.PutAsync(context, new OutboxPost(Key(meeting.Id, channel.Key), channel, activity, OutboxLane.Meeting) { Source = meeting.Source }, time.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>Brings the notice in a person's own chat in step with what they answered, where they have one.</summary>
    public async Task PutOwnAsync(RenkeiBotDbContext context, PlannedMeeting meeting, Sender person, MeetingAnswer answer, CancellationToken cancellationToken)
    {
        var target = OutboxTarget.Person(person.TenantId, person.AadObjectId);
        var key = Key(meeting.Id, target.Key);
        if (await OutboxQueries.ByKey(context, key).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { IsWithdrawn: false })
            return;
        var card = MeetingCard.Build(cards.Personal(meeting, await CountsAsync(context, meeting, cancellationToken), answer, null));
        await outbox.PutAsync(context, new OutboxPost(key, target, Message(card), OutboxLane.Meeting) { Source = meeting.Source }, time.GetUtcNow(), cancellationToken);
    }

    /// <summary>How many answered what for the date of now.</summary>
    public static async Task<IReadOnlyList<AttendanceCount>> CountsAsync(RenkeiBotDbContext context, PlannedMeeting meeting, CancellationToken cancellationToken) =>
        await MeetingQueries.Counts(context, meeting.Id, meeting.DateRevision).ToListAsync(cancellationToken);

    /// <summary>The rows are committed: they can be delivered.</summary>
    public void Wake() => outbox.Wake();

    /// <summary>The targets that have the notice, or will have it next.</summary>
    private static async Task<IReadOnlySet<string>> StandingAsync(RenkeiBotDbContext context, PlannedMeeting meeting, CancellationToken cancellationToken) =>
        (await OutboxQueries.OfSource(context, meeting.Source).AsNoTracking().ToListAsync(cancellationToken)).Where(message => !message.IsWithdrawn).Select(message => message.Target).ToHashSet();

    private static string Key(Guid id, string name) => $"meeting/{MeetingCards.Id(id)}/{name}";

    private static string NotesOf(PlannedMeeting meeting) => meeting.Source + ":notes";

    private static Activity Message(AdaptiveCard card) => Activity.CreateCard(RawJson.FromUtf8(card.ToUtf8Json()), card.FallbackText);
}
