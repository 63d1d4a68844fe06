namespace RenkeiBot.Data.Proposals;

/// <summary>What a proposal says: everything that its owner types. It never changes; an edit makes another one.</summary>
public sealed record ProposalContent
{
    /// <summary>The longest title, in characters.</summary>
    public const int TitleLength = 80;

    /// <summary>The longest text, in characters.</summary>
    public const int TextLength = 1500;

    /// <summary>The longest offer and the longest need, in characters each.</summary>
    public const int SideLength = 500;

    /// <summary>The longest wish for a budget, in characters.</summary>
    public const int BudgetLength = 200;

    /// <summary>The most organisations that can be looked for.</summary>
    public const int MaxPlaces = 999;

    /// <summary>The most links.</summary>
    public const int MaxLinks = 3;

    /// <summary>The longest link, in characters.</summary>
    public const int LinkLength = 300;

    /// <summary>タイトル.</summary>
    public string Title { get; init; } = "";

    /// <summary>内容.</summary>
    public string Text { get; init; } = "";

    /// <summary>分野, in the order of the form, none twice.</summary>
    public IReadOnlyList<ProposalField> Fields { get; init; } = [];

    /// <summary>提供できること; empty for none.</summary>
    public string Offer { get; init; } = "";

    /// <summary>求めること; empty for none.</summary>
    public string Need { get; init; } = "";

    /// <summary>対象地域, see <see cref="Area"/>; empty for anywhere.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>実施時期, first day; null for open.</summary>
    public DateOnly? From { get; init; }

    /// <summary>実施時期, last day; null for open.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>募集数: with how many organisations at most; null for any number.</summary>
    public int? Places { get; init; }

    /// <summary>応募締切: the last day of applying; null for none.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>予算・助成の希望; empty for none.</summary>
    public string Budget { get; init; } = "";

    /// <summary>連絡先: shown to nobody before both sides have agreed.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Links to documents, https only.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
}
