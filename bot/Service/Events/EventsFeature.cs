using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Events;
using RenkeiBot.Data.Events;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Events;

/// <summary>行事を登録 and 行事一覧: the secretariat adds, finds, edits and takes back records of events and exhibitions, in its personal chats.</summary>
internal sealed class EventsFeature(Permissions permissions, RecordStore store, EventForm form, EventChanges changes, EventShowing showing, TimeProvider time) : ITurnFeature
{
    public const string RegisterCommand = "行事を登録";
    public const string ListCommand = "行事一覧";

    public void Register(TurnRouter router)
    {
        router.OnCommand(RegisterCommand, StartAsync);
        router.OnVerb(EventVerbs.New, StartAsync);
        router.OnCommandWithText(ListCommand, ListAsync);
        router.OnVerb(EventVerbs.List, ListAsync);
        router.OnVerb(EventVerbs.Preview, PreviewAsync);
        router.OnVerb(EventVerbs.Save, SaveAsync);
        router.OnVerb(EventVerbs.Open, (turn, cancellationToken) => OpenAsync(turn, isEdit: false, cancellationToken));
        router.OnVerb(EventVerbs.Edit, (turn, cancellationToken) => OpenAsync(turn, isEdit: true, cancellationToken));
        router.OnVerb(EventVerbs.Remove, RemoveAsync);
    }

