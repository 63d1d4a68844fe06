namespace RenkeiBot.Data.Proposals;

/// <summary>A search that a person saved: they are told of new proposals that it finds.</summary>
public sealed class SavedSearch
{
    /// <summary>The opaque id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The person's tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>The person's object id.</summary>
    public required string AadObjectId { get; init; }

    /// <summary>What is looked for.</summary>
    public required SearchTerms Terms { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What proposals are looked for.</summary>
public sealed record SearchTerms
{
    /// <summary>The longest words, in characters.</summary>
    public const int WordsLength = 100;

    /// <summary>The words as typed; empty for any.</summary>
    public string Words { get; init; } = "";

    /// <summary>分野: any of these; empty for any.</summary>
    public IReadOnlyList<ProposalField> Fields { get; init; } = [];

    /// <summary>地域 of the organisation that proposes, see <see cref="Area"/>: any of these; empty for anywhere.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>時期, first month as its first day; null for open.</summary>
    public DateOnly? From { get; init; }

    /// <summary>時期, last day; null for open.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>募集中のみ: only proposals that take applications now.</summary>
    public bool OnlyOpen { get; init; }
}
