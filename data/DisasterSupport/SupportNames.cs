namespace RenkeiBot.Data.DisasterSupport;

/// <summary>The Japanese names of the kinds, units and severities.</summary>
public static class SupportNames
{
    /// <summary>種別.</summary>
    public static string JapaneseName(this SupportSort sort) => sort switch
    {
        SupportSort.Fund => "支援金",
        SupportSort.Donation => "義援金",
        SupportSort.Condolence => "見舞金",
        SupportSort.Supplies => "救援物資",
        SupportSort.Staff => "職員派遣",
        SupportSort.Vehicles => "車両",
        _ => "その他",
    };

    /// <summary>単位, in a list of choices.</summary>
    public static string JapaneseName(this SupportUnit unit) => unit switch
    {
        SupportUnit.ManYen => "万円",
        SupportUnit.Persons => "人",
        SupportUnit.Cases => "件",
        SupportUnit.Machines => "台",
        SupportUnit.Boxes => "箱",
        SupportUnit.Pieces => "個",
        SupportUnit.Sets => "式",
        SupportUnit.Days => "日",
        _ => "その他",
    };

    /// <summary>重大度.</summary>
    public static string JapaneseName(this DisasterSeverity severity) => severity switch
    {
        DisasterSeverity.Extreme => "特に重大",
        DisasterSeverity.Severe => "重大",
        DisasterSeverity.Moderate => "中程度",
        _ => "軽微",
    };

    /// <summary>Whether a kind is money.</summary>
    public static bool IsMoney(this SupportSort sort) => sort is SupportSort.Fund or SupportSort.Donation or SupportSort.Condolence;
}
