using RenkeiBot.Service.Answers.Knowledge;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>Which units of counting mean the same thing.</summary>
internal static class Units
{
    private static readonly string[][] Families =
    [
        ["人", "名", "万人"],
        ["自治体", "市町村", "町村", "団体"],
        ["回", "件", "度"],
        ["団体", "社", "組織", "者"],
        ["区", "特別区"],
        ["か所", "カ所", "ヶ所", "箇所", "個所", "会場"],
        ["テーマ", "つ", "項目", "種類", "個", "点", "分野", "本", "機能"],
        ["円", "万円", "億円", "千円"],
        ["圏域", "地域"],
        ["府県", "都道府県", "道府県", "県"],
    ];

    public static bool Same(string a, string b) => a == b || a.EndsWith(b, StringComparison.Ordinal) && b.Length > 1;

    /// <summary>True for units of one family: 人 and 名, 自治体 and 市町村.</summary>
    public static bool Related(string a, string b) => Families.Any(family => family.Contains(a) && family.Contains(b));

    /// <summary>True where a list facet of that kind can be counted in the unit.</summary>
    public static bool CountsItems(Aspect aspect, string unit) => aspect switch
    {
        Aspect.Participants or Aspect.Partners or Aspect.Exhibitor => Families[1].Contains(unit) || unit is "つ" or "か所" or "市" or "町" or "村",
        Aspect.Wards or Aspect.TouringWards => unit is "区" or "つ" or "か所" or "箇所",
        Aspect.Person => unit is "人" or "名",
        Aspect.Host or Aspect.CoHost or Aspect.Supporter or Aspect.Cooperation or Aspect.Organization => unit is "団体" or "者" or "つ" or "社",
        Aspect.Content or Aspect.Theme or Aspect.Statement or Aspect.RelatedEvent or Aspect.Product or Aspect.Purpose => unit is "つ" or "項目" or "種類" or "個" or "件" or "点" or "テーマ" or "分野" or "機能" or "分科会",
        Aspect.Date => unit is "回",
        _ => false,
    };
}
