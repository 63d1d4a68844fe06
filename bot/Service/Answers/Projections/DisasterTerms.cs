using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>The names of the disasters after which the wards gave support, and of the kinds of support.</summary>
internal static class DisasterTerms
{
    /// <summary>Words for a sort of disaster: each stands for all disasters of the records that are of that sort.</summary>
    private static readonly (string Part, string[] Words)[] Sorts =
    [
        ("地震", ["地震", "じしん", "震災", "大震災", "大地震", "earthquake", "earthquakes"]),
        ("震災", ["震災", "大震災", "地震", "じしん", "earthquake", "earthquakes"]),
        ("豪雨", ["豪雨", "ごうう", "集中豪雨", "heavy rain"]),
        ("7月豪雨", ["7月豪雨", "7月の豪雨", "七月豪雨", "水害"]),
        ("大雨", ["大雨", "おおあめ", "heavy rain", "水害"]),
        ("台風", ["台風", "たいふう", "typhoon", "typhoons"]),
    ];

    private static readonly (string Key, string[] Readings)[] Readings =
    [
        ("great-east-japan-earthquake", ["ひがしにほんだいしんさい", "東日本震災", "東日本大地震", "Great East Japan Earthquake", "Tohoku earthquake"]),
        ("kumamoto-earthquake", ["くまもとじしん", "くまもと地震", "熊本県の地震", "Kumamoto earthquake", "Kumamoto earthquakes"]),
        ("osaka-north-earthquake", ["おおさかふほくぶじしん", "大阪府北部の地震", "大阪北部の地震", "大阪府の地震", "大阪地震", "Osaka earthquake"]),
        ("heavy-rain-2018-07", ["平成30年の7月豪雨", "平成30年7月の豪雨"]),
        ("hokkaido-eastern-iburi-earthquake-2018", ["いぶりとうぶじしん", "ほっかいどういぶりとうぶじしん", "北海道胆振地震", "胆振地震", "Hokkaido earthquake", "Iburi earthquake"]),
        ("heavy-rain-2020-07", ["令和2年の7月豪雨", "令和2年7月の豪雨"]),
        ("fukushima-offshore-earthquake", ["ふくしまけんおきじしん", "福島沖の地震", "福島の地震", "福島県の地震", "福島地震", "earthquake off Fukushima", "Fukushima earthquake", "off Fukushima"]),
    ];

    private static readonly HashSet<string> FoldedSorts = [.. Sorts.SelectMany(sort => sort.Words).Select(QuestionText.Fold)];

    /// <summary>True for a folded word that names a sort of disaster rather than one.</summary>
    public static bool IsSort(string folded) => FoldedSorts.Contains(folded);

    public static readonly IReadOnlyDictionary<SupportKind, string> Names = new Dictionary<SupportKind, string>
    {
        [SupportKind.Donation] = "義援金",
        [SupportKind.RecoveryFund] = "復興支援金",
        [SupportKind.Condolence] = "災害見舞金",
        [SupportKind.Supplies] = "救援物資",
        [SupportKind.StaffDispatch] = "職員派遣",
        [SupportKind.VehicleDispatch] = "清掃車両派遣",
    };

    private static readonly (SupportKind Kind, string[] Words)[] KindWords =
    [
        (SupportKind.Donation, ["義捐金", "ぎえんきん"]),
        (SupportKind.RecoveryFund, ["支援金", "ふっこうしえんきん", "しえんきん", "復興資金"]),
        (SupportKind.Condolence, ["見舞金", "お見舞金", "お見舞い金", "見舞い金", "みまいきん"]),
        (SupportKind.Supplies, ["物資", "支援物資", "救援物資支援", "物資支援", "物資の支援", "supplies"]),
        (SupportKind.StaffDispatch, ["派遣職員", "職員の派遣", "応援職員", "職員応援", "人的支援", "人の派遣", "派遣人数", "派遣者", "派遣者数", "職員派遣数", "派遣職員数", "応援派遣", "人員派遣", "派遣", "staff"]),
        (SupportKind.VehicleDispatch, ["清掃車両", "清掃車", "ごみ収集車", "ゴミ収集車", "清掃車の派遣", "清掃車派遣", "収集車", "車両派遣", "パッカー車", "garbage trucks", "garbage truck"]),
    ];

    public static void Add(KnowledgeBuilder builder, KnowledgeTables tables)
    {
        foreach (var disaster in tables.Disasters)
        {
            var term = builder.Term(TermKind.Disaster, disaster.Name, null, disaster.Aliases);
            foreach (var (part, words) in Sorts)
            {
                if (!disaster.Name.Contains(part, StringComparison.Ordinal))
                    continue;
                foreach (var word in words)
                    builder.AddName(term, word);
            }

            foreach (var (key, readings) in Readings)
            {
                if (key == disaster.Key)
                    builder.Term(TermKind.Disaster, disaster.Name, null, readings);
            }
        }

        foreach (var (kind, words) in KindWords)
            builder.Term(TermKind.Support, Names[kind], null, words);
    }
}
