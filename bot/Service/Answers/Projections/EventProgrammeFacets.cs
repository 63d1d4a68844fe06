using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>The programme of an event: its items, who spoke about what, and in which post.</summary>
internal static class EventProgrammeFacets
{
    public static void Add(Facets facets, ProjectEvent record, PlaceNames places)
    {
        if (record.Programme is not { Count: > 0 } programme)
            return;
        facets.List(Aspect.Content, "内容", [.. programme.Select(Item)], null, "内容", "プログラム", "企画");
        var named = programme.SelectMany(item => item.Speakers ?? []).Where(speaker => speaker.Name is not null).ToList();
        if (named.Count > 0)
        {
            facets.List(Aspect.Person, "登壇者", [.. named.Select(speaker => $"{speaker.Name}氏（{RoleName(speaker.Role)}）").Distinct()], [.. named.Select(speaker => places.Person(speaker.Name!, speaker.Kana))]);
        }

        foreach (var role in named.GroupBy(speaker => speaker.Role).Where(group => group.Count() > 1))
        {
            var items = programme.SelectMany(item => (item.Speakers ?? []).Where(speaker => speaker.Role == role.Key && speaker.Name is not null).Select(speaker => HasTalk(speaker) ? $"{Described(speaker)}「{item.Title.Trim('「', '」')}」" : Described(speaker))).ToList();
            facets.Add(new Facet(Aspect.Person, RoleName(role.Key), Wording.List(items, 300))
            {
                Items = items, Cues = Cues(role.Key), OnCard = false,
                Context = string.Join(' ', programme.Where(item => (item.Speakers ?? []).Any(speaker => speaker.Role == role.Key)).Select(item => item.Title)),
                Terms = [.. role.Select(speaker => places.Person(speaker.Name!, speaker.Kana))],
            });
        }

        foreach (var item in programme)
            AddItem(facets, record, item, places);
    }

    private static void AddItem(Facets facets, ProjectEvent record, EventProgrammeItem item, PlaceNames places)
    {
        foreach (var speaker in item.Speakers ?? [])
        {
            List<Term> terms = [.. places.Universities(speaker.Affiliations)];
            if (speaker.Name is { } name)
                terms.Add(places.Person(name, speaker.Kana));
            if (speaker.Represents is { } represents)
                terms.Add(places.Of(new NamedPlace(represents)));
            var role = RoleName(speaker.Role);
            var context = $"{item.Title} {item.Label} {string.Join(' ', speaker.Affiliations)} {speaker.Represents}";
            var talk = HasTalk(speaker) ? $"（「{item.Title.Trim('「', '」')}」）" : "";
            facets.Add(new Facet(Aspect.Person, role, Described(speaker))
            {
                Sentence = $"{record.Title}の{role}{talk}は、{Described(speaker)}です。", Terms = terms, Context = context, Cues = Cues(speaker.Role),
            });
            if (speaker.Name is not { } person)
                continue;
            facets.Add(new Facet(Aspect.Role, $"{person}氏の肩書", string.Join("、", speaker.Affiliations)) { Sentence = $"{person}氏は、{string.Join("、", speaker.Affiliations)}です（{record.Title}の{role}）。", Terms = terms, Context = context, OnCard = false });
            if (talk.Length > 0)
                facets.Add(new Facet(Aspect.Title, $"{person}氏の演題", $"「{item.Title.Trim('「', '」')}」") { Sentence = $"{record.Title}での{person}氏（{string.Join("、", speaker.Affiliations)}）の{role}の題は「{item.Title.Trim('「', '」')}」です。", Terms = terms, Context = context, Cues = Cues(speaker.Role), OnCard = false });
        }

        if (item.Speakers is not { Count: > 0 })
        {
            var when = item.Days is { Count: > 0 } days ? Wording.When(days) : "";
            var times = item.Times is { Count: > 0 } hours ? string.Join("、", hours.Select(time => $"{Wording.Time(time.From)}～{Wording.Time(time.Until)}")) : "";
            var count = item.Count is { } n ? $"（{n:#,0}{item.CountUnit}）" : "";
            var sentence = $"{record.Title}では、「{item.Title.Trim('「', '」')}」{count}が行われました{(when.Length + times.Length > 0 ? $"（{when}{times}）" : "")}{(item.Note is { } remark ? $"。{remark}" : "")}。";
            facets.Add(new Facet(Aspect.Statement, item.Title, $"{item.Title}{count}{(when.Length > 0 ? $"、{when}" : "")}{(times.Length > 0 ? $" {times}" : "")}{(item.Venue is { } venue ? $"、{venue}" : "")}{(item.Note is { } note ? $"（{note}）" : "")}")
            {
                Sentence = sentence, OnCard = false, Number = item.Count, Unit = item.CountUnit,
            });
            if (when.Length > 0)
                facets.Add(new Facet(Aspect.Date, $"{item.Title}の日時", $"{when}{times}") { Sentence = sentence, OnCard = false });
            if (item.Venue is { } room)
                facets.Add(new Facet(Aspect.Place, $"{item.Title}の会場", room) { Sentence = sentence, OnCard = false });
        }
    }

    /// <summary>A panelist and a guest speak, but to no title of their own.</summary>
    private static bool HasTalk(EventSpeaker speaker) => speaker.Role is not (EventSpeakerRole.Panelist or EventSpeakerRole.Coordinator or EventSpeakerRole.Attendee);

    private static string Item(EventProgrammeItem item) => item.Count is { } n ? $"{item.Title}（{n:#,0}{item.CountUnit}）" : item.Title;

    private static string Described(EventSpeaker speaker) => speaker.Name is { } name ? $"{name}氏（{string.Join("、", speaker.Affiliations)}）" : string.Join("、", speaker.Affiliations);

    private static string RoleName(EventSpeakerRole role) => role switch
    {
        EventSpeakerRole.Keynote => "基調講演",
        EventSpeakerRole.Lecture => "講演",
        EventSpeakerRole.Panelist => "パネリスト",
        EventSpeakerRole.Coordinator => "コーディネーター",
        EventSpeakerRole.CaseReport => "事例報告",
        EventSpeakerRole.Report => "報告",
        _ => "出席者",
    };

    private static IReadOnlyList<string> Cues(EventSpeakerRole role) => role switch
    {
        EventSpeakerRole.Keynote => ["基調講演", "基調講演者", "keynote"],
        EventSpeakerRole.Lecture => ["講演した", "講演", "講義", "話した", "リレー講義"],
        EventSpeakerRole.Panelist => ["パネリスト", "パネラー", "パネルディスカッション"],
        EventSpeakerRole.Coordinator => ["コーディネーター", "司会", "進行"],
        EventSpeakerRole.CaseReport => ["事例報告", "事例", "報告した", "発表", "発表した"],
        EventSpeakerRole.Report => ["報告", "報告した"],
        _ => ["出席", "参加した", "出席者"],
    };
}
