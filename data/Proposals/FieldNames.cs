namespace RenkeiBot.Data.Proposals;

/// <summary>The Japanese names of the fields, as the members' 掲示板 calls them.</summary>
public static class FieldNames
{
    /// <summary>The field's name as a form and a card show it (産業・物産, 観光, …).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the fields.</exception>
    public static string JapaneseName(this ProposalField field) => field switch
    {
        ProposalField.Industry => "産業・物産",
        ProposalField.Tourism => "観光",
        ProposalField.Culture => "文化芸術",
        ProposalField.Sports => "スポーツ",
        ProposalField.Education => "教育・子ども",
        ProposalField.Environment => "環境・森林",
        ProposalField.Disaster => "防災・減災",
        ProposalField.Welfare => "福祉・健康",
        ProposalField.Migration => "移住・関係人口",
        ProposalField.People => "人材",
        ProposalField.Facilities => "施設",
        ProposalField.Other => "その他",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a field of the proposals."),
    };
}
