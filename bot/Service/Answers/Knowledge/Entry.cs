using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Answers.Knowledge;

/// <summary>
/// A record as questions see it: what it is called, what it is about, when it was, what it says (facets) and what can be
/// counted or compared (measures). Made from a typed record by one of the projections; immutable.
/// </summary>
public sealed class Entry
{
    private readonly IReadOnlyList<Period> when = [];

    /// <summary>The index in the knowledge base; given by it.</summary>
    public int Id { get; internal set; }

    /// <summary>The record's kind and key: <c>event/lecture-2017-1</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name in a sentence: 「平成29年度 第1回全国連携講演会」.</summary>
    public required string Title { get; init; }

    /// <summary>A short label for a list or a button; the title where there is none.</summary>
    public string? Label { get; init; }

    /// <summary>What the entry is: its categories, narrowest first.</summary>
    public required IReadOnlyList<Term> Categories { get; init; }

    /// <summary>What the entry is about: every thing its facets name.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>The things that make the entry what it is (its own name, its exhibitor): a question that names one of them means this entry rather than another that merely mentions it.</summary>
    public IReadOnlyList<Term> Subjects { get; init; } = [];

    /// <summary>The days of the thing itself; empty where the documents give none.</summary>
    public IReadOnlyList<Period> When
    {
        get => when;
        init
        {
            when = value;
            Periods = value.Count;
            FirstPeriod = value.Count > 0 ? DaySpan.Of(value[0]) : default;
        }
    }

    /// <summary>How many periods <see cref="When"/> has.</summary>
    internal int Periods { get; private init; }

    /// <summary>The first period, held in the entry itself: a dated question looks at those of many entries.</summary>
    internal DaySpan FirstPeriod { get; private init; }

    /// <summary>The fiscal year it is counted in (the calendar year of its April).</summary>
    public int? FiscalYear { get; init; }

    /// <summary>第n回 within its year or its series.</summary>
    public int? Ordinal { get; init; }

    public IReadOnlyList<Facet> Facets { get; init; } = [];

    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>The sentence for "tell me about it".</summary>
    public required string Overview { get; init; }

    public required IReadOnlyList<SourceRef> Sources { get; init; }

    public IReadOnlyList<OtherReading> OtherReadings { get; init; } = [];

    /// <summary>The key of the entry that this one is a part of.</summary>
    public string? PartOf { get; init; }

    /// <summary>The keys of entries that tell of the same thing or belong to it.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>How one counts such things: 回, 件, 団体, 社 …</summary>
    public string Counter { get; init; } = "件";

    /// <summary>Further text to be found by.</summary>
    public string? SearchText { get; init; }

    /// <summary>Names, in folded form, that stand in texts of members and by which the entry is not to be found: it is about other places.</summary>
    public IReadOnlyList<string> NotAbout { get; init; } = [];

    /// <summary>The folded text of title, facets and search text; set by the knowledge base.</summary>
    public string Folded { get; internal set; } = "";

    /// <summary>The folded title; set by the knowledge base.</summary>
    internal string FoldedTitle { get; set; } = "";

    public string ShortTitle => Label ?? Title;

    /// <summary>The first day, where one is known.</summary>
    public DateOnly? FirstDay => Periods > 0 ? FirstPeriod.From : null;
}

/// <summary>A period in one piece.</summary>
internal readonly record struct DaySpan(DateOnly From, DateOnly Last, DatePrecision Precision)
{
    public static DaySpan Of(Period period) => new(period.From, period.LastDay, period.Precision);
}

/// <summary>A number of an entry that can be summed, compared and ranked.</summary>
/// <param name="Kind">Which number it is.</param>
/// <param name="Value">The value, in the measure's unit.</param>
/// <param name="Wording">The value as shown: 「7,600万円」「約2万人」.</param>
public sealed record Measure(MeasureKind Kind, decimal Value, string Wording);

/// <summary>A number that several entries have.</summary>
/// <param name="Key">The id: <c>agreement.members</c>.</param>
/// <param name="Label">Its name: 構成自治体数.</param>
/// <param name="Unit">Its unit: 自治体.</param>
/// <param name="Cues">The words by which it is asked for.</param>
public sealed record MeasureKind(string Key, string Label, string Unit, IReadOnlyList<string> Cues)
{
    /// <summary>How a value of this measure is written.</summary>
    public Func<decimal, string>? Format { get; init; }

    public string Write(decimal value) => Format is null ? $"{value:#,0.##}{Unit}" : Format(value);

    public bool Equals(MeasureKind? other) => other is not null && other.Key == Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
