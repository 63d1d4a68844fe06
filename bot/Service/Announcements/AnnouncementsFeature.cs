using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Announcements;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.Announcements;

/// <summary>お知らせを配信: the form, its preview, drafts, the test, and the sending.</summary>
internal sealed class AnnouncementsFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, AnnouncementForm form, AnnouncementChanges changes, AnnouncementShowing showing, OutboxWriter outbox, TurnInbox inbox, TimeProvider time) : ITurnFeature
{
    public const string Command = "お知らせを配信";

    public void Register(TurnRouter router)
    {
        router.OnCommand(Command, StartAsync);
        router.OnVerb(AnnouncementVerbs.New, StartAsync);
        router.OnVerb(AnnouncementVerbs.Preview, (turn, cancellationToken) => KeepAsync(turn, AnnouncementMessages.Previewed, cancellationToken));
        router.OnVerb(AnnouncementVerbs.SaveDraft, (turn, cancellationToken) => KeepAsync(turn, AnnouncementMessages.DraftSaved, cancellationToken));
        router.OnVerb(AnnouncementVerbs.Edit, EditAsync);
        router.OnVerb(AnnouncementVerbs.DeleteDraft, DeleteAsync);
        router.OnVerb(AnnouncementVerbs.Duplicate, DuplicateAsync);
        router.OnVerb(AnnouncementVerbs.Test, TestAsync);
        router.OnVerb(AnnouncementVerbs.Send, SendAsync);
    }

