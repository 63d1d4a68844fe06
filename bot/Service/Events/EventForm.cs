using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Events;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;

namespace RenkeiBot.Service.Events;

/// <summary>Reads the form of an event: what was typed becomes a content, or comes back beside what is wrong with it.</summary>
internal sealed class EventForm(RecordStore store)
{
    private const int LineLength = 100;
    private const int MostContents = 20;
    private const int MostNames = 30;
    private const int MostParticipants = 100;
    private const int MostDays = 731;

    private static readonly EventStatus[] Statuses = [EventStatus.Scheduled, EventStatus.Held, EventStatus.Reduced, EventStatus.Postponed, EventStatus.Cancelled];

    private static readonly IReadOnlyList<CardChoice> Types = [.. Enum.GetValues<EventType>().Select(type => new CardChoice(EventMessages.NameOf(type), type.ToString()))];

    /// <summary>The form as it is first shown.</summary>
    public static EventFormView Empty(Guid id) => View(EventMessages.NewForm, id.ToString("N"), new EventContent(), null) with { IsNew = true, Kind = "" };

    /// <summary>The form with what is on record.</summary>
    public static EventFormView Of(KnownEvent known, int version, string sentence) => View(sentence, known.Id, EventRecords.ContentOf(known.Record), known) with { Version = version };

    /// <summary>The form after someone else was first: what was typed stays, and beside what differs stands what is there now.</summary>
    public static EventFormView Stale(EventFormView typed, KnownEvent now, int version)
    {
        var current = View("", now.Id, EventRecords.ContentOf(now.Record), now);
        (string Key, string Mine, string Theirs)[] fields =
        [
            (EventKeys.Kind, typed.Kind, current.Kind), (EventKeys.Title, typed.Title, current.Title), (EventKeys.From, $"{typed.From:yyyy-MM-dd}", $"{current.From:yyyy-MM-dd}"),
            (EventKeys.Until, $"{typed.Until:yyyy-MM-dd}", $"{current.Until:yyyy-MM-dd}"), (EventKeys.Hours, typed.Hours, current.Hours), (EventKeys.Venue, typed.Venue, current.Venue),
            (EventKeys.Address, typed.Address, current.Address), (EventKeys.Theme, typed.Theme, current.Theme), (EventKeys.Contents, typed.Contents, current.Contents),
            (EventKeys.Hosts, typed.Hosts, current.Hosts), (EventKeys.CoHosts, typed.CoHosts, current.CoHosts), (EventKeys.Supporters, typed.Supporters, current.Supporters),
            (EventKeys.Participants, typed.Participants, current.Participants), (EventKeys.Inquiries, typed.Inquiries, current.Inquiries), (EventKeys.Url, typed.Url, current.Url),
            (EventKeys.Status, Name(typed.Status), Name(current.Status)),
        ];
        return typed with
        {
            Sentence = EventMessages.StaleForm,
            Version = version,
            Errors = fields.Where(field => field.Mine != field.Theirs).ToDictionary(field => field.Key, field => EventMessages.Now(field.Theirs)),
        };
    }

    /// <summary>Reads what a card sent.</summary>
    /// <param name="turn">The turn in which it was sent.</param>
    /// <param name="id">The id that the record has or will have, where a kind was chosen; with <paramref name="before"/> its own.</param>
    /// <param name="before">The record that is edited; null for a new one.</param>
    /// <returns>What was typed, and the form with what is wrong; the content can be taken where nothing is.</returns>
    public (EventContent Content, EventFormView Form) Read(TurnContext turn, string id, KnownEvent? before)
    {
        var inputs = new CardInputs(turn.Action!);
        var was = before is null ? null : EventRecords.ContentOf(before.Record);
        var from = inputs.Day(EventKeys.From, "開始日");
        var until = inputs.Day(EventKeys.Until, "終了日");
        var content = new EventContent
        {
            Type = ReadType(inputs, was),
            Title = Line(inputs, EventKeys.Title, "行事名", was?.Title),
            From = from ?? default,
            Until = until > from ? until : null,
            Hours = Line(inputs, EventKeys.Hours, "時間", was?.Hours),
            Venue = Line(inputs, EventKeys.Venue, "会場", was?.Venue),
            Address = Line(inputs, EventKeys.Address, "住所", was?.Address),
            Theme = Line(inputs, EventKeys.Theme, "テーマ", was?.Theme),
            Contents = Lines(inputs, EventKeys.Contents, "内容", MostContents, was?.Contents),
            Hosts = Lines(inputs, EventKeys.Hosts, "主催", MostNames, was?.Hosts),
            CoHosts = Lines(inputs, EventKeys.CoHosts, "共催", MostNames, was?.CoHosts),
            Supporters = Lines(inputs, EventKeys.Supporters, "後援", MostNames, was?.Supporters),
            Participants = Lines(inputs, EventKeys.Participants, "参加自治体", MostParticipants, was?.Participants),
            Inquiries = Line(inputs, EventKeys.Inquiries, "問い合わせ先", was?.Inquiries),
            Url = inputs.Line(EventKeys.Url),
            Status = ReadStatus(inputs, was),
        };
        Check(inputs, content, from, until, was);
        var view = View(inputs.Errors.Count == 0 ? EventMessages.NewForm : EventMessages.Wrong, id, content, before) with
        {
            Kind = inputs.Line(EventKeys.Kind),
            From = from,
            Until = until,
            Errors = inputs.Errors,
            Version = turn.PressedVersion(),
            IsNew = before is null,
        };
        return (content, view);
    }