    private async Task StartAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.RegisterEvent, cancellationToken) is not null)
            await turn.RespondAsync(EventFormCard.Build(EventForm.Empty(Guid.NewGuid())), cancellationToken);
    }

    private async Task PreviewAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SeeEvents, cancellationToken) is not { } actor)
            return;
        var (_, now, content, typed) = await ReadAsync(turn, actor, cancellationToken);
        if (now is null)
            await turn.RespondWithErrorAsync("NotFound", EventMessages.Gone, cancellationToken);
        else if (typed.Errors.Count > 0)
            await turn.RespondAsync(EventFormCard.Build(typed), cancellationToken);
        else
            await turn.RespondAsync(EventFormCard.Build(typed with { Sentence = EventMessages.Previewed, Preview = EventShowing.Preview(content) }), cancellationToken);
    }

    /// <summary>「登録する」 and 「保存する」.</summary>
    private async Task SaveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var isNew = PressedEvent(turn) is null;
        if (await AllowedAsync(turn, isNew ? Verbs.RegisterEvent : Verbs.EditEvent, cancellationToken) is not { } actor)
            return;
        var (id, now, content, typed) = await ReadAsync(turn, actor, cancellationToken);
        if (now is null)
        {
            await turn.RespondWithErrorAsync("NotFound", EventMessages.Gone, cancellationToken);
            return;
        }

        // The same form sent again: what it made is shown, and not that its name is taken.
        if (typed.Errors.Count > 0 && !(isNew && now.Event is not null))
        {
            await turn.RespondAsync(EventFormCard.Build(typed), cancellationToken);
            return;
        }

        try
        {
            var change = await changes.SaveAsync(turn, actor, id, isNew ? null : turn.PressedVersion(), content, cancellationToken);
            if (change is { Outcome: ChangeOutcome.Stale, Now: { Event: { } newer } newest } && !isNew)
                await turn.RespondAsync(EventFormCard.Build(EventForm.Stale(typed, newer, newest.Version)), cancellationToken);
            else
                await RespondAsync(turn, change, isNew ? EventMessages.Registered : EventMessages.Saved, isNew ? EventMessages.RegisteredAlready : EventMessages.Unchanged, cancellationToken);
        }
        catch (RecordFileException refusal)
        {
            await turn.RespondAsync(EventFormCard.Build(EventForm.Refused(typed, refusal)), cancellationToken);
        }
    }

    private async Task OpenAsync(TurnContext turn, bool isEdit, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, isEdit ? Verbs.EditEvent : Verbs.SeeEvents, cancellationToken) is null)
            return;
        var now = PressedEvent(turn) is { } id ? await changes.ReadAsync(id, cancellationToken) : null;
        if (now?.Event is not { } known)
            await turn.RespondWithErrorAsync("NotFound", EventMessages.Gone, cancellationToken);
        else
            await turn.RespondAsync(isEdit ? EventFormCard.Build(EventForm.Of(known, now.Version, EventMessages.EditForm)) : EventCard.Build(showing.Card(known, now.Version, EventMessages.Shown)), cancellationToken);
    }

    private async Task RemoveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.RemoveEvent, cancellationToken) is not { } actor)
            return;
        if (PressedEvent(turn) is not { } id)
        {
            await turn.RespondWithErrorAsync("NotFound", EventMessages.Gone, cancellationToken);
            return;
        }

        var change = await changes.RemoveAsync(turn, actor, id, turn.PressedVersion(), cancellationToken);
        if (change is { Outcome: ChangeOutcome.Done, Now.Event: null })
            await ShowListAsync(turn, "", 1, EventMessages.Removed, cancellationToken);
        else
            await RespondAsync(turn, change, EventMessages.Restored, EventMessages.Unchanged, cancellationToken);
    }

    private async Task ListAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SeeEvents, cancellationToken) is not null)
            await ShowListAsync(turn, CardText.Line(turn.Action?.GetText(EventKeys.Words) ?? turn.CommandText, EventListCard.WordsLength), turn.PressedPage(), null, cancellationToken);
    }

    /// <summary>What is to come first, the next one before the others; then what is over, the last one first.</summary>
    private Task ShowListAsync(TurnContext turn, string words, int page, string? said, CancellationToken cancellationToken)
    {
        var today = JapanTime.Today(time);
        var sought = words.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries).Select(QuestionText.Fold).ToList();
        var found = KnownEvent.All(store.Current).Where(known => sought.TrueForAll(word => Sought(known).Contains(word, StringComparison.Ordinal))).ToList();
        var (shown, pages) = CardTurns.PageOf(page, found.Count, EventListCard.PageSize);
        var ordered = found.Where(known => known.LastDay >= today).OrderBy(known => known.FirstDay).Concat(found.Where(known => known.LastDay < today).OrderByDescending(known => known.FirstDay));
        var lines = ordered.Skip((shown - 1) * EventListCard.PageSize).Take(EventListCard.PageSize).Select(showing.Line).ToList();
        var count = found.Count == 0 ? EventMessages.NoneFound : EventMessages.Listed(found.Count, words);
        return turn.RespondAsync(EventListCard.Build(new EventListView(said is null ? count : said + count, lines) { Words = words, Page = shown, Pages = pages }), cancellationToken);
    }

    private static string Sought(KnownEvent known)
    {
        var content = EventRecords.ContentOf(known.Record);
        var years = JapaneseCalendar.FiscalYearName(JapaneseCalendar.FiscalYearOf(content.From));
        return QuestionText.Fold($"{content.Title} {EventMessages.NameOf(content.Type)} {content.Venue} {content.Theme} {content.Participants} {years} {content.From:yyyy-MM-dd} {EventMessages.NameOf(content.Status)}");
    }

    private Task RespondAsync(TurnContext turn, Change<EventState> change, string done, string unchanged, CancellationToken cancellationToken) => change switch
    {
        { Outcome: ChangeOutcome.Refused } => turn.RespondWithErrorAsync("Forbidden", change.Refusal!, cancellationToken),
        { Now.Event: { } known } => turn.RespondAsync(EventCard.Build(showing.Card(known, change.Now.Version, change.Outcome switch
        {
            ChangeOutcome.Done => done,
            ChangeOutcome.Unchanged => unchanged,
            _ => EventMessages.Stale,
        })), cancellationToken),
        _ => turn.RespondWithErrorAsync("NotFound", EventMessages.Gone, cancellationToken),
    };

    /// <summary>The form that a card sent, with the record that it is about. <c>Now</c> is null where the card names a record that is no more.</summary>
    private async Task<(string Id, EventState? Now, EventContent Content, EventFormView Typed)> ReadAsync(TurnContext turn, Actor actor, CancellationToken cancellationToken)
    {
        if (PressedEvent(turn) is { } id)
        {
            var now = await changes.ReadAsync(id, cancellationToken);
            if (now.Event is null)
                return (id, null, new EventContent(), EventForm.Empty(Guid.Empty));
            var (edited, view) = form.Read(turn, id, now.Event);
            return (id, now, edited, view);
        }

        var (content, typed) = form.Read(turn, (turn.PressedId(EventKeys.NewId) ?? Guid.NewGuid()).ToString("N"), null);
        var made = KnownEvent.IdOf(content.Type == EventType.Exhibition, turn.MadeId(actor.Person).ToString("N"));
        return (made, await changes.ReadAsync(made, cancellationToken), content, typed);
    }

    private static string? PressedEvent(TurnContext turn) => turn.Action?.GetText(EventKeys.Id) is { Length: > 0 and <= 60 } id ? id : null;

    /// <summary>Who acts, where they may and nobody reads along; else null, and they have been answered.</summary>
    private async Task<Actor?> AllowedAsync(TurnContext turn, string verb, CancellationToken cancellationToken)
    {
        if (await permissions.AllowedAsync(turn, verb, Subject.Common, (nameof(EventEdit), PressedEvent(turn) ?? ""), cancellationToken) is not { } actor)
            return null;
        if (!turn.IsSeenByOthers)
            return actor;
        await turn.RespondWithMessageAsync(EventMessages.InPersonalChat, cancellationToken);
        return null;
    }
}
