using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>General meetings, round tables, committees, visits and talks.</summary>
internal sealed class MeetingEntries(KnowledgeBuilder builder, Categories categories, PlaceNames places)
{
    public void Add(IReadOnlyList<Meeting> meetings)
    {
        foreach (var record in meetings)
            builder.Add(Entry(record));
    }

    /// <summary>The key of the entry of a record.</summary>
    public static string KeyOf(Meeting record) => $"meeting/{record.Key}";

    private Entry Entry(Meeting record)
    {
        var name = builder.Term(TermKind.Name, record.Title);
        foreach (var alias in record.Aliases ?? [])
            builder.AddName(name, alias);
        return new Entry
        {
            Key = KeyOf(record),
            Title = CancelledMeetings.Named(record, record.Title),
            Label = CancelledMeetings.Named(record, record.Dates[0].Precision == DatePrecision.Day ? $"{Language.JapaneseCalendar.Short(record.Dates[0].From)}の{record.BodyName}" : record.Title),
            Categories = CategoriesOf(record),
            Subjects = [name],
            Terms = [.. places.Wards(record.Wards), .. places.All(record.Municipalities), .. (record.Organisations ?? []).Select(places.Organization), .. record.PlaceName is { } place ? [places.Of(place)] : Array.Empty<Term>()],
            When = record.Dates,
            FiscalYear = record.FiscalYear,
            Ordinal = record.Edition,
            Facets = record.IsCancelled == true ? CancelledMeetings.Facets(record) : Facets(record),
            Overview = record.IsCancelled == true ? CancelledMeetings.Sentence(record) : Overview(record),
            Sources = record.Sources,
            OtherReadings = record.OtherReadings ?? [],
            Related = RelatedKeys.Of(record.RelatedKeys),
            Counter = "回",
            SearchText = string.Join(' ', [record.BodyName, .. record.Aliases ?? [], .. record.Organisations ?? [], .. record.Notes ?? []]),
        };
    }

    private IReadOnlyList<Term> CategoriesOf(Meeting record) => record.Body switch
    {
        // The same members also met under other names (幹事会, 分科会).
        MeetingBody.LiaisonGroup when record.BodyName == categories.Liaison.Name => [categories.Liaison],
        MeetingBody.WardMayorsAssembly => [categories.Assembly],
        MeetingBody.SystemRoundTable => [categories.RoundTable],
        MeetingBody.CooperationCommittee => [categories.Committee],
        MeetingBody.PromotionCouncil => [categories.Council],
        MeetingBody.ExchangeOfViews => [categories.Views],
        MeetingBody.Visit => [categories.Visit],
        MeetingBody.Talk => [categories.Talk],
        MeetingBody.Briefing => [categories.Briefing],
        _ => [categories.Meeting],
    };

    private static string Overview(Meeting record)
    {
        var when = Wording.When(record.Dates);
        var items = record.Items is { Count: > 0 } list ? Wording.List([.. list.Select(item => item.Text.TrimEnd('。'))], 220) : "";
        if (record.IsAnnounced == true)
            return Wording.Cut($"{record.Title}は、{when}{record.Hours}{(record.Place is { } at ? $"、{at}" : "")}で案内されています。{(items.Length > 0 ? $"議題は、{items}です。" : "")}{string.Concat((record.Notes ?? []).Select(Wording.Sentence))}", Wording.AnswerLimit);
        if (record.Body is MeetingBody.WardMayorsAssembly or MeetingBody.SystemRoundTable)
            return Wording.Cut($"{when}の{record.BodyName}の内容は、次のとおりです。{items}。{string.Concat((record.Notes ?? []).Select(Wording.Sentence))}", Wording.AnswerLimit);
        return Wording.Cut($"{record.Title}は、{when}に{(record.Place is { } place ? $"{place}で" : "")}行われました。{(items.Length > 0 ? $"内容は、{items}です。" : "")}", Wording.AnswerLimit);
    }

