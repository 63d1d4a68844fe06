using System.Globalization;
using System.Text.RegularExpressions;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Storage;
using JapaneseCalendar = RenkeiBot.Service.Answers.Language.JapaneseCalendar;

namespace RenkeiBot.Service.Events;

/// <summary>Turns records into what the form says, and back. What the form does not show, and what was not changed in it, stays as the record has it.</summary>
internal sealed partial class EventRecords(RecordStore store)
{
    /// <summary>The secretariat's register of events among the documents.</summary>
    private const string Register = "event-register";

    private const string Online = "オンライン";
    private const int LeastAlias = 4;
    private const int MostAlias = 40;

    /// <summary>What the form shows of a record.</summary>
    public static EventContent ContentOf(IRecord record) => record is Exhibition exhibition ? ContentOf(exhibition) : ContentOf((ProjectEvent)record);

    /// <summary>The record that the form makes.</summary>
    /// <param name="before">The record whose place it takes; null for a new one.</param>
    /// <param name="key">Its key.</param>
    /// <param name="content">What the form says, without anything wrong.</param>
    /// <param name="today">The day of the registration.</param>
    public IRecord Apply(IRecord? before, string key, EventContent content, DateOnly today)
    {
        var source = new SourceRef(Register, $"「{content.Title}」（{JapaneseCalendar.Short(today)}{(before is null ? "登録" : "更新")}）");
        var sources = (before?.Sources ?? []).Where(known => known.Document != Register).Prepend(source).ToList();
        var was = before is null ? null : ContentOf(before);
        return content.Type == EventType.Exhibition ? Apply((Exhibition?)before, was, key, content, sources) : Apply((ProjectEvent?)before, was, key, content, sources);
    }

    private static EventContent ContentOf(ProjectEvent record) => new()
    {
        Type = Enum.Parse<EventType>(record.Kind.ToString()),
        Title = record.Title,
        From = record.Periods.Count > 0 ? record.Periods[0].From : default,
        Until = record.Periods.Count > 0 && record.Periods[^1].LastDay is var last && last > record.Periods[0].From ? last : null,
        Hours = record.Hours ?? "",
        Venue = record.Venue ?? (record.Online ? Online : ""),
        Address = record.Address ?? "",
        Theme = record.Theme ?? "",
        Contents = string.Join('\n', (record.Programme ?? []).Select(item => item.Title)),
        Hosts = string.Join('\n', record.Hosts ?? []),
        CoHosts = string.Join('\n', record.CoHosts ?? []),
        Supporters = string.Join('\n', record.Supporters ?? []),
        Participants = string.Join('\n', (record.Wards ?? []).Concat((record.Participants ?? []).Select(Named))),
        Inquiries = record.Inquiries ?? "",
        Url = record.Url ?? "",
        Status = record.Status,
    };

    private static EventContent ContentOf(Exhibition record) => new()
    {
        Type = EventType.Exhibition,
        Title = record.Title,
        From = record.Period.From,
        Until = record.Period.Until,
        Hours = record.Hours ?? string.Join("、", (record.OpeningHours ?? []).Select(hours => string.Create(CultureInfo.InvariantCulture, $"{hours.Days} {hours.From:H:mm}～{hours.Until:H:mm}"))),
        Venue = record.Venue,
        Address = record.Address ?? "",
        Theme = record.Theme ?? "",
        Contents = string.Join('\n', record.Contents ?? []),
        Hosts = string.Join('\n', record.Hosts ?? []),
        CoHosts = string.Join('\n', record.CoHosts ?? []),
        Supporters = string.Join('\n', record.Supporters ?? []),
        Participants = string.Join('\n', record.Participants?.Select(Named) ?? record.Prefectures),
        Inquiries = record.Inquiries ?? (record.Contact is { } contact ? $"{contact.Organisation} {contact.Section}（電話 {contact.Telephone}）" : ""),
        Url = record.Url ?? "",
        Status = record.Status,
    };

    private ProjectEvent Apply(ProjectEvent? before, EventContent? was, string key, EventContent content, IReadOnlyList<SourceRef> sources)
    {
        var record = before ?? new ProjectEvent(key, EventKind.Other, "", "", [], 0, [], sources);
        record = record with
        {
            Kind = Enum.Parse<EventKind>(content.Type.ToString()),
            Theme = Text(content.Theme),
            Hours = Text(content.Hours),
            Address = Text(content.Address),
            Hosts = List(content.Hosts),
            CoHosts = List(content.CoHosts),
            Supporters = List(content.Supporters),
            Inquiries = Text(content.Inquiries),
            Url = Text(content.Url),
            Status = content.Status,
            Sources = sources,
        };
        if (was?.Title != content.Title || was.Type != content.Type)
            record = Entitled(record, content);
        if (was is null || (was.From, was.Until) != (content.From, content.Until))
            record = record with { Periods = [new Period(content.From, content.Until)], FiscalYear = JapaneseCalendar.FiscalYearOf(content.From) };
        if (was?.Venue != content.Venue || was.Address != content.Address)
        {
            var online = content.Venue.StartsWith(Online, StringComparison.Ordinal);
            record = record with { Online = online, Venue = online ? null : Text(content.Venue), DeliveryMethod = online && content.Venue.Length > Online.Length ? content.Venue : null, VenuePlace = PlaceOf(content.Address) };
        }

        if (was?.Contents != content.Contents)
        {
            // What more is known of an item that stays, its speakers and times, stays with it.
            var items = (record.Programme ?? []).ToLookup(item => item.Title);
            record = record with { Programme = List(content.Contents)?.Select(line => items[line].FirstOrDefault() ?? new EventProgrammeItem(line)).ToList() };
        }

        if (was?.Participants != content.Participants)
        {
            var register = new EventPlaces(store.Current);
            var places = EventContent.Lines(content.Participants).Select(line => register.Find(line).Place).OfType<NamedPlace>().ToList();
            record = record with
            {
                Wards = Some([.. places.Where(place => IsWard(place)).Select(place => place.Name)]),
                Participants = Some([.. places.Where(place => !IsWard(place))]),
                ParticipantsWording = null,
                ParticipantCount = null,
            };
        }

        return record;
    }

