namespace RenkeiBot.Service.Answers.Language;

/// <summary>A date in a question: where it stands in the folded text, and what it means.</summary>
internal readonly record struct DateMention(int Start, int Length, DateCondition Condition)
{
    public int End => Start + Length;
}

/// <summary>Finds the dates of a question, from left to right, each as long as it can be read.</summary>
internal static class DateReader
{
    /// <summary>
    /// The dates of a folded question in order of appearance, none overlapping another or a masked span. Alternatives (「平成28年度と29年度」) are separate mentions with era and unit
    /// carried over; days that follow each other (「5月30、31日」) are one range.
    /// </summary>
    public static IReadOnlyList<DateMention> Find(string folded, DateOnly today, IReadOnlyList<(int Start, int Length)>? masked = null)
    {
        List<DateMention>? found = null;
        for (var at = 0; at < folded.Length;)
        {
            var limit = Masks.NextLimit(masked, at, folded.Length, out var resume);
            if (limit > at)
                Scan(folded.AsSpan(0, limit), at, today, ref found);
            at = resume;
        }

        return found is null ? [] : found;
    }

    private static void Scan(ReadOnlySpan<char> text, int at, DateOnly today, ref List<DateMention>? found)
    {
        var scanner = new DateScanner(text, today);
        while (at < text.Length)
        {
            if (!(MayStart(text[at]) || at == 0) || !scanner.TryRead(at, out var atom))
            {
                at++;
                continue;
            }

            found ??= [];
            at = Continue(scanner, text, atom, found);
        }
    }

    // Joins a date with those that follow it: a range, or further dates that share its year, era and unit.
    private static int Continue(DateScanner scanner, ReadOnlySpan<char> text, DateAtom first, List<DateMention> found)
    {
        while (true)
        {
            // 「平成29年度の翌年度」 leans on what stands before it.
            if (scanner.At(first.End, "の") && first.End + 1 < text.Length && first.Leans is null && RelativeDateWords.TryReadLeaning(text, first.End + 1, out var leaning)
                && first.ToCondition(text) is { Kind: DateKind.Known } anchor)
            {
                found.Add(new DateMention(first.Start, leaning.End - first.Start, leaning.ToCondition(text).Resolve(anchor)));
                return leaning.End;
            }

            var connector = scanner.ConnectorAt(first.End, out var range);
            DateAtom second = default;
            var joined = first.Span is null && (connector > 0 || Ends(text, first.End, '日')) && first.End + connector < text.Length
                && scanner.TryReadAfter(ref first, first.End + connector, range, out second);
            if (!joined)
            {
                var (condition, start, end) = HalfOpenDates.Read(text, first);
                found.Add(new DateMention(start, end - start, condition));
                return end;
            }

            range |= HalfOpenDates.IsBetween(text, first.Start, second.End);
            var nextDay = !range && first.Day is { } day && second.Day == day + 1 && second.Month == first.Month && second.Year == first.Year && second.Inherited;
            if (range || nextDay)
            {
                var start = HalfOpenDates.RangeStart(text, first.Start);
                var end = HalfOpenDates.RangeEnd(text, second.End);
                found.Add(new DateMention(start, end - start, DateCondition.Between(first.ToCondition(text), second.ToCondition(text))));
                // A list may go on after a range (「6月1・2日、8日」): it takes up from the range's end.
                connector = scanner.ConnectorAt(end, out range);
                if (connector == 0 || range || !scanner.TryReadAfter(ref second, end + connector, range, out var third) || !third.Inherited)
                    return end;
                first = third;
                continue;
            }

            found.Add(new DateMention(first.Start, first.End - first.Start, first.ToCondition(text)));
            first = second;
        }
    }

    private static bool Ends(ReadOnlySpan<char> text, int end, char with) => end > 0 && text[end - 1] == with;

    private static bool MayStart(char c) => char.IsAsciiLetterOrDigit(c) || c == '\'' || Numerals.IsKanjiNumeral(c)
        || c is '平' or '令' or '昭' or '大' or '明' or '元' or '今' or '本' or '来' or '再' or '昨' or '去' or '先' or '翌' or '前' or '次' or '同' or '過' or '直' or '週'
            or 'そ' or 'こ' or 'お' or 'き' or 'あ';
}
