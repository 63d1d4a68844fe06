namespace RenkeiBot.Service.Answers.Language;

internal readonly ref partial struct DateScanner
{
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    // h30, fy2018, fiscal 2018, '18, april 16,2018, today
    private bool TryLatin(int at, out DateAtom atom)
    {
        atom = default;
        if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))
            return false;
        if (text[at] == '\'')
            return TryApostropheYear(at, out atom);
        if (RelativeDateWords.TryRead(text, at, today, out atom))
            return true;
        if (TryEnglishFiscalYear(at, out atom) || TryEra(at, out atom))
            return true;
        if (MonthName(at, out var month, out var end))
            return TryMonthFirst(at, month, end, out atom);
        return false;
    }

    private bool TryApostropheYear(int at, out DateAtom atom)
    {
        atom = default;
        if (!Numerals.TryArabic(text, at + 1, 2, out var year, out var end) || end != at + 3)
            return false;
        atom = new() { Start = at, End = end, Year = 2000 + year };
        YearTail(ref atom);
        if (!atom.YearUnit && UnitFollows(end, out var fiscal))
            atom.Fiscal = fiscal;
        return true;
    }

    private bool TryEnglishFiscalYear(int at, out DateAtom atom)
    {
        atom = default;
        var length = At(at, "fiscal year ") ? 12 : At(at, "fiscal ") ? 7 : At(at, "fy ") ? 3 : At(at, "fy") ? 2 : 0;
        if (length == 0 || !Numerals.TryArabic(text, at + length, 4, out var number, out var end))
            return false;
        var year = end - at - length == 4 ? number : end - at - length == 2 ? AssumedYear(number) : null;
        if (year is null)
            return false;
        atom = new() { Start = at, End = end, Year = year, Fiscal = true, YearUnit = true, Assumed = number < 100 };
        return true;
    }

    private bool MonthName(int at, out int month, out int end)
    {
        end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        var word = text[at..end];
        for (month = 1; month <= 12; month++)
        {
            var name = Months[month - 1];
            if (word.SequenceEqual(name))
                return true;
            // jan, sept: three letters, or four for September
            if ((word.Length == 3 || (word.Length == 4 && month == 9)) && name.AsSpan().StartsWith(word))
            {
                if (At(end, "."))
                    end++;
                return true;
            }
        }

        return false;
    }

    // april 16,2018; april 2018; april 16; in april
    private bool TryMonthFirst(int at, int month, int end, out DateAtom atom)
    {
        atom = new() { Start = at, End = end, Month = month, Latin = true };
        var next = Skip(end);
        if (Numerals.TryArabic(text, next, 4, out var number, out var after))
        {
            if (after - next == 4)
                return Adopt(ref atom, number, after);
            if (after - next <= 2 && number is >= 1 and <= 31)
            {
                (atom.Day, atom.End) = (number, Ordinal(after));
                EnglishYear(ref atom);
                return true;
            }
        }

        // 「may」 and 「march」 are words too.
        return month is not (3 or 5) || (at >= 3 && text[..at].EndsWith("in "));
    }

    // 16 april 2018, 1-2 june 2019; called with the first number read
    private bool TryDayFirst(int day, int end, ref DateAtom atom)
    {
        if (ConnectorAt(end, out _) is var connector and > 0 && Numerals.TryArabic(text, end + connector, 2, out _, out var second) && MonthAfterDay(Ordinal(second))
            && MonthName(Ordinal(second) + 1, out var shared, out _))
        {
            (atom.Month, atom.Day, atom.End, atom.Latin) = (shared, day, end, true);
            return day is >= 1 and <= 31;
        }

        var name = Ordinal(end);
        if (At(name, " of "))
            name += 3;
        if (!At(name, " ") || day is < 1 or > 31 || !MonthName(name + 1, out var month, out var after))
            return false;
        (atom.Month, atom.Day, atom.End, atom.Latin) = (month, day, after, true);
        EnglishYear(ref atom);
        return true;
    }

    private void EnglishYear(ref DateAtom atom)
    {
        var next = Skip(atom.End);
        if (Numerals.TryArabic(text, next, 4, out var year, out var after) && after - next == 4)
            Adopt(ref atom, year, after);
    }

    private static bool Adopt(ref DateAtom atom, int year, int end)
    {
        if (year is < 1868 or >= 2200)
            return true;
        (atom.Year, atom.YearUnit, atom.End) = (year, true, end);
        return true;
    }

    private int Skip(int at)
    {
        while (at < text.Length && text[at] is ' ' or ',')
            at++;
        return at;
    }

    private int Ordinal(int at) => At(at, "st") || At(at, "nd") || At(at, "rd") || At(at, "th") ? at + 2 : at;
}
