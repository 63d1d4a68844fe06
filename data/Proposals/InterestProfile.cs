using RenkeiBot.Data.Members;

namespace RenkeiBot.Data.Proposals;

/// <summary>関心: what an organisation has to offer and looks for, for matches. One of each organisation.</summary>
public sealed class InterestProfile
{
    /// <summary>The kind of the organisation.</summary>
    public required OrganisationKind OrganisationKind { get; init; }

    /// <summary>The organisation.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>Its name as shown.</summary>
    public required string OrganisationName { get; set; }

    /// <summary>What it registered.</summary>
    public required InterestContent Content { get; set; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The member who changed it last.</summary>
    public required Guid UpdatedBy { get; set; }

    /// <summary>Counts changes.</summary>
    public int Version { get; set; }

    /// <summary>Whose it is.</summary>
    public OrganisationKey Organisation => new(OrganisationKind, OrganisationId);
}

/// <summary>What an organisation registered.</summary>
public sealed record InterestContent
{
    /// <summary>分野.</summary>
    public IReadOnlyList<ProposalField> Fields { get; init; } = [];

    /// <summary>提供できること.</summary>
    public string Offer { get; init; } = "";

    /// <summary>求めること.</summary>
    public string Need { get; init; } = "";

    /// <summary>対象地域, see <see cref="Area"/>; empty for anywhere.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>The months that suit, 1 to 12; empty for any.</summary>
    public IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>休止期間, first day: no recommendations from then on.</summary>
    public DateOnly? QuietFrom { get; init; }

    /// <summary>休止期間, last day.</summary>
    public DateOnly? QuietUntil { get; init; }

    /// <summary>How many collaborations the organisation takes on at once; null for the usual number.</summary>
    public int? Capacity { get; init; }

    /// <summary>True where the organisation wants no recommendations, and to be recommended to nobody.</summary>
    public bool OptOut { get; init; }
}
