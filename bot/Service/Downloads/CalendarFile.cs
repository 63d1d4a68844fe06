using System.Globalization;
using System.Text;

namespace RenkeiBot.Service.Downloads;

/// <summary>An entry of a calendar.</summary>
/// <param name="Uid">What makes it one and the same in every calendar, however often it changes.</param>
/// <param name="Sequence">How often it has changed.</param>
/// <param name="Stamp">When it was last changed.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="Summary">Its title.</param>
internal sealed record CalendarEntry(string Uid, int Sequence, DateTimeOffset Stamp, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Summary)
{
    /// <summary>Where it is; empty for nowhere in particular.</summary>
    public string Location { get; init; } = "";

    /// <summary>What it is about; empty for nothing.</summary>
    public string Description { get; init; } = "";

    /// <summary>A page of it; empty for none.</summary>
    public string Url { get; init; } = "";

    /// <summary>Whether it does not take place.</summary>
    public bool IsCancelled { get; init; }
}

/// <summary>Writes an entry as a file that calendars take (iCalendar, RFC 5545). Times are written in UTC, so that no time zone has to be described.</summary>
internal static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private const int MaxOctets = 75;

    public static byte[] Write(CalendarEntry entry)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN", "VCALENDAR");
        Line(file, "VERSION", "2.0");
        Line(file, "PRODID", "-//RenkeiBot//RenkeiBot//JA");
        Line(file, "CALSCALE", "GREGORIAN");
        Line(file, "METHOD", entry.IsCancelled ? "CANCEL" : "PUBLISH");
        Line(file, "BEGIN", "VEVENT");
        Line(file, "UID", Text(entry.Uid));
        Line(file, "SEQUENCE", entry.Sequence.ToString(CultureInfo.InvariantCulture));
        Line(file, "DTSTAMP", Moment(entry.Stamp));
        Line(file, "LAST-MODIFIED", Moment(entry.Stamp));
        Line(file, "DTSTART", Moment(entry.StartsAt));
        Line(file, "DTEND", Moment(entry.EndsAt));
        Line(file, "SUMMARY", Text(entry.Summary));
        if (entry.Location.Length > 0)
            Line(file, "LOCATION", Text(entry.Location));
        if (entry.Description.Length > 0)
            Line(file, "DESCRIPTION", Text(entry.Description));
        if (Uri.TryCreate(entry.Url, UriKind.Absolute, out var url))
            Line(file, "URL", url.AbsoluteUri);
        Line(file, "STATUS", entry.IsCancelled ? "CANCELLED" : "CONFIRMED");
        Line(file, "END", "VEVENT");
        Line(file, "END", "VCALENDAR");
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(file.ToString());
    }

    /// <summary>A line of content, folded after 75 octets but never within a character (section 3.1).</summary>
    private static void Line(StringBuilder file, string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }

    /// <summary>A text as section 3.3.11 wants it: control characters but the line end are left out.</summary>
    private static string Text(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter == '\n')
                written.Append("\\n");
            else if (letter is '\\' or ';' or ',')
                written.Append('\\').Append(letter);
            else if (!char.IsControl(letter) || letter == '\t')
                written.Append(letter);
        }

        return written.ToString();
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
