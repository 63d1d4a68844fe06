using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Answers.Knowledge;

/// <summary>One thing that a record says about its subject, and the words by which it is asked for.</summary>
/// <param name="Aspect">What is said: the date, the place, a speaker …</param>
/// <param name="Label">The name of the aspect as a noun that fits 「…の{Label}は、…です」.</param>
/// <param name="Value">The value as it stands in a sentence.</param>
public sealed record Facet(Aspect Aspect, string Label, string Value)
{
    /// <summary>Where the value is a list: its items in order.</summary>
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>A complete sentence that answers better than the pattern would.</summary>
    public string? Sentence { get; init; }

    /// <summary>Words beyond the aspect's own by which this facet is asked for, as people write them.</summary>
    public IReadOnlyList<string> Cues { get; init; } = [];

    /// <summary>What else the facet is about: matched against the question, not shown.</summary>
    public string? Context { get; init; }

    /// <summary>The things the value names.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>The number in the value, with <see cref="Unit"/>.</summary>
    public decimal? Number { get; init; }

    /// <summary>The unit of <see cref="Number"/>: 人, 自治体, 圏域 …</summary>
    public string? Unit { get; init; }

    /// <summary>Where this facet has a source of its own.</summary>
    public IReadOnlyList<SourceRef>? Sources { get; init; }

    /// <summary>Shown on the card in any answer about the record (most facets are).</summary>
    public bool OnCard { get; init; } = true;

    /// <summary>True where the facet says that the documents do not tell.</summary>
    public bool IsNotStated { get; init; }

    /// <summary>The folded text of label, value, cues and context; set by the knowledge base.</summary>
    internal string Folded { get; set; } = "";

    /// <summary>The aspects that the cues ask for in other words too; set by the knowledge base.</summary>
    internal IReadOnlyList<Aspect> CueAspects { get; set; } = [];

    /// <summary>The folded cues; set by the knowledge base.</summary>
    internal string[] FoldedCues { get; set; } = [];
}

/// <summary>What a facet tells. A question's interrogatives and nouns map onto these (<see cref="Questions.Cues"/>).</summary>
public enum Aspect
{
    /// <summary>Said in the facet's own words only; found by its cues and its text.</summary>
    Statement,
    Overview,
    Date,
    Time,
    Hours,
    ClosedDays,
    Place,
    Address,
    Theme,
    Title,
    Content,
    Person,
    Role,
    Host,
    CoHost,
    Cooperation,
    Sponsor,
    Supporter,
    Participants,
    Wards,
    Partners,
    Organization,
    Exhibitor,
    TouringWards,
    RelatedEvent,
    Product,
    Amount,
    Count,
    Reason,
    Purpose,
    Method,
    Phone,
    Url,
    Exit,
    Walk,
    OfficialName,
    Kind,
    Audience,
}
