namespace RenkeiBot.Service.Answers.Language;

/// <summary>Finds a time of day in a folded question: 16時, 午後5時半, 17時30分, 17:30.</summary>
internal static class TimeOfDayReader
{
    public static TimeOnly? Find(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]) || at > 0 && char.IsAsciiDigit(text[at - 1]))
                continue;
            var (hour, end) = Digits(text, at);
            if (end - at > 2 || end >= text.Length)
                continue;
            var minute = 0;
            if (text[end] == ':' && end + 2 < text.Length && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2]))
                minute = Digits(text, end + 1).Value;
            else if (text[end] == '時' && !text[(end + 1)..].StartsWith("間", StringComparison.Ordinal))
                minute = Minute(text[(end + 1)..]);
            else
                continue;
            if (IsAfternoon(text[..at]) && hour < 12)
                hour += 12;
            if (hour < 24 && minute < 60)
                return new TimeOnly(hour, minute);
        }

        return null;
    }

    private static int Minute(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("半", StringComparison.Ordinal))
            return 30;
        if (rest.Length == 0 || !char.IsAsciiDigit(rest[0]))
            return 0;
        var (minute, end) = Digits(rest, 0);
        return end < rest.Length && rest[end] == '分' ? minute : 0;
    }

    private static bool IsAfternoon(ReadOnlySpan<char> before) =>
        before.EndsWith("午後", StringComparison.Ordinal) || before.EndsWith("夜", StringComparison.Ordinal) || before.EndsWith("夜の", StringComparison.Ordinal)
        || before.EndsWith("夕方", StringComparison.Ordinal) || before.EndsWith("夕方の", StringComparison.Ordinal) || before.EndsWith("pm", StringComparison.Ordinal) || before.EndsWith("pm ", StringComparison.Ordinal);

    private static (int Value, int End) Digits(ReadOnlySpan<char> text, int at)
    {
        var value = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && value < 1_000)
            value = (value * 10) + (text[at++] - '0');
        return (value, at);
    }
}
