using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>How far one entry meets one condition of a question, looked at by itself; <see cref="EntryFinder"/> does the same over all entries by their indexes.</summary>
internal static class EntryFit
{
    /// <summary>An entry that has so many of the pairs of a word's characters has a form of the word.</summary>
    public const double EnoughPairs = 0.6;

    /// <summary>How far an entry meets a condition: 1 for its own name, less for a thing it mentions, 0 for not at all.</summary>
    public static double Meets(Entry entry, Token token) => token switch
    {
        TermToken term => MeetsTerm(entry, term),
        DateToken date => MeetsDate(entry, date, DateNotations.Of(date)),
        OrdinalToken ordinal => entry.Ordinal == ordinal.Ordinal ? 1 : entry.Folded.Contains(ordinal.Text, StringComparison.Ordinal) ? 0.6 : 0,
        ContentToken content => Coverage(entry, content),
        _ => 0,
    };

    /// <summary>The same for a date with the ways in which a record's text may write it.</summary>
    public static double MeetsDate(Entry entry, DateToken date, IReadOnlyList<string> notations) =>
        MeetsDate(entry, date.Condition) ? 1 : entry.Periods == 0 && notations.Any(notation => entry.Folded.Contains(notation, StringComparison.Ordinal)) ? 0.6 : 0;

    public static bool MeetsDate(Entry entry, DateCondition condition)
    {
        if (condition.Unit == DateUnit.FiscalYear && condition.Part == Language.DatePart.Whole && entry.FiscalYear is { } fiscalYear)
            return condition.FiscalYear == fiscalYear;
        for (var i = 0; i < entry.Periods; i++)
        {
            var period = i == 0 ? entry.FirstPeriod : DaySpan.Of(entry.When[i]);
            // A record that knows only its fiscal year cannot be said to lie on a day or in a month.
            if (period.Precision == DatePrecision.FiscalYear && condition.Unit is DateUnit.Day or DateUnit.Month)
                continue;
            if (condition.Matches(period.From, period.Last, period.Precision switch
            {
                DatePrecision.Month => DatePrecisionLike.Month,
                DatePrecision.FiscalYear => DatePrecisionLike.FiscalYear,
                _ => DatePrecisionLike.Day,
            }))
            {
                return true;
            }
        }

        return entry.Periods == 0 && entry.FiscalYear is { } year && condition.YearKnown
            && condition.Matches(JapaneseCalendar.FiscalYearStart(year), JapaneseCalendar.FiscalYearEnd(year)) && condition.Unit is DateUnit.FiscalYear or DateUnit.Range;
    }

    /// <summary>The share of a word that an entry's text has: all of it, or the pairs of its characters.</summary>
    public static double Coverage(Entry entry, ContentToken content)
    {
        if (entry.Folded.Contains(content.Text, StringComparison.Ordinal))
            return 1;
        if (content.Length < 4)
            return 0;
        var hits = 0;
        for (var i = 0; i + 2 <= content.Length; i++)
        {
            if (entry.Folded.AsSpan().IndexOf(content.Text.AsSpan(i, 2), StringComparison.Ordinal) >= 0)
                hits++;
        }

        var share = (double)hits / (content.Length - 1);
        return share >= EnoughPairs ? share * 0.7 : 0;
    }

    public static double MeetsTerm(Entry entry, TermToken token)
    {
        var best = 0.0;
        foreach (var term in token.Terms)
        {
            if (Has(entry.Subjects, term))
                return 1;
            if (best < 1 && Has(entry.Categories, term))
                best = 1;
            else if (best < 0.7 && (Has(entry.Terms, term) || entry.Facets.Any(facet => Has(facet.Terms, term))))
                best = 0.7;
        }

        return best > 0 ? best : entry.Folded.Contains(token.Text, StringComparison.Ordinal) ? 0.5 : 0;

        static bool Has(IReadOnlyList<Term> terms, Term wanted)
        {
            foreach (var term in terms)
            {
                if (term.IsWithin(wanted))
                    return true;
            }

            return false;
        }
    }

    public static bool IsExcluded(Entry entry, Token token) => token switch
    {
        TermToken term => MeetsTerm(entry, term) >= 0.7 || entry.FoldedTitle.Contains(term.Text, StringComparison.Ordinal),
        DateToken date => MeetsDate(entry, date.Condition),
        OrdinalToken ordinal => entry.Ordinal == ordinal.Ordinal,
        ContentToken content => Coverage(entry, content) == 1,
        _ => false,
    };
}
