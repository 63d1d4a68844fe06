using System.Text.RegularExpressions;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>What ties a ward to a municipality or an area, and the wards' own projects.</summary>
internal sealed partial class TieEntries(KnowledgeBuilder builder, Categories categories, PlaceNames places)
{
    public void Add(IReadOnlyList<Tie> ties, IReadOnlyList<WardProject> projects)
    {
        foreach (var project in projects)
            builder.Add(Entry(project));
        // The networks among the ties are the wards' projects, told there in full.
        foreach (var tie in ties.Where(tie => tie.Kind != TieKind.Network))
            builder.Add(Entry(tie));
    }

    private Entry Entry(Tie record)
    {
        var name = builder.Term(TermKind.Name, record.Title);
        foreach (var alias in record.Aliases ?? [])
            builder.AddName(name, alias);
        var facets = new Facets(record.Title);
        var kind = record.KindName ?? "連携";
        var partners = record.Partners.Select(place => place.Prefecture is { } prefecture ? $"{place.Name}（{prefecture}）" : place.Name).ToList();
        var others = partners.Count > 0 ? Wording.List(partners, 120) : record.Area ?? "";
        if (record.Wards.Count > 0)
            facets.Add(new Facet(Aspect.Wards, "区", Wording.List(record.Wards)) { Items = record.Wards, Terms = places.Wards(record.Wards), Cues = ["区"], Sentence = others.Length > 0 ? $"{others}の相手は、{Wording.List(record.Wards)}です（{kind}）。" : null });
        if (partners.Count == 0 && record.Area is { } area)
            facets.Add(new Facet(Aspect.Partners, "相手", Counted(area) is > 0 and var sum ? $"{area}、計{sum}自治体" : area) { Number = record.PartnerCount ?? (Counted(area) is > 0 and var n ? n : null), Unit = "自治体", Cues = ["相手", "どこと", "地域", "自治体"] });
        facets.List(Aspect.Partners, "相手", partners, places.All(record.Partners), "相手", "どこと", "自治体", "友好都市", "姉妹都市", "町村", "市町村");
        facets.Add(new Facet(Aspect.Content, "内容", record.What) { Sentence = Wording.Sentence(record.What) });
        facets.Text(Aspect.Kind, "種類", record.KindName);
        if (record.When is { } when)
            facets.Date([when], "時期", "行われました");
        facets.List(Aspect.Statement, "取組", record.Activities);
        facets.List(Aspect.Organization, "関係団体", record.Organisations);
        foreach (var figure in record.Figures ?? [])
            facets.Number(Aspect.Count, figure.Name, figure.Value, figure.Unit, figure.Wording, figure.Name);
        return new Entry
        {
            Key = $"tie/{record.Key}",
            Title = record.Title,
            Categories = [record.Kind switch { TieKind.FriendshipCity => categories.Friendship, TieKind.SisterCity => categories.Sister, _ => categories.Tie }],
            // A tie is about the town as much as a lecture at which the town spoke is not.
            Subjects = [name, .. record.Partners.Count == 1 ? places.All(record.Partners).Where(partner => partner.Kind == TermKind.Municipality) : []],
            Terms = [.. places.Wards(record.Wards), .. places.All(record.Partners), .. record.Area is { } named ? [builder.Term(TermKind.Area, named)] : Array.Empty<Term>()],
            When = record.When is { } w ? [w] : [],
            Facets = facets.All,
            Overview = Wording.Cut(Wording.Sentence(record.What), Wording.AnswerLimit),
            Sources = record.Sources,
            OtherReadings = record.OtherReadings ?? [],
            Related = RelatedKeys.Of(record.RelatedKeys),
            SearchText = string.Join(' ', [record.KindName, record.Area, record.WhenWording, .. record.Aliases ?? [], .. record.Notes ?? []]),
        };
    }

    /// <summary>「5市・6町・1村」 together: 12; 0 where the text names no such numbers.</summary>
    private static int Counted(string area) => MemberNumber().Matches(area).Sum(match => int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex("([0-9]+)[市町村]")]
    private static partial Regex MemberNumber();

    private Entry Entry(WardProject record)
    {
        var name = builder.Term(TermKind.Name, record.Name);
        foreach (var alias in (string?[])[.. record.Aliases, record.OfficialName, record.CommonName])
        {
            if (alias is not null)
                builder.AddName(name, alias);
        }

        var facets = new Facets(record.Name);
        facets.List(Aspect.Wards, "実施区", record.Wards, places.Wards(record.Wards), "どの区", "区", "主催", "主催区");
        facets.Text(Aspect.OfficialName, "正式名称", record.OfficialName is { } official ? $"「{official}」" : null);
        facets.Text(Aspect.Title, "通称", record.CommonName);
        facets.Number(Aspect.Count, "参加自治体数", record.Participants, "自治体", record.Participants is { } n ? $"{n}自治体{(record.ParticipantsAsOf is { } asOf ? $"（{Language.JapaneseCalendar.Short(asOf)}現在）" : "")}" : null, "参加自治体", "参加", "加盟", "契約", "いくつ");
        facets.Add(new Facet(Aspect.Content, "内容", record.Description) { Sentence = Wording.Sentence(record.Description) });
        facets.List(Aspect.Purpose, "目的", [.. record.Details.Where(detail => detail.Kind == WardProjectDetailKind.Purpose).Select(detail => detail.Text)]);
        foreach (var detail in record.Details)
            facets.Statement("取組", detail.Text);
        facets.List(Aspect.Partners, "相手", record.Partners is { } partners ? [.. partners.Select(place => place.Name)] : null, places.All(record.Partners), "相手", "どこと");
        foreach (var milestone in record.Milestones ?? [])
        {
            facets.Add(new Facet(Aspect.Date, milestone.What, Language.JapaneseCalendar.LongWithWeekday(milestone.Date)) { Sentence = $"{record.Name}について、{Language.JapaneseCalendar.LongWithWeekday(milestone.Date)}に{string.Join('、', milestone.Parties)}が{milestone.What.TrimEnd('。')}しました。".Replace("しました。しました。", "しました。", StringComparison.Ordinal), Cues = ["基本合意", "合意"], Items = milestone.Parties });
            facets.List(Aspect.Organization, $"{milestone.What}の当事者", milestone.Parties, null, "合意", "加わった", "県");
        }

        return new Entry
        {
            Key = $"ward-project/{record.Key}",
            Title = record.Name,
            Categories = [categories.WardProject],
            Measures = record.Participants is { } participants ? [new Measure(EventEntries.Participants, participants, $"{participants}自治体")] : [],
            Subjects = [name],
            Terms = [.. places.Wards(record.Wards), .. places.All(record.Partners)],
            Facets = facets.All,
            Overview = Wording.Cut($"{Wording.Sentence(record.Description)}{(record.Participants is { } count ? $"参加自治体は{count}自治体です{(record.ParticipantsAsOf is { } date ? $"（{Language.JapaneseCalendar.Short(date)}現在）" : "")}。" : "")}", Wording.AnswerLimit),
            Sources = record.Sources,
            OtherReadings = record.OtherReadings ?? [],
            SearchText = string.Join(' ', record.Aliases),
        };
    }
}
