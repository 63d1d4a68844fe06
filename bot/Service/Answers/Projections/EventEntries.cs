using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>Lectures, symposia, promotion events, festivals, markets: how each is found and what it tells.</summary>
internal sealed class EventEntries(KnowledgeBuilder builder, Categories categories, PlaceNames places)
{
    public static readonly MeasureKind Attendance = new("event.attendance", "来場者数", "人", ["来場者", "来場者数", "入場者", "動員", "集客"]);
    public static readonly MeasureKind Participants = new("event.participants", "参加自治体数", "自治体", ["参加自治体数", "参加自治体"]);

    public void Add(IReadOnlyList<ProjectEvent> events)
    {
        builder.AddMeasure(Attendance);
        builder.AddMeasure(Participants);
        foreach (var record in events)
            builder.Add(Entry(record));
    }

    private Entry Entry(ProjectEvent record)
    {
        var name = builder.Term(TermKind.Name, record.Title, null, record.ShortTitle);
        List<Term> subjects = [name];
        foreach (var alias in record.Aliases)
            builder.AddName(name, alias);
        if (record.Series is { } series && CategoryOf(record.Kind) is var category && !category.Name.Contains(series, StringComparison.Ordinal))
            subjects.Add(SeriesName(series));
        var facets = Facets(record);
        return new Entry
        {
            Key = $"event/{record.Key}",
            Title = record.Title,
            Label = EventDays.Label(record.ShortTitle, record.Status),
            Categories = [CategoryOf(record.Kind)],
            Subjects = subjects,
            Terms = [.. places.Wards(record.Wards), .. places.All(record.Participants), .. record.VenuePlace is { } venuePlace ? [places.Of(venuePlace)] : Array.Empty<Term>()],
            When = record.Periods,
            FiscalYear = record.FiscalYear,
            Ordinal = record.Edition,
            Facets = facets,
            Measures = Measures(record),
            Overview = Overview(record),
            Sources = record.Sources,
            OtherReadings = record.OtherReadings ?? [],
            Related = RelatedKeys.Of(record.RelatedKeys),
            Counter = "回",
            PartOf = record.PartOf is { } whole ? $"event/{whole}" : null,
            SearchText = string.Join(' ', [.. record.Aliases, record.Series, record.Relation, record.GrantFunded ? "地方創生推進交付金を活用" : "", .. record.Notes ?? []]),
        };
    }

    private Term CategoryOf(EventKind kind) => kind switch
    {
        EventKind.Lecture => categories.Lecture,
        EventKind.Symposium => categories.Symposium,
        EventKind.Promotion => categories.Promotion,
        EventKind.Festival => categories.Festival,
        EventKind.Market => categories.Market,
        EventKind.Exchange => categories.Exchange,
        _ => categories.Event,
    };

    private Term SeriesName(string series) => series switch
    {
        "東北絆まつり" => builder.Term(TermKind.Name, series, null, "絆まつり", "とうほくきずなまつり", "Tohoku Kizuna Festival", "Kizuna Festival", "東北きずなまつり", "絆祭り"),
        "東北六魂祭" => builder.Term(TermKind.Name, series, null, "六魂祭", "とうほくろっこんさい", "Tohoku Rokkonsai"),
        _ => builder.Term(TermKind.Name, series),
    };

    private static IReadOnlyList<Measure> Measures(ProjectEvent record)
    {
        var measures = new List<Measure>();
        if (record.Attendance is { } attendance && !(record.AttendanceWording ?? "").Contains("各回", StringComparison.Ordinal))
            measures.Add(new Measure(Attendance, attendance, record.AttendanceWording ?? $"{attendance:#,0}人"));
        if (record.ParticipantCount is { } participants)
            measures.Add(new Measure(Participants, participants, $"{participants:#,0}自治体"));
        return measures;
    }

    private static string Overview(ProjectEvent record)
    {
        var contents = record.Programme is { Count: > 0 } programme ? $"内容は、{Wording.List([.. programme.Select(item => item.Title)], 100)}です。" : "";
        if (EventDays.IsAnnounced(record.Status) && EventDays.Announced(record.Title, record.Status, record.Periods, record.Hours, record.Online ? null : record.Venue) is { } announced)
            return Wording.Cut($"{announced}{(record.Theme is { } about ? $"テーマは「{about.Trim('「', '」')}」です。" : "")}{contents}", Wording.AnswerLimit);
        var when = record.Periods.Count > 0 ? $"{Wording.When(record.Periods)}{(record.Venue is not null || record.Online ? "、" : "")}" : "";
        var where = record.Online ? "オンライン" : record.Venue ?? "";
        var theme = record.Theme is { } t ? $"テーマは「{t.Trim('「', '」')}」です。" : "";
        var status = record.Status switch
        {
            EventStatus.Postponed => where.Length > 0 ? "での開催が延期されました。" : "延期されました。",
            EventStatus.Reduced => "内容を縮小して開催されました。",
            EventStatus.Planned => "支援・参加の対象となりました。",
            _ => where.Length > 0 ? "で開催されました。" : "に開催されました。",
        };
        if (record.Status is EventStatus.Held && when.EndsWith("まで", StringComparison.Ordinal))
            status = "開催されました。";
        var notes = record.Notes is { Count: > 0 } lines && record.Status != EventStatus.Held ? Wording.Sentence(lines[0]) : "";
        return Wording.Cut($"{record.Title}は、{when}{where}{status}{theme}{notes}{contents}", Wording.AnswerLimit);
    }

