using RenkeiBot.Service.Answers.Knowledge;

namespace RenkeiBot.Service.Answers.Questions;

/// <summary>What a word of the lexicon can mean in a question.</summary>
public abstract record WordSense
{
    /// <summary>True where the word is short or ordinary enough that it counts only when it stands by itself (between particles).</summary>
    public bool NeedsBoundary { get; init; }
}

/// <summary>The word names a thing.</summary>
public sealed record NamesTerm(Term Term) : WordSense;

/// <summary>The word asks for an aspect: 会場, 主催, いつ.</summary>
public sealed record AsksAspect(Aspect Aspect, bool Interrogative = false) : WordSense;

/// <summary>The word asks for a quantity: 何人, いくら.</summary>
/// <param name="Unit">The unit counted, or null for any.</param>
public sealed record AsksQuantity(string? Unit) : WordSense;

/// <summary>The word asks to pick something out: どの, どれ, どちら.</summary>
public sealed record AsksWhich(bool OfTwo = false) : WordSense;

/// <summary>The word asks for a part of a date or time: 何年度, 何曜日, 何時.</summary>
public sealed record AsksDatePart(DatePiece Part) : WordSense;

/// <summary>The word asks to do something with what is found: 合計, 最も多い, 一覧.</summary>
public sealed record AsksOperation(Operation Operation) : WordSense;

/// <summary>The word names a number that entries have.</summary>
public sealed record NamesMeasure(MeasureKind Measure) : WordSense;

/// <summary>The word belongs to the records' own wording and counts as content, in one piece.</summary>
public sealed record KnownContent : WordSense
{
    public static readonly KnownContent Instance = new();
}

/// <summary>The word carries nothing: 教えてください, ですか, プロジェクト.</summary>
public sealed record Filler : WordSense
{
    public static readonly Filler Instance = new();
}

/// <summary>The word excludes what stands before it: を除く, 以外.</summary>
public sealed record Excludes : WordSense
{
    public static readonly Excludes Instance = new();
}

/// <summary>The word turns the condition round: していない, ではない.</summary>
public sealed record Negates : WordSense
{
    public static readonly Negates Instance = new();
}

/// <summary>The word says that places are tied to each other, or stand on a list: 交流のある, 載っている.</summary>
/// <param name="Listed">True for standing on a list.</param>
public sealed record SaysTied(bool Listed) : WordSense;

/// <summary>The word limits a question to cities, towns or villages, or to prefectures as such.</summary>
/// <param name="Kinds">The last characters of the names meant: 市, 町, 村 or several of them; or 県.</param>
public sealed record LimitsKind(string Kinds) : WordSense;

/// <summary>The word points at the conversation: それ, その, じゃあ.</summary>
/// <param name="AtStart">True where it does so only at the beginning of the question.</param>
public sealed record PointsBack(bool AtStart) : WordSense;

/// <summary>The word asks for what is still to come: 次の, 今後の.</summary>
/// <param name="Coming">Whether for the first of it or for all.</param>
public sealed record Upcoming(Coming Coming) : WordSense;

/// <summary>What of the things that are still to come is asked for.</summary>
public enum Coming
{
    /// <summary>The first: 次の.</summary>
    Next,

    /// <summary>All: 今後の.</summary>
    All,
}

/// <summary>What part of a date or a time is asked for.</summary>
public enum DatePiece
{
    Whole,
    Start,
    End,
    Year,
    FiscalYear,
    Month,
    Day,
    Weekday,
    Time,
    StartTime,
    EndTime,
    Duration,
}

/// <summary>What is to be done with the records found.</summary>
public enum Operation
{
    List,
    Count,
    Sum,
    Average,
    Max,
    Min,
    First,
    Last,
    Difference,
    Ratio,
    Share,
    Growth,
    Compare,
    Longest,
    Shortest,
    Second,
}