    /// <summary>Says in words what the rules of the records have against it, beside the input where one is to blame.</summary>
    public static EventFormView Refused(EventFormView typed, RecordFileException refusal)
    {
        var property = refusal.Path?.Split('.', '[')[0];
        var key = property switch
        {
            "periods" or "period" or "fiscalYear" => EventKeys.From,
            "wards" or "prefectures" or "exhibitor" or "venuePlace" => EventKeys.Participants,
            "programme" => EventKeys.Contents,
            "shortTitle" or "aliases" or "series" or "sources" or "key" => EventKeys.Title,
            _ => property ?? EventKeys.Title,
        };
        return typed with { Sentence = EventMessages.Refused, Preview = null, Errors = new Dictionary<string, string> { [key] = EventMessages.RefusedField } };
    }

    private static EventType ReadType(CardInputs inputs, EventContent? was)
    {
        var chosen = inputs.Line(EventKeys.Kind);
        // A card of an older client may send the word itself.
        var type = Enum.GetValues<EventType>().Where(one => one.ToString() == chosen || EventMessages.NameOf(one) == chosen).Select(one => (EventType?)one).FirstOrDefault();
        if (type is null)
            inputs.Refuse(EventKeys.Kind, EventMessages.KindMissing);
        else if (was is not null && type == EventType.Exhibition != (was.Type == EventType.Exhibition))
            inputs.Refuse(EventKeys.Kind, EventMessages.KindFixed);
        return type ?? EventType.Other;
    }

    private static EventStatus ReadStatus(CardInputs inputs, EventContent? was)
    {
        var chosen = inputs.Line(EventKeys.Status);
        if (chosen.Length == 0)
            return was?.Status ?? EventStatus.Scheduled;
        if (Enum.GetValues<EventStatus>().Where(one => one.ToString() == chosen || EventMessages.NameOf(one) == chosen).Select(one => (EventStatus?)one).FirstOrDefault() is { } status
            && (Statuses.Contains(status) || status == was?.Status))
            return status;
        inputs.Refuse(EventKeys.Status, EventMessages.StatusMissing);
        return EventStatus.Scheduled;
    }

    private void Check(CardInputs inputs, EventContent content, DateOnly? from, DateOnly? until, EventContent? was)
    {
        var register = new EventPlaces(store.Current);
        if (content.Title.Length == 0)
            inputs.Refuse(EventKeys.Title, EventMessages.TitleMissing);
        else if (register.Find(content.Title) is { Place: not null } or { Candidates.Count: > 0 })
            inputs.Refuse(EventKeys.Title, EventMessages.TitleIsPlace);
        else if (content.Title != was?.Title && KnownEvent.All(store.Current).Any(known => known.Title == content.Title))
            inputs.Refuse(EventKeys.Title, EventMessages.TitleTaken);
        if (from is null)
            inputs.Refuse(EventKeys.From, EventMessages.FromMissing);
        else if (until < from)
            inputs.Refuse(EventKeys.Until, EventMessages.EndBeforeStart);
        else if (until is { } last && last.DayNumber - from.Value.DayNumber > MostDays)
            inputs.Refuse(EventKeys.Until, EventMessages.TooLong);
        if (content.Type == EventType.Exhibition && content.Venue.Length == 0)
            inputs.Refuse(EventKeys.Venue, EventMessages.VenueMissing);
        if (content.Url.Length > 0 && (content.Url.Length > 240 || !Uri.TryCreate(content.Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || url.UserInfo.Length > 0))
            inputs.Refuse(EventKeys.Url, EventMessages.BadUrl);
        if (content.Participants == was?.Participants)
            return;
        foreach (var line in EventContent.Lines(content.Participants))
        {
            var (place, candidates) = register.Find(line);
            if (place is null)
                inputs.Refuse(EventKeys.Participants, candidates.Count > 0 ? EventMessages.SeveralPlaces(line, candidates) : EventMessages.NoSuchPlace(line));
        }
    }

    /// <summary>A text of one line; what the documents say may be longer, as long as it stays.</summary>
    private static string Line(CardInputs inputs, string key, string name, string? was)
    {
        var text = Plain(inputs.Line(key));
        return text == was ? text : inputs.Limited(key, text, name, LineLength);
    }

    private static string Lines(CardInputs inputs, string key, string name, int most, string? was)
    {
        var lines = EventContent.Lines(Plain(inputs.Text(key)));
        var text = string.Join('\n', lines);
        if (text == was)
            return text;
        if (lines.Count > most)
            inputs.Refuse(key, EventMessages.TooManyLines(name, most));
        if (lines.Any(line => line.Length > LineLength))
            inputs.Refuse(key, EventMessages.LineTooLong(name, LineLength));
        return text;
    }

    /// <summary>A record has no tags in it.</summary>
    private static string Plain(string text) => text.Replace('<', '＜').Replace('>', '＞');

    private static string Name(string status) => Enum.TryParse<EventStatus>(status, out var known) ? EventMessages.NameOf(known) : status;

    private static EventFormView View(string sentence, string id, EventContent content, KnownEvent? before) => new(sentence, id)
    {
        Kind = content.Type.ToString(),
        KindChoices = Types,
        Title = content.Title,
        From = content.From == default ? null : content.From,
        Until = content.Until,
        Hours = content.Hours,
        Venue = content.Venue,
        Address = content.Address,
        Theme = content.Theme,
        Contents = content.Contents,
        Hosts = content.Hosts,
        CoHosts = content.CoHosts,
        Supporters = content.Supporters,
        Participants = content.Participants,
        Inquiries = content.Inquiries,
        Url = content.Url,
        Status = content.Status.ToString(),
        StatusChoices = [.. (before is null || Statuses.Contains(before.Status) ? Statuses : Statuses.Prepend(before.Status)).Select(status => new CardChoice(EventMessages.NameOf(status), status.ToString()))],
    };
}