    private IReadOnlyList<Facet> Facets(ProjectEvent record)
    {
        var facets = new Facets(record.Title);
        if (!EventDays.Add(facets, record.Title, record.Status, record.Periods))
        {
            if (record.Status is EventStatus.Held or EventStatus.Reduced)
                facets.Date(record.Periods, "開催日", "開催されました");
            else
                facets.Date([.. record.Periods.Where(period => period.Precision != DatePrecision.FiscalYear)], "時期", "予定されました");
        }

        facets.Text(Aspect.Time, "時間", record.Hours, "何時", "時間");
        if (record.Online)
            facets.Add(new Facet(Aspect.Place, "会場", "オンライン（会場なし）") { Sentence = EventDays.IsAnnounced(record.Status) ? $"{record.Title}の会場は、オンラインです。" : $"{record.Title}は、オンラインで開催されました{(record.DeliveryMethod is { } m ? $"（{m}）" : "")}。", Cues = ["オンライン", "配信"] });
        else if (record.Venue is { } venue)
            facets.Add(new Facet(Aspect.Place, "会場", venue + (record.Address is { } address && !venue.Contains(address, StringComparison.Ordinal) ? $"（{address}）" : "")) { Terms = [.. VenueTerms(venue)] });
        else if (record.VenuePlace is { } place)
            facets.Add(new Facet(Aspect.Place, "開催地", place.Prefecture is null ? place.Name : $"{place.Name}（{place.Prefecture}）") { Terms = [places.Of(place)] });
        facets.Text(Aspect.Address, "所在地", record.Address);
        facets.Text(Aspect.Method, "開催方法", record.DeliveryMethod, "配信", "オンライン", "ライブ配信");
        if (record.Theme is { } theme)
            facets.Add(new Facet(Aspect.Theme, "テーマ", $"「{theme.Trim('「', '」')}」") { Context = string.Join(' ', record.ThemeWordings ?? []) });
        EventProgrammeFacets.Add(facets, record, places);
        facets.List(Aspect.Host, "主催", record.Hosts, Organizations(record.Hosts));
        facets.List(Aspect.CoHost, "共催", record.CoHosts, Organizations(record.CoHosts));
        facets.List(Aspect.Cooperation, "協力", record.Cooperation, Organizations(record.Cooperation), "協力");
        facets.List(Aspect.Cooperation, "特別協力", record.SpecialCooperation, Organizations(record.SpecialCooperation), "特別協力");
        facets.List(Aspect.Sponsor, "協賛", record.Sponsors, Organizations(record.Sponsors));
        facets.List(Aspect.Supporter, "後援", record.Supporters, Organizations(record.Supporters));
        facets.List(Aspect.Organization, "実施主体", record.Organisers, Organizations(record.Organisers));
        facets.List(Aspect.Wards, "関わった区", record.Wards, places.Wards(record.Wards), "区");
        if (record.Participants is { Count: > 0 } participants)
        {
            facets.Add(new Facet(Aspect.Participants, "参加自治体", Wording.List([.. participants.Select(place => place.Name)], 300))
            {
                Items = [.. participants.Select(place => place.Name)], Terms = places.All(participants), Cues = ["参加", "出店", "市町村", "自治体", "町村"], Context = record.Region,
            });
        }

        facets.Text(Aspect.Participants, "参加自治体", record.ParticipantsWording, "参加", "地域", "自治体", "参加した地域");
        facets.Number(Aspect.Count, "参加自治体数", record.ParticipantCount, "自治体", record.ParticipantCount is { } n ? $"{n:#,0}自治体{(record.ParticipantAreaCount is { } areas ? $"（{areas}地域{record.ParticipantAssociationCount}団体）" : "")}" : null, "参加自治体数", "参加自治体", "参加");
        facets.Number(Aspect.Count, "来場者数", record.Attendance, "人", record.AttendanceWording, "来場者", "来場者数", "参加者", "参加者数", "入場者", "何人");
        facets.Number(Aspect.Count, "出店者数", record.ExhibitorCount, "団体", null, "出店者", "産地出店者", "出店", "出展");
        facets.Text(Aspect.Phone, "問い合わせ先", record.Inquiries, "問い合わせ", "連絡先", "電話", "担当");
        facets.Text(Aspect.Url, "URL", record.Url, "ホームページ", "案内");
        facets.Text(Aspect.Audience, "対象", record.Audience);
        facets.Text(Aspect.Purpose, "目的", record.Purpose);
        facets.List(Aspect.Content, "特別区の協力・支援", record.Support, null, "協力", "支援", "PR");
        if (record.SupportAmountManYen is { } money)
            facets.Number(Aspect.Amount, record.SupportAmountName ?? "支援額", money, "万円", Numbers.Money(money), "支援事業費", "拠出");
        facets.Text(Aspect.Statement, "位置づけ", record.Relation);
        if (record.GrantFunded)
            facets.Statement("交付金", $"{record.Title}は、地方創生推進交付金（国の助成金）を活用して実施されたと記載されています。", null, "交付金", "助成金");
        foreach (var figure in record.Figures ?? [])
            facets.Number(Aspect.Count, figure.Name, figure.Value, figure.Unit, figure.Wording, figure.Name);
        foreach (var note in record.Notes ?? [])
            facets.Add(new Facet(record.Status == EventStatus.Held ? Aspect.Statement : Aspect.Reason, "備考", note) { Sentence = Wording.Sentence(note) });
        return facets.All;
    }

    private IReadOnlyList<Term> Organizations(IEnumerable<string>? names) => [.. (names ?? []).Select(places.Organization)];

    /// <summary>The venue under its full name and under its first word: 東京区政会館 20階 会議室 is also 東京区政会館.</summary>
    private IEnumerable<Term> VenueTerms(string venue)
    {
        yield return places.Venue(venue);
        var head = venue.Split([' ', '（', '(', '「', '・'], 2)[0];
        if (head.Length >= 3 && head != venue)
            yield return places.Venue(head);
    }
}
