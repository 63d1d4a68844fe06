namespace RenkeiBot.Service.Answers.Language;

internal readonly ref partial struct DateScanner
{
    private static readonly (string Word, DatePart Part)[] YearParts =
    [
        ("末", DatePart.End), ("上半期", DatePart.FirstHalf), ("下半期", DatePart.SecondHalf), ("上期", DatePart.FirstHalf), ("下期", DatePart.SecondHalf),
        ("前期", DatePart.FirstHalf), ("後期", DatePart.SecondHalf), ("前半", DatePart.FirstHalf), ("後半", DatePart.SecondHalf),
    ];

    private static readonly (string Word, DatePart Part)[] MonthParts =
    [
        ("上旬", DatePart.Early), ("初旬", DatePart.Early), ("中旬", DatePart.Middle), ("下旬", DatePart.Late), ("末", DatePart.End),
        ("前半", DatePart.FirstHalf), ("後半", DatePart.SecondHalf),
    ];

    // 「(月・祝)」「(月、振休)」
    private static readonly string[] HolidayMarks = ["・", "、", ",", "祝日", "祝", "振替休日", "振休", "休"];

    // After the number of a year: (2018), 年, 度, and what follows them; or /4/16, .4.16, -04-16.
    private void YearTail(ref DateAtom atom)
    {
        OtherCalendar(ref atom);
        if (At(atom.End, "年"))
        {
            atom.End++;
            atom.YearUnit = true;
            OtherCalendar(ref atom);
            if (At(atom.End, "度"))
            {
                atom.End++;
                atom.Fiscal = true;
                OtherCalendar(ref atom);
            }

            YearDetails(ref atom);
            return;
        }

        Separated(ref atom);
    }

    private void Separated(ref DateAtom atom)
    {
        if (atom.End >= text.Length || text[atom.End] is not ('/' or '.' or '-' or '・') || !Numerals.TryArabic(text, atom.End + 1, 2, out var month, out var end))
            return;
        var separator = text[atom.End];
        if (end + 1 < text.Length && text[end] == separator && Numerals.TryArabic(text, end + 1, 2, out var day, out var last))
        {
            // 2015-10-12年 would be years, not a day.
            if (At(last, "年"))
                return;
            (atom.Month, atom.Day, atom.End, atom.YearUnit) = (month, day, last, true);
            atom.Impossible |= month is < 1 or > 12 || day < 1;
            if (At(atom.End, "日"))
                atom.End++;
            Weekday(ref atom);
            return;
        }

        // Two numbers: a month only where it can be one, and where no other unit claims it (2010-12年度, h28-30).
        if (month is < 1 or > 12 || (end < text.Length && (text[end] is '年' or '回' or '%' or '億' or '万' or '円' || char.IsAsciiDigit(text[end]))) || (separator == '-' && end - atom.End != 3))
            return;
        (atom.Month, atom.End, atom.YearUnit) = (month, end, true);
        if (At(atom.End, "月"))
        {
            atom.End++;
            MonthDetails(ref atom);
        }
    }

    // 「平成30年(2018年)」: the same year in the other calendar adds nothing. When the two disagree the second stays outside, and is found on its own.
    private void OtherCalendar(ref DateAtom atom)
    {
        if (!At(atom.End, "("))
            return;
        var at = atom.End + 1;
        int year;
        if (at < text.Length && EraAt(at) is ({ } era, var length))
        {
            at += length;
            if (At(at, "元"))
                (year, at) = (era.FirstYear, at + 1);
            else if (at < text.Length && Numerals.TryEither(text, at, 2, out var eraYear, out at))
                year = era.FirstYear + eraYear - 1;
            else
                return;
        }
        else if (!Numerals.TryArabic(text, at, 4, out year, out at))
        {
            return;
        }

        if (At(at, "年"))
            at++;
        if (At(at, "度"))
        {
            atom.Fiscal = true;
            at++;
        }

        if (year == atom.Year && At(at, ")"))
        {
            atom.End = at + 1;
        }
    }

    // After 年 or 年度: a part of it, or a month of it.
    private void YearDetails(ref DateAtom atom)
    {
        atom.YearUnit = true;
        if (atom.Leans is DateUnit.Day || atom.Day is not null)
            return;
        if (atom.Leans is DateUnit.Month)
        {
            MonthDetails(ref atom);
            return;
        }

        var at = At(atom.End, "の") ? atom.End + 1 : atom.End;
        foreach (var (word, part) in YearParts)
        {
            if (At(at, word))
            {
                (atom.Part, atom.End) = (part, at + word.Length);
                return;
            }
        }

        if (at < text.Length && Numerals.TryEither(text, at, 2, out var month, out var end))
        {
            // 「平成30年6~8月」: the first of two months whose unit follows the second.
            var bare = !At(end, "月") && ConnectorAt(end, out _) is var connector and > 0 && Numerals.TryArabic(text, end + connector, 2, out _, out var after) && At(after, "月");
            // 「平成28年10/20」
            if (!bare && month is >= 1 and <= 12 && At(end, "/") && Numerals.TryArabic(text, end + 1, 2, out var day, out var last) && !At(last, "/"))
            {
                (atom.Month, atom.Day, atom.End) = (month, day, last);
                Weekday(ref atom);
                return;
            }

            if (!bare && !At(end, "月"))
                return;
            atom.Month = month;
            atom.End = bare ? end : end + 1;
            atom.Impossible |= month is < 1 or > 12;
            if (!bare)
                MonthDetails(ref atom);
        }
    }

    // After 月: a part of it, or a day of it.
    private void MonthDetails(ref DateAtom atom)
    {
        var at = At(atom.End, "の") ? atom.End + 1 : atom.End;
        foreach (var (word, part) in MonthParts)
        {
            if (At(at, word))
            {
                (atom.Part, atom.End) = (part, at + word.Length);
                return;
            }
        }

        if (at >= text.Length || !Numerals.TryEither(text, at, 2, out var day, out var end))
            return;
        if (At(end, "日") && !At(end, "日間"))
            end++;
        else if (!DayUnitFollows(end))
            return;
        (atom.Day, atom.End) = (day, end);
        atom.Impossible |= day is < 1 or > 31;
        Weekday(ref atom);
    }

    // 「10月17・18日」: the day's unit stands behind the next number.
    private bool DayUnitFollows(int end) =>
        ConnectorAt(end, out _) is var connector and > 0 && Numerals.TryArabic(text, end + connector, 2, out _, out var after) && At(after, "日");

    // 「(月)」「(月・祝)」「月曜日」
    private void Weekday(ref DateAtom atom)
    {
        var at = atom.End;
        var bracket = At(at, "(");
        if (bracket)
            at++;
        var holiday = At(at, "祝");
        if (at >= text.Length || !(holiday || "日月火水木金土".Contains(text[at])))
            return;
        at++;
        var named = At(at, "曜");
        if (named)
            at += At(at, "曜日") ? 2 : 1;
        if (!bracket)
        {
            if (named)
                atom.End = at;
            return;
        }

        foreach (var word in HolidayMarks)
        {
            if (At(at, word))
                at += word.Length;
        }

        if (At(at, ")"))
            atom.End = at + 1;
    }

    /// <summary>The length of what joins two dates at a place, 0 when nothing does; <paramref name="range"/> tells 「から」 from 「と」.</summary>
    public int ConnectorAt(int at, out bool range)
    {
        range = false;
        if (at >= text.Length)
            return 0;
        switch (text[at])
        {
            case '~' or '-':
                range = true;
                return 1;
            case '・' or '、' or ',' or 'と' or 'や':
                return 1;
            case 'か' when At(at, "から"):
                range = true;
                return 2;
            case 'よ' when At(at, "より"):
                range = true;
                return 2;
            case '及' or '並' when At(at, "及び") || At(at, "並び"):
                return At(at, "並びに") ? 3 : 2;
            case 'お' when At(at, "および"):
                return 3;
            case 'ま' when At(at, "または"):
                return 3;
            case '又' when At(at, "又は"):
                return 2;
            case ' ' when At(at, " to "):
                range = true;
                return 4;
            case ' ' when At(at, " until "):
                range = true;
                return 7;
            case ' ' when At(at, " through "):
                range = true;
                return 9;
            case ' ' when At(at, " and "):
                return 5;
            case ' ' when At(at, " or "):
                return 4;
            default:
                return 0;
        }
    }
}
