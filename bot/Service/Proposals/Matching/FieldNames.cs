using RenkeiBot.Data.Proposals;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>分野 as the form names them.</summary>
internal static class FieldNames
{
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
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a field of the form."),
    };
}
