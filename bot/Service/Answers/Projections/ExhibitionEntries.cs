using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>The exhibitions in the hall and their tours of the ward offices.</summary>
internal sealed class ExhibitionEntries(KnowledgeBuilder builder, Categories categories, PlaceNames places)
{
    /// <summary>Where most of them are shown.</summary>
    private const string Hall = "東京区政会館";

    public void Add(IReadOnlyList<Exhibition> exhibitions)
    {
        foreach (var record in exhibitions)
            builder.Add(Entry(record));
    }

    private Entry Entry(Exhibition record)
    {
        var name = builder.Term(TermKind.Name, record.Title, null, [record.ShortTitle, .. record.Theme is { } theme ? [theme] : Array.Empty<string>()]);
        foreach (var alias in record.Aliases)
            builder.AddName(name, alias);
        List<Term> subjects = [name, .. record.Prefectures.Select(prefecture => places.Of(new NamedPlace(prefecture))), .. places.All(record.Participants)];
        if (record.Exhibitor is { } exhibitor && builder.Find(TermKind.Name, exhibitor) is { } known)
            subjects.Add(known);
        return new Entry
        {
            Key = $"exhibition/{record.Key}",
            Title = record.Title,
            Label = EventDays.Label(record.Exhibitor is { } shown ? $"{record.EditionLabel}（{shown}）" : record.ShortTitle, record.Status),
            Categories = [categories.Exhibition],
            Subjects = subjects,
            Terms = places.Wards(record.Tours?.Wards),
            When = [record.Period],
            FiscalYear = record.FiscalYear,
            Ordinal = record.Edition,
            Facets = Facets(record),
            Overview = Overview(record),
            Sources = record.Sources,
            OtherReadings = record.OtherReadings ?? [],
            Related = RelatedKeys.Of(record.RelatedKeys),
            Counter = "回",
            SearchText = string.Join(' ', [.. record.Aliases, .. record.Prefectures, .. record.Notes ?? []]),
        };
    }

    private static string Overview(Exhibition record)
    {
        var contents = record.Contents is { Count: > 0 } items ? $"内容は、{string.Join('、', items)}です。" : "";
        var tours = record.Tours is { } tour ? $"{tour.Wording.TrimStart('※')}。" : "";
        return Wording.Cut((EventDays.Announced(record.Title, record.Status, [record.Period], record.Hours, record.Venue)
            ?? $"{record.Title}は、{Wording.When(record.Period)}、{record.Venue}で開催されました。") + contents + tours, Wording.AnswerLimit);
    }