    private IReadOnlyList<Facet> Facets(Meeting record)
    {
        var facets = new Facets(record.Title);
        var dated = record.Dates.Where(period => period.Precision != DatePrecision.FiscalYear).ToList();
        if (dated.Count > 0)
        {
            var items = record.Items is { Count: > 0 } list ? $"（{Wording.List([.. list.Select(item => item.Text.TrimEnd('。'))], 160)}）" : "";
            facets.Add(new Facet(Aspect.Date, "開催日", Wording.When(dated)) { Sentence = $"{Wording.When(dated)}{record.Hours}の{record.BodyName}{items}です。" });
        }

        facets.Text(Aspect.Time, "時間", record.Hours, "何時", "時間");
        if (record.Items is { Count: > 0 } all)
            facets.Add(new Facet(Aspect.Content, "内容", Wording.List([.. all.Select(item => item.Text.TrimEnd('。'))], 260)) { Items = [.. all.Select(item => item.Text)], Sentence = Overview(record), Cues = ["議題", "確認", "報告", "決定", "決定事項", "決定内容", "決まった", "決まったこと", "話し合", "議題は", "何を確認", "内容"] });
        foreach (var item in record.Items ?? [])
        {
            if (item.Text.Contains("テーマ", StringComparison.Ordinal))
                facets.Add(new Facet(Aspect.Theme, "講演のテーマ", item.Text) { Sentence = $"{record.Title}では、{item.Text.TrimEnd('。')}。", OnCard = false });
        }

        foreach (var item in record.Items ?? [])
            facets.Add(new Facet(Aspect.Statement, Verb(item.Verb), item.Text) { Sentence = $"{Wording.When(record.Dates)}の{record.BodyName}で、{item.Text.TrimEnd('。')}。", OnCard = false });
        if (record.Place is { } place)
            facets.Add(new Facet(Aspect.Place, "会場", place) { Terms = record.PlaceName is { } named ? [places.Of(named)] : [] });
        foreach (var person in record.People ?? [])
            AddPerson(facets, record, person);
        if (record.People is { Count: > 1 } people)
            facets.List(Aspect.Person, "関わった人", [.. people.Select(Described)]);
        facets.List(Aspect.Partners, "相手", record.Municipalities is { } m ? [.. m.Select(x => x.Name)] : null, places.All(record.Municipalities), "自治体", "市町村");
        facets.List(Aspect.Organization, "団体", record.Organisations, [.. (record.Organisations ?? []).Select(places.Organization)]);
        facets.List(Aspect.Wards, "関わった区", record.Wards, places.Wards(record.Wards));
        facets.Text(Aspect.Purpose, "目的", record.Purpose);
        foreach (var figure in record.Figures ?? [])
            facets.Number(Aspect.Count, figure.Name, figure.Value, figure.Unit, figure.Wording, figure.Name);
        foreach (var note in record.Notes ?? [])
            facets.Statement("備考", note);
        return facets.All;
    }

    private void AddPerson(Facets facets, Meeting record, MeetingPerson person)
    {
        List<Term> terms = [.. places.Universities(person.Affiliations), .. person.Name is { } name ? [places.Person(name, person.Kana)] : Array.Empty<Term>()];
        var role = Role(person.Role);
        var context = $"{string.Join(' ', person.Affiliations)} {role}";
        facets.Add(new Facet(Aspect.Person, role, Described(person)) { Terms = terms, Context = context, Cues = RoleCues(person.Role), Sentence = $"{record.Title}（{Wording.When(record.Dates)}）の{role}は、{Described(person)}です。" });
        if (person.Name is { } named)
            facets.Add(new Facet(Aspect.Role, $"{named}氏の肩書", string.Join("、", person.Affiliations)) { Terms = terms, Context = context, OnCard = false, Sentence = $"{named}氏は、{string.Join("、", person.Affiliations)}です（{record.Title}）。" });
    }

    private static string Described(MeetingPerson person) => person.Name is { } name ? $"{name}氏（{string.Join("、", person.Affiliations)}）" : string.Join("、", person.Affiliations);

    private static string Role(MeetingPersonRole role) => role switch
    {
        MeetingPersonRole.Visitor => "訪問者",
        MeetingPersonRole.Visited => "訪問先",
        MeetingPersonRole.Explainer => "説明者",
        MeetingPersonRole.Lecturer => "講演者",
        MeetingPersonRole.Greeter => "挨拶",
        MeetingPersonRole.Reporter => "報告者",
        MeetingPersonRole.Receiver => "対応",
        _ => "出席者",
    };

    private static IReadOnlyList<string> RoleCues(MeetingPersonRole role) => role switch
    {
        MeetingPersonRole.Visitor => ["訪問した", "訪ねた", "来た", "訪れた", "来館した"],
        MeetingPersonRole.Visited => ["訪問された", "訪問先", "面会"],
        MeetingPersonRole.Explainer => ["説明した", "説明"],
        MeetingPersonRole.Lecturer => ["講演した", "講演", "話した"],
        MeetingPersonRole.Reporter => ["報告した", "報告"],
        MeetingPersonRole.Receiver => ["対応", "応対"],
        _ => ["出席した", "出席"],
    };

    private static string Verb(MeetingVerb verb) => verb switch
    {
        MeetingVerb.Decided => "決定",
        MeetingVerb.Confirmed => "確認",
        MeetingVerb.Approved => "了承",
        MeetingVerb.Reported => "報告",
        MeetingVerb.Explained => "説明",
        MeetingVerb.Proposed => "提案",
        MeetingVerb.Requested => "依頼",
        MeetingVerb.Established => "創設",
        MeetingVerb.Lectured => "講演",
        _ => "内容",
    };
}
