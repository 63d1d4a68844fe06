using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>What sort of reply an answer is; the card follows from it.</summary>
internal enum AnswerKind
{
    /// <summary>A fact from the records.</summary>
    Fact,

    /// <summary>A question back: several things fit.</summary>
    AskBack,

    /// <summary>The records do not have it.</summary>
    NotFound,

    /// <summary>A passage shown instead of an answer.</summary>
    Passage,
}

/// <summary>The answer to a question, before it becomes an activity.</summary>
internal sealed record Answer(AnswerKind Kind, string Text)
{
    /// <summary>The name of what the answer is about, the card's heading.</summary>
    public string? Heading { get; init; }

    public IReadOnlyList<(string Label, string Value)> Details { get; init; } = [];

    /// <summary>A list or comparison: header and rows.</summary>
    public AnswerRows? Rows { get; init; }

    /// <summary>What other documents say, and other remarks.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<SourceRef> Sources { get; init; } = [];

    /// <summary>Questions to ask next (at most three are shown).</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>The things to choose from, when asking back.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>The entries the answer rests on: what 「それ」 means next.</summary>
    public IReadOnlyList<Entry> Entries { get; init; } = [];

    public static Answer NotFound(string text, params IReadOnlyList<Entry> near) =>
        new(AnswerKind.NotFound, text) { Entries = [], Suggestions = [.. near.Take(3).Select(entry => $"{entry.ShortTitle}について教えて")] };
}

/// <summary>A table on the card.</summary>
internal sealed record AnswerRows(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>One thing that a question may mean.</summary>
/// <param name="Label">The button's text.</param>
/// <param name="Detail">What tells it from the others.</param>
/// <param name="Question">The whole question that the button asks.</param>
internal sealed record Choice(string Label, string Detail, string Question);

/// <summary>Answers questions about one kind of table, or says that a question is not one of its own.</summary>
internal interface ITableAnswers
{
    /// <summary>The answer, or null where the question is not about this table.</summary>
    Answer? TryAnswer(Question question);
}