    private IReadOnlyList<Facet> Facets(Exhibition record)
    {
        var facets = new Facets(record.Title);
        if (!EventDays.Add(facets, record.Title, record.Status, [record.Period], "会期", "展示期間", "期間"))
            facets.Date([record.Period], "期間", "開催されました", "会期", "展示期間", "期間");
        if (record.Exhibitor is { } exhibitor)
        {
            facets.Add(new Facet(Aspect.Exhibitor, "出展", exhibitor)
            {
                Cues = ["どこの展示", "出展", "団体"], Terms = [.. record.Prefectures.Select(prefecture => places.Of(new NamedPlace(prefecture))), .. places.All(record.Participants)],
            });
        }

        facets.Add(new Facet(Aspect.Place, "会場", record.Venue)
        {
            Terms = [places.Venue(record.Venue), .. record.Venue.Contains(Hall, StringComparison.Ordinal) ? [places.Venue(Hall)] : Array.Empty<Term>()], Cues = ["何階"],
        });
        if (record.Theme is { } theme)
            facets.Add(new Facet(Aspect.Theme, "テーマ", $"「{theme.Trim('「', '」')}」") { Cues = ["キャッチコピー", "キャッチフレーズ", "サブタイトル"], Context = string.Join(' ', record.ThemeWordings ?? []) });
        facets.List(Aspect.Content, "展示内容", record.Contents, null, "展示内容", "パネル", "紹介", "展示品");
        if (record.Tours is { } tours)
        {
            var planned = tours.Status == ExhibitionTourStatus.Planned ? "（資料では実施予定）" : "";
            facets.Add(new Facet(Aspect.TouringWards, $"巡回展示{planned}", Wording.List(tours.Wards)) { Items = tours.Wards, Terms = places.Wards(tours.Wards), Cues = ["巡回", "巡回先", "巡回展示", "まわった", "回った"] });
        }

        foreach (var related in record.RelatedEvents ?? [])
            AddRelated(facets, record, related);
        if (record.RelatedEvents is { Count: > 0 } all)
            facets.List(Aspect.RelatedEvent, "関連イベント", [.. all.Select(related => related.Title)]);
        facets.List(Aspect.Host, "主催", record.Hosts, [.. (record.Hosts ?? []).Select(places.Organization)]);
        facets.List(Aspect.CoHost, "共催", record.CoHosts, [.. (record.CoHosts ?? []).Select(places.Organization)]);
        facets.List(Aspect.Supporter, "後援", record.Supporters, [.. (record.Supporters ?? []).Select(places.Organization)]);
        if (record.OpeningHours is { Count: > 0 } hours)
            facets.Text(Aspect.Hours, "開館時間", $"{string.Join("、", hours.Select(h => $"{h.Days} {Wording.Time(h.From)}～{Wording.Time(h.Until)}"))}{(record.ClosedDays is { } closed ? $"（{closed}）" : "")}", "何時");
        facets.Text(Aspect.Hours, "時間", record.Hours, "何時", "時間", "開館時間");
        facets.Text(Aspect.ClosedDays, "閉館日", record.ClosedDays);
        if (record.Contact is { } contact)
        {
            facets.Text(Aspect.Phone, "問い合わせ先", $"{contact.Organisation} {contact.Section}（電話 {contact.Telephone}）", "電話", "担当", "部署", "担当部署");
            facets.Text(Aspect.Organization, "担当部署", $"{contact.Organisation} {contact.Section}", "担当", "部署", "担当部署", "課");
        }

        facets.Text(Aspect.Phone, "問い合わせ先", record.Inquiries, "問い合わせ", "連絡先", "電話", "担当");
        facets.Text(Aspect.Url, "URL", record.Url, "ホームページ", "案内");
        facets.Text(Aspect.Address, "所在地", record.Address);
        facets.Text(Aspect.Purpose, "趣旨", record.Purpose, "目的", "趣旨", "ねらい");
        foreach (var note in record.Notes ?? [])
            facets.Statement("備考", note);
        return facets.All;
    }

    /// <summary>An opening ceremony, a sale, a course: with its own days, hours, room and goods.</summary>
    private static void AddRelated(Facets facets, Exhibition record, ExhibitionRelatedEvent related)
    {
        var when = related.Days is { Count: > 0 } days ? Wording.When(days) : "";
        var hours = related.Times is { Count: > 0 } times ? (related.Days?.Count > 1 ? "各日" : "") + string.Join("、", times.Select(time => $"{Wording.Time(time.From)}～{Wording.Time(time.Until)}")) : "";
        var at = $"{when}{hours}".Length > 0 ? $"{when} {hours}".Trim() : "";
        var sentence = $"{related.Title}（{record.ShortTitle}の関連イベント）は、{(at.Length > 0 ? at : "期間中")}{(related.Venue is { } v ? $"、{v}で" : "に")}行われました。{(related.Goods is { } g ? $"販売品は、{g}です。" : "")}";
        IReadOnlyList<string> cues = [related.Title, .. related.Title.Contains("淹れ方", StringComparison.Ordinal) ? ["お茶のいれ方講座", "お茶の入れ方", "淹れ方教室", "いれ方講座"] : Array.Empty<string>(), .. related.Title.Contains("販売", StringComparison.Ordinal) ? ["販売", "特産品"] : Array.Empty<string>()];
        facets.Add(new Facet(Aspect.RelatedEvent, related.Title, at.Length > 0 ? at : "期間中") { Sentence = sentence, Cues = cues });
        foreach (var (aspect, label, value) in ((Aspect, string, string?)[])[(Aspect.Place, $"{related.Title}の会場", related.Venue), (Aspect.Time, $"{related.Title}の時間", at), (Aspect.Date, $"{related.Title}の日時", at), (Aspect.Product, $"{related.Title}の販売品", related.Goods)])
        {
            if (!string.IsNullOrEmpty(value))
                facets.Add(new Facet(aspect, label, value) { Sentence = sentence, Cues = cues, OnCard = false, Context = "関連イベント" });
        }
    }
}
