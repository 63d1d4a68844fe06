using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Proposals.Search;

/// <summary>What is looked for, taken apart.</summary>
/// <param name="Words">The words, all of which a proposal should have.</param>
/// <param name="Phrases">What was typed in one piece: a proposal that has it so is better.</param>
internal sealed record SearchQuery(IReadOnlyList<SearchWord> Words, IReadOnlyList<SearchForm> Phrases)
{
    public static readonly SearchQuery Empty = new([], []);
}

/// <summary>A word that is looked for.</summary>
/// <param name="Forms">What it may be written as: the word as typed first, then other spellings and words that mean the same.</param>
/// <param name="When">What it means as a date; null for no date. A proposal whose 実施時期 lies there has the word too.</param>
internal sealed record SearchWord(IReadOnlyList<SearchForm> Forms, DateCondition? When = null)
{
    /// <summary>Whether a proposal says that it takes place then.</summary>
    public bool Means(DateOnly? from, DateOnly? until) => When is not null && (from ?? until) is not null && Overlaps(When, from, until);

    private static bool Overlaps(DateCondition when, DateOnly? from, DateOnly? until)
    {
        if (when.YearKnown)
            return (when.From is not { } first || until is not { } end || first <= end) && (when.Until is not { } last || from is not { } start || start <= last);
        if (when is not { Kind: DateKind.Yearless, Month: { } month })
            return false;
        if (from is not { } begin || until is not { } over)
            return (from ?? until)!.Value.Month == month;
        var months = (over.Year - begin.Year) * 12 + over.Month - begin.Month;
        return (month - begin.Month + 12) % 12 <= months;
    }
}

/// <summary>One way to write a word.</summary>
/// <param name="Text">The matching form.</param>
/// <param name="Factor">How much it counts, at most 1.</param>
/// <param name="AsWord">Whether it has to stand as a word, where that can be told.</param>
internal readonly record struct SearchForm(string Text, double Factor, bool AsWord)
{
    /// <summary>Whether a longer form stands in a text; a number in it is not the end of a longer one.</summary>
    public bool StandsIn(string text)
    {
        for (var at = text.IndexOf(Text, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Text, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsAsciiDigit(Text[0]) || !char.IsAsciiDigit(text[at - 1]))
                return true;
        }

        return false;
    }
}
