using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>What organisations agreed on through the members' 掲示板: ties like those of the documents, between any two of them.</summary>
internal sealed class CollaborationEntries(KnowledgeBuilder builder, Categories categories, PlaceNames places)
{
    /// <param name="collaborations">The collaborations.</param>
    /// <param name="ties">What the documents tell of the same parties: the newest must not hide it.</param>
    public void Add(IReadOnlyList<Collaboration> collaborations, IReadOnlyList<Tie> ties)
    {
        foreach (var collaboration in collaborations)
        {
            var between = places.All(collaboration.Parties);
            List<string> others =
            [
                .. collaborations.Where(other => other != collaboration && Between(other, between)).OrderByDescending(other => other.AgreedOn).Select(other => $"「{other.Title}」の連携"),
                // Who is not in the register is in no tie of the documents either.
                .. ties.Where(tie => between.Count > 1 && collaboration.Organisations is not { Count: > 0 } && !between.Except([.. places.Wards(tie.Wards), .. places.All(tie.Partners)]).Any()).Select(tie => tie.Title),
            ];
            builder.Add(Entry(collaboration, others));
        }
    }

    private bool Between(Collaboration other, IReadOnlyList<Term> parties) => parties.Count > 1 && !parties.Except(places.All(other.Parties)).Any();

    private Entry Entry(Collaboration record, IReadOnlyList<string> others)
    {
        var parties = places.All(record.Parties);
        // A title may be any text, also 「熊本地震の支援」 or 「品川区」: only with 「の連携」 is it a name that questions know, and not where it is another's name.
        // What members write must not come before what the documents say.
        Term? name = null;
        foreach (var title in new[] { record.Title }.Concat(record.Aliases ?? []).Where(title => builder.IsFree(title, parties)))
        {
            if (name is null)
                name = builder.Term(TermKind.Name, $"{title}の連携");
            else
                builder.AddName(name, $"{title}の連携");
        }

        var organisations = (record.Organisations ?? []).Select(organisation => builder.Find(TermKind.Association, organisation) ?? builder.Find(TermKind.Company, organisation) ?? places.Organization(organisation)).ToList();
        List<string> names = [.. record.Parties.Select(party => party.Prefecture is { } prefecture && prefecture != party.Name && !party.Name.EndsWith('区') ? $"{party.Name}（{prefecture}）" : party.Name), .. record.Organisations ?? []];
        var agreed = JapaneseCalendar.Long(record.AgreedOn);
        var more = others.Count > 0 ? $"同じ相手との連携の記録は、ほかに{Wording.List(others, 150)}があります。" : "";
        var overview = Wording.Cut($"{(names.Count == 2 ? string.Join('と', names) : Wording.List(names))}は、{agreed}に「{record.Title}」の連携で合意しました。{Wording.Sentence(record.What)}{(record.When is { } period ? $"実施時期は、{Wording.When([period])}です。" : "")}{more}", Wording.AnswerLimit);
        // A title may be any text: it is named, and the sentence goes on beside it.
        var facets = new Facets($"「{record.Title}」の連携");
        // Who asks for the collaboration of two parties names them: the answer is the whole of it.
        facets.Add(new Facet(Aspect.Partners, "当事者", Wording.List(names)) { Items = names, Terms = [.. parties, .. organisations], Sentence = overview, Cues = ["相手", "どこと", "自治体", "参加", "当事者"] });
        facets.Add(new Facet(Aspect.Content, "内容", record.What) { Sentence = Wording.Sentence(record.What), Cues = ["何をする", "取組", "連携事業"] });
        if (record.When is { } when)
            facets.Date([when], "実施時期", "実施されます", "実施時期", "時期");
        facets.Add(new Facet(Aspect.Date, "合意日", agreed) { Sentence = $"「{record.Title}」の連携は、{agreed}に合意されました。", Cues = ["合意", "成立", "マッチング", "決まった"] });
        facets.List(Aspect.Kind, "分野", record.Fields, null, "分野");
        return new Entry
        {
            Key = $"collaboration/{record.Key}",
            Title = $"「{record.Title}」の連携",
            Categories = [categories.Tie],
            Subjects = [.. name is null ? [] : new[] { name }, .. parties.Where(party => party.Kind == TermKind.Municipality)],
            Terms = [.. parties, .. organisations],
            When = record.When is { } planned ? [planned, new Period(record.AgreedOn)] : [new Period(record.AgreedOn)],
            Facets = facets.All,
            Overview = overview,
            Sources = record.Sources,
            OtherReadings = record.OtherReadings ?? [],
            Related = RelatedKeys.Of(record.RelatedKeys),
            NotAbout = builder.OtherPlaces(string.Join('\n', [record.Title, record.What, .. record.Organisations ?? [], .. record.Aliases ?? []]), parties),
            SearchText = string.Join(' ', ["掲示板", "マッチング", "連携事業", .. record.Fields ?? [], .. record.Aliases ?? []]),
        };
    }
}
