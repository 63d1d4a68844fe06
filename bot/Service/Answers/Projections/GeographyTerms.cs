using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>The names of prefectures, regions, municipalities and wards, in every form people type them.</summary>
internal static class GeographyTerms
{
    /// <summary>Stems that are ordinary words, eras or surnames first, and name a municipality only with its suffix.</summary>
    private static readonly HashSet<string> NotAlone =
    [
        "昭和", "大正", "国立", "中央", "港", "北", "東", "南", "西", "関", "津", "森", "泉", "川", "市川", "清水", "高橋", "山田", "石川", "小野", "田村", "高山", "大山", "中野", "松原",
        "西川", "目黒", "山崎", "大森", "平和", "協和", "三郷", "美郷", "日本", "上野", "太田", "大田", "村山", "吉岡", "小山", "池田", "岡田", "藤枝", "坂本", "本山", "朝日", "富士", "大野",
        "調布", "新宿", "文京", "一関", "八丈", "大和", "三原", "広野", "長野原", "中川", "上川", "下川", "山形", "広尾", "長井", "高浜", "会津", "安心", "多気", "開成", "三春", "飛島", "若桜", "合志", "いの", "おおい", "みどり", "さくら",
    ];

    private static readonly (string Prefecture, string English)[] EnglishNames =
    [
        ("北海道", "Hokkaido"), ("青森県", "Aomori"), ("京都府", "Kyoto"), ("千葉県", "Chiba"), ("広島県", "Hiroshima"), ("奈良県", "Nara"), ("群馬県", "Gunma"), ("埼玉県", "Saitama"), ("山梨県", "Yamanashi"),
        ("福島県", "Fukushima"), ("宮城県", "Miyagi"), ("秋田県", "Akita"), ("岩手県", "Iwate"), ("山形県", "Yamagata"), ("熊本県", "Kumamoto"), ("大阪府", "Osaka"),
    ];

    public static void Add(KnowledgeBuilder builder, IReadOnlyList<Prefecture> prefectures, IReadOnlyList<Municipality> municipalities)
    {
        foreach (var prefecture in prefectures)
        {
            var region = builder.Term(TermKind.Region, prefecture.Region.JapaneseName());
            builder.AddName(region, prefecture.Region.JapaneseName() + "地方");
            var term = builder.Term(TermKind.Prefecture, prefecture.Name, region);
            var stem = prefecture.Name.TrimEnd('県', '府', '都');
            if (prefecture.Name != "北海道" && prefecture.Name != "東京都" && prefecture.Name != "京都府")
                builder.AddName(term, stem);
            if (prefecture.Name == "京都府")
                builder.AddName(term, "京都");
            builder.AddName(term, prefecture.Name + "庁");
            builder.AddName(term, prefecture.Kana, needsBoundary: true);
            AddKanaStem(builder, term, prefecture.Kana, prefecture.Name[^1]);
            var kanaStem = prefecture.Name == "北海道" ? prefecture.Kana : prefecture.Kana[..^(prefecture.Name[^1] == '県' ? 2 : 1)];
            if (kanaStem.Length >= 3)
                builder.AddName(term, kanaStem, needsBoundary: true);
        }

        builder.AddName(builder.Term(TermKind.Region, "近畿"), "関西");
        foreach (var (prefecture, english) in EnglishNames)
            builder.AddName(builder.Term(TermKind.Prefecture, prefecture), english);
        foreach (var municipality in municipalities)
            AddMunicipality(builder, municipality);
    }

    private static void AddMunicipality(KnowledgeBuilder builder, Municipality municipality)
    {
        var prefecture = builder.Find(TermKind.Prefecture, municipality.Prefecture);
        var kind = municipality.Kind == MunicipalityKind.Ward ? TermKind.Ward : TermKind.Municipality;
        var term = builder.Term(kind, municipality.Code, municipality.Name, prefecture);
        var stem = municipality.Name[..^1];
        builder.AddName(term, municipality.Prefecture + municipality.Name);
        if (stem.Length >= 2 && !(stem.Length == 2 && stem.All(c => c is >= 'ぁ' and <= 'ゖ')) && !NotAlone.Contains(stem) && !stem.EndsWith('市') && !stem.EndsWith('町'))
            builder.AddName(term, stem, needsBoundary: true);
        if (municipality.Kana.Length >= 4)
            builder.AddName(term, municipality.Kana, needsBoundary: true);
        AddKanaStem(builder, term, municipality.Kana, municipality.Name[^1]);
        // Its head is a person, not the place: 荒川区長.
        builder.AddContent([municipality.Name + "長"]);
        AddRomaji(builder, term, municipality.Kana, municipality.Kind);
        foreach (var alias in municipality.Aliases ?? [])
        {
            builder.AddName(term, alias.Name);
            if (alias.Kana is { } kana)
                builder.AddName(term, kana, needsBoundary: true);
        }
    }

    /// <summary>「Sapporo」, 「Sapporo City」: the reading of the stem in Latin letters, for questions in English.</summary>
    private static void AddRomaji(KnowledgeBuilder builder, Term term, string kana, MunicipalityKind kind)
    {
        foreach (var (suffix, english) in kind switch
        {
            MunicipalityKind.City => [("し", " City")],
            MunicipalityKind.Town => [("ちょう", " Town"), ("まち", " Town")],
            MunicipalityKind.Village => [("むら", " Village"), ("そん", " Village")],
            _ => ((string, string)[])[("く", " Ward")],
        })
        {
            if (!kana.EndsWith(suffix, StringComparison.Ordinal) || Language.Romaji.Of(kana[..^suffix.Length]) is not { Length: >= 4 } stem)
                continue;
            builder.AddName(term, stem);
            builder.AddName(term, stem + english);
            return;
        }
    }

    /// <summary>「つるおか市」「さいたま県」: the reading with the suffix in kanji.</summary>
    private static void AddKanaStem(KnowledgeBuilder builder, Term term, string kana, char suffix)
    {
        string[] readings = suffix switch
        {
            '市' => ["し"],
            '町' => ["ちょう", "まち"],
            '村' => ["むら", "そん"],
            '区' => ["く"],
            '県' => ["けん"],
            '府' => ["ふ"],
            '都' => ["と"],
            _ => [],
        };
        foreach (var reading in readings)
        {
            if (kana.EndsWith(reading, StringComparison.Ordinal) && kana.Length - reading.Length >= 2)
            {
                builder.AddName(term, kana[..^reading.Length] + suffix);
                if (kana.Length - reading.Length >= 4)
                    builder.AddName(term, kana[..^reading.Length], needsBoundary: true);
                return;
            }
        }
    }
}
