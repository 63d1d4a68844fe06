using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>Whom to ask, and how to get to the hall.</summary>
internal sealed class ContactEntries(KnowledgeBuilder builder, Categories categories, PlaceNames places)
{
    public void Add(IReadOnlyList<Contact> contacts, IReadOnlyList<VenueAccess> venues)
    {
        foreach (var contact in contacts)
            builder.Add(Entry(contact));
        foreach (var venue in venues)
        {
            foreach (var route in venue.Routes)
                builder.Add(Entry(venue, route));
        }
    }

    private Entry Entry(Contact record)
    {
        var facets = new Facets(record.About);
        var desk = record.Department is { } department ? $"{record.Organisation} {department}" : record.Organisation;
        if (record.Phone is { } phone)
        {
            facets.Add(new Facet(Aspect.Phone, "問い合わせ先", $"{desk}（電話 {phone}）") { Sentence = $"{record.About}についての問い合わせ先は、{desk}、電話番号は {phone} です。", Cues = ["電話", "電話番号", "問い合わせ", "連絡先"] });
            facets.Add(new Facet(Aspect.Organization, "担当", desk) { Cues = ["担当", "担当部署", "部署", "課", "窓口"], Sentence = $"{record.About}の担当は、{desk}です。" });
        }

        facets.Add(new Facet(Aspect.Host, "担当", desk) { OnCard = false });
        if (record.Url is { } url)
            facets.Add(new Facet(Aspect.Url, "URL", url) { Sentence = $"{record.About}のURLは、{url} です。", Cues = ["URL", "アドレス", "サイト", "ホームページ"] });
        if (record.Handle is { } handle)
            facets.Add(new Facet(Aspect.Url, "アカウント", handle) { Sentence = $"{record.About}のアカウントは、{handle} です。", Cues = ["アカウント", "アカウント名", "ID"] });
        return new Entry
        {
            Key = $"contact/{record.Key}",
            Title = record.About,
            Categories = [categories.Contact],
            Subjects = [builder.Term(TermKind.Name, $"問い合わせ先: {record.About}"), .. builder.Find(TermKind.Name, record.About) is { } about ? [about] : Array.Empty<Term>()],
            Facets = facets.All,
            Overview = facets.All[0].Sentence ?? desk,
            Sources = record.Sources,
            OtherReadings = record.OtherReadings ?? [],
            SearchText = string.Join(' ', [.. record.Cues, record.Note]),
        };
    }

    private static readonly Dictionary<string, string> EnglishLines = new()
    {
        ["東西線"] = "Tozai Line", ["有楽町線"] = "Yurakucho Line", ["南北線"] = "Namboku Line", ["大江戸線"] = "Oedo Line", ["中央・総武線"] = "JR Line",
    };

    private Entry Entry(VenueAccess venue, AccessRoute route)
    {
        var line = builder.Term(TermKind.Qualifier, route.Line, null, route.Operator + route.Line);
        foreach (var alias in route.Aliases ?? [])
            builder.AddName(line, alias);
        if (route.Operator == "JR")
            builder.AddName(line, "JR");
        if (EnglishLines.TryGetValue(route.Line, out var english))
            builder.AddName(line, english);
        builder.AddName(builder.Term(TermKind.Venue, venue.Venue), "Iidabashi Station");
        var title = $"{route.Operator} {route.Line}（{route.Station}）";
        var hall = places.Venue(venue.Venue);
        foreach (var alias in venue.Aliases)
            builder.AddName(hall, alias);
        var facets = new Facets(title);
        var sentence = $"{venue.Venue}へは、{route.Operator} {route.Line} {route.Station}の{route.Exit}から{(route.WalkMinutes is null ? "すぐ" : route.Walk)}です。";
        facets.Add(new Facet(Aspect.Exit, "出口", route.Exit) { Sentence = sentence, Cues = ["出口", "何番出口", "何口"] });
        facets.Add(new Facet(Aspect.Walk, "徒歩", route.Walk) { Sentence = sentence, Cues = ["徒歩", "何分", "歩いて", .. route.WalkMinutes is null ? ["すぐ", "近い", "一番近い", "最も近い"] : Array.Empty<string>()], Number = route.WalkMinutes, Unit = "分" });
        facets.Add(new Facet(Aspect.Place, "駅", route.Station) { Sentence = sentence, Cues = ["駅", "最寄り駅", "何駅"] });
        return new Entry
        {
            Key = $"access/{venue.Key}/{route.Line}",
            Title = title,
            Label = $"{route.Operator} {route.Line}",
            Categories = [categories.Access],
            Subjects = [line],
            Terms = [hall],
            Facets = facets.All,
            Overview = sentence,
            Sources = [route.Source],
            SearchText = $"{venue.Venue} 飯田橋 最寄り 駅 電車 地下鉄 行き方 アクセス 出口 {route.Wording}",
        };
    }
}
