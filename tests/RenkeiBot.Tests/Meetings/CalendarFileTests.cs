using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RenkeiBot.Service.Downloads;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Tests.Meetings;

/// <summary>Files for calendars, whatever is written into them (RFC 5545).</summary>
public sealed class CalendarFileTests
{
    private static readonly Arbitrary<string> AnyText = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.ListOf(Gen.Elements("漢", "字", "𠮷", "\n", "\r\n", "\\", ";", ",", "a", "é")).Select(string.Concat)).ToArbitrary();

    private static readonly DateTimeOffset Start = new(2026, 12, 10, 14, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void Every_line_ends_with_both_marks_and_has_75_octets_at_most() => Prop.ForAll(AnyText, AnyText, (summary, description) =>
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(CalendarFile.Write(Entry(summary, description)));

        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_read_again_is_what_was_written() => Prop.ForAll(AnyText, text =>
    {
        var visible = string.Concat(text.ReplaceLineEndings("").EnumerateRunes().Select(rune => rune.ToString()).Where(rune => !char.IsControl(rune[0])));
        var lines = Unfolded(CalendarFile.Write(Entry(visible, "")));

        Assert.Equal(visible, Read(lines.Single(line => line.StartsWith("SUMMARY:", StringComparison.Ordinal))["SUMMARY:".Length..]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Japanese_lines_are_folded_between_characters()
    {
        var text = Encoding.UTF8.GetString(CalendarFile.Write(Entry(new string('漢', 60), "一行目\n二行目; 三, 四\\")));

        Assert.Contains("\r\n 漢", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', text);
        Assert.Contains("DESCRIPTION:一行目\\n二行目\\; 三\\, 四\\\\\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20261210T050000Z\r\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-10T06:50:00+09:00", "2026-12-10T07:00:00+09:00")]
    [InlineData("2026-12-09T22:00:00+09:00", "2026-12-10T07:00:00+09:00")]
    [InlineData("2026-12-10T07:00:00+09:00", "2026-12-10T07:00:00+09:00")]
    [InlineData("2026-12-10T12:00:00+09:00", "2026-12-10T12:00:00+09:00")]
    public void Quiet_hours_know_when_they_are_over(string moment, string over) =>
        Assert.Equal(DateTimeOffset.Parse(over, CultureInfo.InvariantCulture), QuietHours.Parse("21:00-07:00")!.OverAt(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));

    private static CalendarEntry Entry(string summary, string description) => new("1@renkeibot", 2, Start, Start, Start.AddHours(2), summary) { Description = description, Location = "東京区政会館" };

    private static IReadOnlyList<string> Unfolded(byte[] file) => Encoding.UTF8.GetString(file).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    private static string Read(string value)
    {
        var read = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
            read.Append(value[i] == '\\' ? value[++i] == 'n' ? '\n' : value[i] : value[i]);
        return read.ToString();
    }
}
