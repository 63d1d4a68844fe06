namespace RenkeiBot.Service.Answers.Language;

/// <summary>Reads one date at a place of a folded text. The text ends where a masked span begins, so nothing is read across a name.</summary>
internal readonly ref partial struct DateScanner(ReadOnlySpan<char> text, DateOnly today)
{
    private readonly ReadOnlySpan<char> text = text;
    private readonly DateOnly today = today;

    public bool TryRead(int at, out DateAtom atom)
    {
        atom = default;
        var c = text[at];
        if (char.IsAsciiLetter(c) || c == '\'')
            return TryLatin(at, out atom);
        if (RelativeDateWords.TryRead(text, at, today, out atom))
        {
            if (atom.Span is not null)
                return true;
            if (atom.Year is null || atom.Month is null)
                YearDetails(ref atom);
            else if (atom.Day is null)
                MonthDetails(ref atom);
            return true;
        }

        return TryEra(at, out atom) || TryWithoutEra(at, out atom);
    }

    // 平成30…, 平30…, h30…, 元年
    private bool TryEra(int at, out DateAtom atom)
    {
        atom = default;
        var (era, length) = EraAt(at);
        if (era is null)
            return false;
        var number = at + length;
        int eraYear;
        int end;
        if (number < text.Length && text[number] == '元')
            (eraYear, end) = (1, number + 1);
        else if (!(length == 2 ? Numerals.TryEither(text, number, 2, out eraYear, out end) : Numerals.TryArabic(text, number, 2, out eraYear, out end)))
            return false;
        if (char.IsAsciiLetter(text[at]) && end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] is ':' or '%'))
            return false;
        atom.Start = at;
        atom.End = end;
        atom.Era = era;
        atom.Year = JapaneseCalendar.GregorianYear(era, eraYear);
        if (atom.Year is null)
        {
            // 平成40年: read to its end, so that the answer can name what does not exist.
            atom.Year = era.FirstYear + Math.Max(eraYear, 1) - 1;
            atom.Impossible = true;
        }

        YearTail(ref atom);
        return true;
    }

    private (Era? Era, int Length) EraAt(int at)
    {
        var rest = text[at..];
        foreach (var era in JapaneseCalendar.Eras)
        {
            if (rest.StartsWith(era.Name))
                return (era, 2);
        }

        if (rest.Length < 2 || !(char.IsAsciiDigit(rest[1]) || rest[1] == '元'))
            return default;
        switch (rest[0])
        {
            case '平':
                return (JapaneseCalendar.Heisei, 1);
            case '令':
                return (JapaneseCalendar.Reiwa, 1);
            case '昭':
                return (JapaneseCalendar.Showa, 1);
        }

        if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))
            return default;
        return rest[0] switch
        {
            'h' => (JapaneseCalendar.Heisei, 1),
            'r' => (JapaneseCalendar.Reiwa, 1),
            // A lone S is too common a letter: it has to be followed by what only a date has.
            's' when rest.Length > 3 && char.IsAsciiDigit(rest[2]) && rest[3] is '年' or '.' or '/' => (JapaneseCalendar.Showa, 1),
            _ => default,
        };
    }

    private bool TryWithoutEra(int at, out DateAtom atom)
    {
        atom = default;
        if (text[at] == '元' && (At(at + 1, "年") || At(at + 1, "年度")) && (at == 0 || !FoldingRules.IsKanji(text[at - 1])))
        {
            atom = new() { Start = at, End = at + 1, Year = 2019, Era = JapaneseCalendar.Reiwa, Assumed = true };
            YearTail(ref atom);
            return true;
        }

        if (at > 0 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '第' or '約' || (text[at - 1] == '.' && at > 1 && char.IsAsciiDigit(text[at - 2])) || (text[at - 1] == ',' && at > 1 && char.IsAsciiDigit(text[at - 2]) && !ListComma(at))))
            return false;
        if (!Numerals.TryEither(text, at, 4, out var number, out var end))
            return false;
        var arabic = char.IsAsciiDigit(text[at]);
        var digits = end - at;
        atom.Start = at;
        if (number is >= 1868 and < 2200 && (digits == 4 || !arabic))
            return TryWestern(number, end, arabic, ref atom);
        if (arabic && digits > 2)
            return false;
        return TryMonth(at, number, end, ref atom) || TryShortYear(number, end, ref atom)
            || (arabic && (TryNumericDate(number, end, ref atom) || TryBareHead(number, end, ref atom) || TryDayFirst(number, end, ref atom)));
    }

    // A comma between numbers is a list, not a thousands separator, when not exactly three digits follow.
    private bool ListComma(int at) => Numerals.TryArabic(text, at, 4, out _, out var end) && end - at != 3;

    private bool TryWestern(int year, int end, bool arabic, ref DateAtom atom)
    {
        atom.Year = year;
        atom.End = end;
        YearTail(ref atom);
        if (atom.YearUnit || atom.Month is not null)
            return true;
        // 「2019」 alone: a number that the project's years fit, and that nothing counts.
        if (!arabic || year is < 2010 or > 2039)
            return UnitFollows(end, out var borrowed) && Adopt(ref atom, borrowed);
        if (UnitFollows(end, out var fiscal))
            return Adopt(ref atom, fiscal);
        return end == text.Length || !(Counters.StartsAt(text, end) || text[end] is ',' or '%' || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])));
    }

    private static bool Adopt(ref DateAtom atom, bool fiscal)
    {
        atom.Fiscal = fiscal;
        return true;
    }

    // 30年度, 30年7月, 29年: two digits without an era.
    private bool TryShortYear(int number, int end, ref DateAtom atom)
    {
        if (!At(end, "年") || AssumedYear(number) is not { } year)
            return false;
        var fiscal = At(end + 1, "度") && !At(end + 1, "度目");
        if (!fiscal && !MonthFollows(end + 1))
        {
            // 「3年」 and 「10年」 are spans of time far more often than years; 「29年」 is a year.
            if (number is < 26 or > 31 || SpanFollows(end + 1))
                return false;
        }

        atom.End = end;
        atom.Year = year;
        atom.Assumed = true;
        atom.Era = number is >= 13 and <= 25 ? null : number > 25 ? JapaneseCalendar.Heisei : JapaneseCalendar.Reiwa;
        YearTail(ref atom);
        return true;
    }

    /// <summary>
    /// The year meant by two digits without an era. The project began in 平成26 (2014), so 26 to 31 (and 32 to 35 in plans written before 2019) are 平成, 1 to 12 are 令和;
    /// 13 to 25 would be years of 平成 before the project or of 令和 far ahead, and are read as 20xx.
    /// </summary>
    public static int? AssumedYear(int number) => number switch
    {
        >= 1 and <= 12 => 2018 + number,
        >= 13 and <= 25 => 2000 + number,
        >= 26 and <= 35 => 1988 + number,
        _ => null,
    };

    private bool MonthFollows(int at)
    {
        if (At(at, "の"))
            at++;
        return at < text.Length && Numerals.TryEither(text, at, 2, out var month, out var end) && month is >= 1 and <= 12 && At(end, "月");
    }

    private bool SpanFollows(int at) => at < text.Length && (text[at] is '間' or '前' or '後' or '目' or '生' or '分' or '余' or '超' || At(at, "ぶり") || At(at, "以") || At(at, "連続") || At(at, "のあゆみ") || At(at, "の歩み") || At(at, "も"));

    // 8月6日, 十一月
    private bool TryMonth(int at, int number, int end, ref DateAtom atom)
    {
        if (!At(end, "月") || number > 99 || (char.IsAsciiDigit(text[at]) && end - at > 2))
            return false;
        atom.Month = number;
        atom.End = end + 1;
        atom.Impossible = number is < 1 or > 12;
        MonthDetails(ref atom);
        return true;
    }

    // 4/16, and 27.4.1 as the documents of 2015 write it
    private bool TryNumericDate(int number, int end, ref DateAtom atom)
    {
        if (end + 1 >= text.Length || !Numerals.TryArabic(text, end + 1, 2, out var second, out var next))
            return false;
        if (text[end] == '.' && number is >= 26 and <= 31 && second is >= 1 and <= 12 && At(next, ".") && Numerals.TryArabic(text, next + 1, 2, out var third, out var last))
        {
            atom.Year = 1988 + number;
            (atom.Era, atom.Assumed, atom.YearUnit) = (JapaneseCalendar.Heisei, true, true);
            (atom.Month, atom.Day, atom.End) = (second, third, last);
            Weekday(ref atom);
            return true;
        }

        if (text[end] != '/' || number is < 1 or > 12 || second is < 1 or > 31 || (atom.Start > 0 && text[atom.Start - 1] == '/'))
            return false;
        // 「1/3の市町村」 is a part of them.
        if (next < text.Length && (text[next] is '/' or '%' or '程' or '以' || At(next, "の市") || At(next, "の町") || At(next, "の自") || At(next, "を占") || At(next, "に減")))
            return false;
        (atom.Month, atom.Day, atom.End) = (number, second, next);
        Weekday(ref atom);
        return true;
    }

    // 27~29年度, 6~8月: a number whose unit follows the next number.
    private bool TryBareHead(int number, int end, ref DateAtom atom)
    {
        var connector = ConnectorAt(end, out _);
        if (connector == 0 || !Numerals.TryArabic(text, end + connector, 2, out var second, out var after))
            return false;
        atom.End = end;
        if (At(after, "月") && number is >= 1 and <= 12 && second is >= 1 and <= 12)
        {
            atom.Month = number;
            return true;
        }

        var fiscal = At(after, "年度");
        if ((!fiscal && !(At(after, "年") && number is >= 13 and <= 35 && second is >= 13 and <= 35 && !SpanFollows(after + 1))) || AssumedYear(number) is not { } year)
            return false;
        atom.Year = year;
        atom.Fiscal = fiscal;
        atom.Assumed = true;
        atom.Era = number > 25 ? JapaneseCalendar.Heisei : number < 13 ? JapaneseCalendar.Reiwa : null;
        return true;
    }

    // Whether a number further on carries the 年 or 年度 that this year lacks: 2015-2018年度, 平成29~令和3年度.
    private bool UnitFollows(int end, out bool fiscal)
    {
        fiscal = false;
        var connector = ConnectorAt(end, out _);
        if (connector == 0)
            return false;
        var at = end + connector;
        if (at >= text.Length)
            return false;
        if (EraAt(at) is (not null, var length))
            at += length;
        if (at < text.Length && text[at] == '元')
            at++;
        else if (at >= text.Length || !Numerals.TryEither(text, at, 4, out _, out at))
            return false;
        fiscal = At(at, "年度");
        return At(at, "年");
    }

    public bool At(int at, string word) => at <= text.Length && text[at..].StartsWith(word, StringComparison.Ordinal);
}
