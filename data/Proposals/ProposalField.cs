namespace RenkeiBot.Data.Proposals;

/// <summary>分野: what a proposal or an interest is about. Stored by name.</summary>
public enum ProposalField
{
    /// <summary>産業・物産.</summary>
    Industry,

    /// <summary>観光.</summary>
    Tourism,

    /// <summary>文化芸術.</summary>
    Culture,

    /// <summary>スポーツ.</summary>
    Sports,

    /// <summary>教育・子ども.</summary>
    Education,

    /// <summary>環境・森林.</summary>
    Environment,

    /// <summary>防災・減災.</summary>
    Disaster,

    /// <summary>福祉・健康.</summary>
    Welfare,

    /// <summary>移住・関係人口.</summary>
    Migration,

    /// <summary>人材.</summary>
    People,

    /// <summary>施設.</summary>
    Facilities,

    /// <summary>その他.</summary>
    Other,
}