    private Exhibition Apply(Exhibition? before, EventContent? was, string key, EventContent content, IReadOnlyList<SourceRef> sources)
    {
        var record = before ?? new Exhibition(key, "", "", [], 0, "", [], new Period(content.From), "", sources);
        record = record with
        {
            Theme = Text(content.Theme),
            Venue = content.Venue,
            Address = Text(content.Address),
            Contents = List(content.Contents),
            Hosts = List(content.Hosts),
            CoHosts = List(content.CoHosts),
            Supporters = List(content.Supporters),
            Url = Text(content.Url),
            Status = content.Status,
            Sources = sources,
        };
        if (was?.Title != content.Title)
            record = record with { Title = content.Title, ShortTitle = content.Title, Aliases = Aliases(content), Edition = EditionOf(content.Title) };
        if (was is null || was.Title != content.Title || (was.From, was.Until) != (content.From, content.Until))
        {
            var year = JapaneseCalendar.FiscalYearOf(content.From);
            record = record with
            {
                Period = new Period(content.From, content.Until),
                FiscalYear = year,
                EditionLabel = $"{JapaneseCalendar.EraYear(JapaneseCalendar.FiscalYearStart(year))}度{(record.Edition is { } edition ? $" 第{edition}回" : "")}",
            };
        }

        if (was?.Hours != content.Hours)
            record = record with { Hours = Text(content.Hours), OpeningHours = null, ClosedDays = null };
        if (was?.Inquiries != content.Inquiries)
            record = record with { Inquiries = Text(content.Inquiries), Contact = null };
        if (was?.Participants != content.Participants)
        {
            var register = new EventPlaces(store.Current);
            var places = EventContent.Lines(content.Participants).Select(line => register.Find(line).Place).OfType<NamedPlace>().ToList();
            record = record with
            {
                Participants = Some(places),
                Prefectures = [.. places.Select(place => place.Prefecture ?? register.PrefectureOf(place)).OfType<string>().Distinct()],
                Exhibitor = places.Count > 0 ? string.Join('・', places.Take(5).Select(place => place.Name)) + (places.Count > 5 ? "ほか" : "") : null,
            };
        }

        return record;
    }

    /// <summary>A title also says the series and the number in it.</summary>
    private ProjectEvent Entitled(ProjectEvent record, EventContent content)
    {
        var series = store.Current.Of<ProjectEvent>().Select(one => one.Series).OfType<string>().Distinct().Where(name => content.Title.Contains(name, StringComparison.Ordinal)).MaxBy(name => name.Length);
        var edition = series is null ? null : EditionOf(content.Title);
        return record with
        {
            Title = content.Title,
            ShortTitle = content.Title,
            Aliases = Aliases(content),
            Series = series,
            Edition = edition,
            EditionLabel = edition is null ? null : $"第{edition}回",
            // Without a fiscal year before it, the number counts all years.
            EditionIsOverall = edition is not null && !content.Title.Contains("年度", StringComparison.Ordinal),
            EditionInferred = false,
        };
    }

    /// <summary>The title without year and number, and the theme: where they are no name of something else.</summary>
    private List<string> Aliases(EventContent content)
    {
        var register = new EventPlaces(store.Current);
        var bare = Leading().Replace(content.Title, "").Trim();
        var others = KnownEvent.All(store.Current).Where(other => other.Title != content.Title).Select(other => other.Title).ToList();
        return [.. new[] { bare, content.Theme }.Where(name => name.Length is >= LeastAlias and <= MostAlias && name != content.Title && !others.Exists(other => other.Contains(name, StringComparison.Ordinal))
            && register.Find(name).Place is null).Distinct()];
    }

    private static int? EditionOf(string title) =>
        Number().Match(title.Normalize(System.Text.NormalizationForm.FormKC)) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The municipality in which an address lies; null where it does not say one.</summary>
    private NamedPlace? PlaceOf(string address) =>
        store.Current.Of<Municipality>().Where(one => address.Contains(one.Prefecture + one.Name, StringComparison.Ordinal)).MaxBy(one => one.Name.Length) is { } found ? new NamedPlace(found.Name, found.Prefecture) : null;

    private bool IsWard(NamedPlace place) => store.Current.Of<Municipality>().Any(one => one.Kind == MunicipalityKind.Ward && one.Name == place.Name && place.Prefecture is null or "東京都");

    private static string Named(NamedPlace place) => place.Prefecture is { } prefecture && prefecture != place.Name ? prefecture + place.Name : place.Name;

    private static string? Text(string text) => text.Length > 0 ? text : null;

    private static IReadOnlyList<string>? List(string text) => Some(EventContent.Lines(text));

    private static IReadOnlyList<T>? Some<T>(IReadOnlyList<T> items) => items.Count > 0 ? items : null;

    [GeneratedRegex("第([0-9]{1,3})回", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("^((昭和|平成|令和)([0-9０-９]{1,2}|元)年度?|[0-9０-９]{4}年度?|第[0-9０-９]{1,3}回|[\\s　])+", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();
}