    private async Task StartAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.AllowedAsync(turn, Verbs.WriteAnnouncement, cancellationToken) is not null)
            await turn.RespondAsync(AnnouncementFormCard.Build(form.Empty(await ChannelsAsync(cancellationToken))), cancellationToken);
    }

    /// <summary>「プレビュー」 and 「下書き保存」: what was typed is kept, so that nothing is lost between the cards.</summary>
    private async Task KeepAsync(TurnContext turn, string said, CancellationToken cancellationToken)
    {
        if (await showing.AllowedAsync(turn, Verbs.WriteAnnouncement, cancellationToken) is not { } actor)
            return;
        var channels = await ChannelsAsync(cancellationToken);
        var (content, typed) = form.Read(turn, channels);
        if (typed.Errors.Count > 0)
        {
            await turn.RespondAsync(AnnouncementFormCard.Build(typed), cancellationToken);
            return;
        }

        var (id, isNew) = AnnouncementForm.Meant(turn, actor);
        var before = isNew ? null : await showing.FindAsync(id, cancellationToken);
        var change = await changes.SaveAsync(turn, actor, id, isNew ? null : turn.PressedVersion(), content, cancellationToken);
        if (change is { Outcome: ChangeOutcome.Stale, Now: { } newer } && AnnouncementChanges.CanBeEdited(newer))
        {
            await turn.RespondAsync(AnnouncementFormCard.Build(form.Of(newer, AnnouncementMessages.StaleForm, channels)), cancellationToken);
            return;
        }

        var wasPlanned = before is { State: AnnouncementState.Scheduled or AnnouncementState.AwaitingApproval };
        await showing.RespondAsync(turn, actor, change, wasPlanned ? AnnouncementMessages.Unscheduled : said, cancellationToken);
    }

    private async Task EditAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.OpenAsync(turn, Verbs.WriteAnnouncement, cancellationToken) is not var (actor, announcement))
            return;
        if (AnnouncementChanges.CanBeEdited(announcement))
            await turn.RespondAsync(AnnouncementFormCard.Build(form.Of(announcement, AnnouncementMessages.EditForm, await ChannelsAsync(cancellationToken))), cancellationToken);
        else
            await showing.ShowAsync(turn, actor, announcement, AnnouncementMessages.Stale, cancellationToken);
    }

    private async Task DeleteAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.OpenAsync(turn, Verbs.DeleteAnnouncement, cancellationToken) is not var (actor, announcement))
            return;
        var change = await changes.DeleteDraftAsync(turn, actor, announcement.Id, turn.PressedVersion(), cancellationToken);
        if (change.Outcome == ChangeOutcome.Done)
            await turn.RespondWithMessageAsync(AnnouncementMessages.DraftDeleted, cancellationToken);
        else
            await showing.RespondAsync(turn, actor, change, AnnouncementMessages.Stale, cancellationToken);
    }

    /// <summary>A new draft that says the same, without its day: that has passed, or would be told twice.</summary>
    private async Task DuplicateAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.OpenAsync(turn, Verbs.WriteAnnouncement, cancellationToken) is not var (actor, announcement))
            return;
        var content = announcement.Content with { Day = null, Time = null, Until = null, Repeat = AnnouncementRepeat.None };
        var change = await changes.SaveAsync(turn, actor, Guid.NewGuid(), null, content, cancellationToken);
        // Of a press that was delivered twice, the second made none.
        if (change.Now is null)
            await turn.RespondWithMessageAsync(AnnouncementMessages.Duplicated, cancellationToken);
        else
            await showing.ShowAsync(turn, actor, change.Now, AnnouncementMessages.Duplicated, cancellationToken);
    }

    /// <summary>「テスト送信」: the copy goes to whoever pressed, and to nobody else.</summary>
    private async Task TestAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.OpenAsync(turn, Verbs.TestAnnouncement, cancellationToken) is not var (actor, announcement))
            return;
        if (announcement.Revision != turn.PressedVersion())
        {
            await showing.ShowAsync(turn, actor, announcement, AnnouncementMessages.Stale, cancellationToken);
            return;
        }

        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var copy = AnnouncementCopies.Plain(announcement.Content) with
            {
                Lead = AnnouncementMessages.TestLead,
                Confirmable = announcement.Content.AsksConfirmation ? (announcement.Id.ToString("N"), 0) : null,
            };
            var now = time.GetUtcNow();
            var key = $"announcement/{announcement.Id:N}/test/{Guid.NewGuid():N}";
            outbox.Add(context, new OutboxPost(key, OutboxTarget.Person(actor.Person.TenantId, actor.Person.AadObjectId), AnnouncementCopies.Message(copy), OutboxLane.Notice), now);
            context.Audit(Verbs.TestAnnouncement, actor.Person, turn.Audited(nameof(Announcement)), AuditOutcome.Done, now, turn);
            inbox.Claim(context, turn);
            _ = await context.TrySaveChangesAsync(cancellationToken);
        }

        await showing.ShowAsync(turn, actor, announcement, AnnouncementMessages.Tested, cancellationToken);
    }

    private async Task SendAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.OpenAsync(turn, Verbs.SendAnnouncement, cancellationToken) is not var (actor, announcement))
            return;
        var isCurrentDraft = announcement.State == AnnouncementState.Draft && announcement.Revision == turn.PressedVersion();
        if (isCurrentDraft && form.Missing(announcement.Content) is { Count: > 0 } missing)
        {
            // The time of a draft has passed since.
            var view = form.Of(announcement, AnnouncementMessages.Wrong, await ChannelsAsync(cancellationToken)) with { Errors = missing };
            await turn.RespondAsync(AnnouncementFormCard.Build(view), cancellationToken);
            return;
        }

        var change = await changes.SendAsync(turn, actor, announcement.Id, turn.PressedVersion(), cancellationToken);
        var said = change.Now switch
        {
            { State: AnnouncementState.AwaitingApproval } => AnnouncementMessages.Requested,
            { NextAt: { } next } when next > time.GetUtcNow() => AnnouncementMessages.Planned,
            _ => AnnouncementMessages.Started,
        };
        await showing.RespondAsync(turn, actor, change, said, cancellationToken);
    }

    private async Task<IReadOnlyList<Channel>> ChannelsAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ChannelQueries.Active(context).AsNoTracking().ToListAsync(cancellationToken);
    }
}
