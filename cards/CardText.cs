using System.Buffers;
using System.Globalization;
using System.Text;

namespace RenkeiBot.Cards;

/// <summary>
/// Text for the places of a card that read markdown (<c>TextBlock.text</c>, <c>Fact.title</c>, <c>Fact.value</c>). A string becomes one by
/// itself and is then shown literally: there is no way to bring text of a user or of a record into a card as markdown.
/// </summary>
/// <remarks>
/// The rules are those of CommonMark, which the official JavaScript renderer hands its text to: a backslash before a punctuation mark makes it
/// literal. Marks are escaped only where they could mean something, so that ordinary Japanese text stays as it is in the card's JSON.
/// </remarks>
public readonly record struct CardText
{
    private const string Ellipsis = "…";
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>Marks that mean something wherever they stand.</summary>
    private const string MarksAnywhere = "\\*_[]`<>~|";

    /// <summary>UTF-16 units that one text element may take on average: enough for rare kanji with a variation selector, too few for stacked marks.</summary>
    private const int UnitsPerElement = 2;

    private static readonly SearchValues<char> Suspicious = SearchValues.Create(MarksAnywhere + "&{\n");

    /// <summary>Every UTF-16 unit that <see cref="Clean"/> has to look at: invisible characters, other line ends, halves of surrogate pairs.</summary>
    private static readonly SearchValues<char> Unclean = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(unit => (char)unit).Where(unit => unit != '\n' && (char.IsSurrogate(unit) || IsLineEnd(unit) || IsInvisible(new Rune(unit))))]);

    private readonly string? literal;
    private readonly string? markdown;

    private CardText(string literal, string markdown)
    {
        this.literal = literal;
        this.markdown = markdown;
    }

    /// <summary>What the reader sees, with invisible characters taken out.</summary>
    public string Literal => literal ?? "";

    /// <summary>What is written into the card.</summary>
    public string Markdown => markdown ?? "";

    /// <summary>Text to be shown as it is; the same as <see cref="FromString"/>.</summary>
    /// <param name="text">The text; a line end begins a new paragraph.</param>
    public static implicit operator CardText(string text) => FromString(text);

    /// <summary>Text to be shown as it is.</summary>
    /// <param name="text">The text; a line end begins a new paragraph.</param>
    public static CardText FromString(string text)
    {
        var clean = Clean(text);
        return new CardText(clean, Escape(clean));
    }

    /// <summary>Text that opens with a mention, which Teams turns into a link to the person. The card must list the same <see cref="Elements.Mention"/>.</summary>
    /// <param name="mention">Who is mentioned.</param>
    /// <param name="rest">The text after the name, shown as it is.</param>
    public static CardText WithMention(Elements.Mention mention, string rest)
    {
        ArgumentNullException.ThrowIfNull(mention);
        var clean = Clean(rest);
        return new CardText(mention.Name + " " + clean, mention.Text + " " + Escape(clean));
    }

    /// <summary>
    /// Takes out what a reader cannot see but a machine obeys: control characters, bidirectional overrides, zero-width characters, tags, halves of
    /// surrogate pairs. Every kind of line end becomes <c>\n</c>, a tab becomes a space. Variation selectors stay: names are written with them; so does what joins two emoji.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = text.AsSpan().IndexOfAny(Unclean);
        if (first < 0) return text;

        var kept = new StringBuilder(text.Length).Append(text, 0, first);
        for (var rest = text.AsSpan(first); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) is OperationStatus.Done)
            {
                if (rune.Value is '\r' && length < rest.Length && rest[length] is '\n') length++;
                if (rune.IsBmp && IsLineEnd((char)rune.Value)) kept.Append('\n');
                else if (rune.Value is '\t') kept.Append(' ');
                else if (rune.Value is '\n' || !IsInvisible(rune) || JoinsPictures(rune, kept, rest[length..])) kept.Append(rest[..length]);
            }

            rest = rest[length..];
        }

        return kept.ToString();
    }

    /// <summary>Cleans a text for a place of one line (a title, a label, a table cell) and cuts it.</summary>
    /// <param name="text">Any text; line ends become spaces.</param>
    /// <param name="maxElements">The longest result, in text elements (what a reader counts as characters).</param>
    public static string Line(string text, int maxElements) => Truncate(Clean(text).Replace('\n', ' ').Trim(), maxElements);

    /// <summary>Cuts a text between two text elements and closes it with 「…」 where something was cut off.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxElements">The longest result, in text elements; it is never longer than twice as many UTF-16 units either.</param>
    public static string Truncate(string text, int maxElements)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxElements);
        if (text.Length <= maxElements) return text;

        var maxUnits = maxElements * UnitsPerElement;
        int elements = 0, end = 0, cut = 0;
        while (end < text.Length)
        {
            end += StringInfo.GetNextTextElementLength(text, end);
            if (++elements > maxElements || end > maxUnits) return string.Concat(text.AsSpan(0, cut), Ellipsis);
            // The place to cut at leaves room for the ellipsis itself.
            if (elements < maxElements && end < maxUnits) cut = end;
        }

        return text;
    }

    /// <summary>Markdown that a renderer shows as the given text. Each line becomes a paragraph: in markdown a single line end is only a space.</summary>
    /// <param name="clean">A text that <see cref="Clean"/> returned.</param>
    public static string Escape(string clean)
    {
        ArgumentNullException.ThrowIfNull(clean);
        if (!clean.AsSpan().ContainsAny(Suspicious) && !OpensBlock(clean)) return clean;

        var markdown = new StringBuilder(clean.Length + 16);
        foreach (var range in clean.AsSpan().Split('\n'))
        {
            // White space at either end of a line means a code block or a hard break.
            var line = clean.AsSpan(range).Trim(" \t");
            if (line.IsEmpty) continue;
            if (markdown.Length > 0) markdown.Append("\n\n");
            AppendLine(markdown, line);
        }

        return markdown.ToString();
    }

    private static void AppendLine(StringBuilder markdown, ReadOnlySpan<char> line)
    {
        var mark = BlockMark(line);
        for (var i = 0; i < line.Length; i++)
        {
            if (i == mark || IsMark(line, i)) markdown.Append('\\');
            markdown.Append(line[i]);
        }
    }

    private static bool IsMark(ReadOnlySpan<char> line, int at) => line[at] switch
    {
        '(' => at > 0 && line[at - 1] is ']',
        // Two braces open a date function of the card, which the renderer expands before it reads markdown.
        '{' => at > 0 && line[at - 1] is '{',
        '&' => OpensEntity(line[(at + 1)..]),
        var mark => MarksAnywhere.Contains(mark, StringComparison.Ordinal),
    };

    private static bool OpensEntity(ReadOnlySpan<char> rest) =>
        rest.IndexOf(';') is > 0 and < 40 and var end && !rest[..end].ContainsAnyExcept(EntityName);

    private static readonly SearchValues<char> EntityName = SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static bool OpensBlock(ReadOnlySpan<char> text) => !text.IsEmpty && (text[0] is ' ' or '\t' || text[^1] is ' ' || BlockMark(text) >= 0);

    /// <summary>The index of the mark that makes the line a heading, a list item or a rule; -1 where there is none.</summary>
    private static int BlockMark(ReadOnlySpan<char> line)
    {
        if (line[0] is '#' or '-' or '+') return 0;
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && line[digits] is '.' or ')' && (digits + 1 == line.Length || line[digits + 1] is ' ' or '\t') ? digits : -1;
    }

    private static bool IsLineEnd(char unit) => unit is '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>The joiner that makes one picture of two (👩‍🌾) stays; between other characters it is only a way to hide something.</summary>
    private static bool JoinsPictures(Rune rune, StringBuilder before, ReadOnlySpan<char> after) =>
        rune.Value is ZeroWidthJoiner && before.Length > 0 && IsPicture(Last(before)) && Rune.DecodeFromUtf16(after, out var next, out _) is OperationStatus.Done && Rune.GetUnicodeCategory(next) is UnicodeCategory.OtherSymbol;

    /// <summary>An emoji, one with a tone of skin (U+1F3FB to U+1F3FF), or the selector that asks for its picture.</summary>
    private static bool IsPicture(Rune rune) =>
        rune.Value is 0xFE0F or (>= 0x1F3FB and <= 0x1F3FF) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol;

    private static Rune Last(StringBuilder text) =>
        text.Length > 1 && char.IsSurrogatePair(text[^2], text[^1]) ? new Rune(text[^2], text[^1]) : Rune.IsValid(text[^1]) ? new Rune(text[^1]) : Rune.ReplacementChar;

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 or (>= 0xE0000 and <= 0xE007F) || (rune.Value & 0xFFFE) is 0xFFFE;
}
