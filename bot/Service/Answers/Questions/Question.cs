using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Answers.Questions;

/// <summary>A piece of a question that means something.</summary>
/// <param name="Start">Where it starts in the folded text.</param>
/// <param name="Length">Its length in the folded text.</param>
/// <param name="Text">Its folded text.</param>
/// <param name="Surface">Its text as typed, for echoing.</param>
internal abstract record Token(int Start, int Length, string Text, string Surface)
{
    public int End => Start + Length;

    /// <summary>True where the questioner takes this out (「…を除く」).</summary>
    public bool Excluded { get; init; }

    /// <summary>True where the token comes from the question before.</summary>
    public bool Inherited { get; init; }
}

/// <summary>A thing named, with all the things the name can stand for.</summary>
internal sealed record TermToken(int Start, int Length, string Text, string Surface, IReadOnlyList<Term> Terms) : Token(Start, Length, Text, Surface)
{
    /// <summary>True where the word is so general here (プロジェクト) that it is a condition only when nothing else is.</summary>
    public bool Soft { get; init; }

    /// <summary>True where the name was recognised in spite of a slip of one character.</summary>
    public bool Corrected { get; init; }

    public bool Is(TermKind kind) => Of(kind) is not null;

    public Term? Of(TermKind kind)
    {
        foreach (var term in Terms)
        {
            if (term.Kind == kind)
                return term;
        }

        return null;
    }
}

/// <summary>A date or period.</summary>
internal sealed record DateToken(int Start, int Length, string Text, string Surface, DateCondition Condition) : Token(Start, Length, Text, Surface)
{
    /// <summary>Set where no date was named, but what is still to come: 次の, 今後の.</summary>
    public Coming? Coming { get; init; }
}

/// <summary>第n回.</summary>
internal sealed record OrdinalToken(int Start, int Length, string Text, string Surface, int Ordinal) : Token(Start, Length, Text, Surface);

/// <summary>A number, alone or as a condition (300を超える).</summary>
internal sealed record NumberToken(int Start, int Length, string Text, string Surface, NumberMention Number) : Token(Start, Length, Text, Surface);

/// <summary>A word of substance that names nothing known: matched against the records' text.</summary>
/// <param name="Weight">How telling the word is: near 0 for one that stands everywhere, 1 and above for a rare one.</param>
/// <param name="Known">Whether any record has the word at all.</param>
internal sealed record ContentToken(int Start, int Length, string Text, string Surface, double Weight, bool Known) : Token(Start, Length, Text, Surface)
{
    /// <summary>True for a verb or adjective of the records' wording (始まった, 答えた): it tells little, whatever the record.</summary>
    public bool IsVerb { get; init; }

    /// <summary>True for a name that the records do not have: はなまる市.</summary>
    public bool IsName { get; init; }
}

/// <summary>A word that says what is wanted.</summary>
internal sealed record AskToken(int Start, int Length, string Text, string Surface, IReadOnlyList<WordSense> Senses) : Token(Start, Length, Text, Surface);

/// <summary>A question, taken apart. Everything that follows works on the tokens, not on the text.</summary>
internal sealed record Question(string Display, string Folded, IReadOnlyList<Token> Tokens)
{
    public required DateOnly Today { get; init; }

    /// <summary>True where the form is that of a question answered by yes or no.</summary>
    public bool YesNo { get; init; }

    /// <summary>True where a word points at the conversation, or nearly everything is left out.</summary>
    public bool PointsBack { get; init; }

    /// <summary>What is asked for of the things still to come, also where the question does not say of which things: 「次回は？」.</summary>
    public Coming? Coming { get; init; }

    /// <summary>True where the verb is turned round (…していない).</summary>
    public bool Negated { get; init; }

    public bool English { get; init; }

    /// <summary>A place, company or school named that the records do not have.</summary>
    public ContentToken? UnknownName => Contents.FirstOrDefault(content => content.IsName && !content.Excluded);

    /// <summary>How many kana no word covers.</summary>
    public int Unread { get; init; }

    /// <summary>True where not one word is understood (あsdfgh): there is nothing to answer, and nothing that could go on with what was said before.</summary>
    public bool IsGibberish =>
        !PointsBack && Tokens.All(token => token is ContentToken { Known: false }) && (Tokens.Count > 0 || Unread >= MostSlips);

    /// <summary>So many unread kana are more than the endings of words.</summary>
    private const int MostSlips = 3;

    public IEnumerable<TermToken> TermTokens => Tokens.OfType<TermToken>();

    public IEnumerable<ContentToken> Contents => Tokens.OfType<ContentToken>();

    public DateToken? Date => Tokens.OfType<DateToken>().FirstOrDefault(token => !token.Excluded);

    public IEnumerable<WordSense> Asked => Tokens.OfType<AskToken>().SelectMany(token => token.Senses);

    public bool Asks(Operation operation) => Asked.Any(sense => sense is AsksOperation asked && asked.Operation == operation);

    public bool Asks(Aspect aspect) => Asked.Any(sense => sense is AsksAspect asked && asked.Aspect == aspect);

    public bool Names(TermKind kind) => TermTokens.Any(token => token.Is(kind));

    public Term? TermOf(TermKind kind) => TermTokens.Where(token => !token.Excluded).Select(token => token.Of(kind)).FirstOrDefault(term => term is not null);

    private readonly Dictionary<DateToken, IReadOnlyList<string>> notations = new(ReferenceEqualityComparer.Instance);

    /// <summary>The ways in which a record's text may write one of the dates: worked out once, for each token is looked for in many records.</summary>
    public IReadOnlyList<string> NotationsOf(DateToken date) =>
        notations.TryGetValue(date, out var known) ? known : notations[date] = DateNotations.Of(date);

    public bool Has(string foldedWord) => Folded.Contains(foldedWord, StringComparison.Ordinal);

    public bool HasAny(params ReadOnlySpan<string> foldedWords)
    {
        foreach (var word in foldedWords)
        {
            if (Has(word))
                return true;
        }

        return false;
    }
}
