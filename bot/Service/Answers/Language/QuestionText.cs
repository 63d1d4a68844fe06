namespace RenkeiBot.Service.Answers.Language;

/// <summary>
/// A question as typed and as it is matched. <see cref="Original"/> is what the user wrote (without control and invisible characters, at most <see cref="MaxLength"/> characters),
/// <see cref="Display"/> the same in normal widths, for echoing, and <see cref="Folded"/> the matching form, each of whose characters knows where it came from in Display.
/// </summary>
internal sealed class QuestionText
{
    /// <summary>Longer questions are cut: nothing that can be answered needs more.</summary>
    public const int MaxLength = 1_000;

    private readonly int[] displayIndex;

    private QuestionText(string original, string display, string folded, int[] displayIndex)
    {
        Original = original;
        Display = display;
        Folded = folded;
        this.displayIndex = displayIndex;
    }

    public string Original { get; }

    public string Display { get; }

    public string Folded { get; }

    public static QuestionText From(string? text)
    {
        var original = TextFolder.Clean(text, MaxLength);
        var folder = new TextFolder(original.Length);
        folder.Run(original);
        return new QuestionText(original, folder.Display, folder.Folded, folder.Map);
    }

    /// <summary>The matching form of a name, by the rules of <see cref="Folded"/>.</summary>
    public static string Fold(string? text)
    {
        var clean = TextFolder.Clean(text, int.MaxValue);
        var folder = new TextFolder(clean.Length);
        folder.Run(clean);
        return folder.Folded;
    }

    /// <summary>Where a folded character came from: an index into Display; for the end of Folded, the end of Display.</summary>
    public int DisplayIndex(int foldedIndex) => foldedIndex >= displayIndex.Length ? Display.Length : displayIndex[Math.Max(foldedIndex, 0)];

    /// <summary>The words of the user behind a span of Folded.</summary>
    public string DisplaySpan(int start, int length)
    {
        if (length <= 0)
            return "";
        var from = DisplayIndex(start);
        var until = DisplayIndex(start + length - 1);
        var end = Math.Min(until + (until + 1 < Display.Length && char.IsHighSurrogate(Display[until]) ? 2 : 1), Display.Length);
        return from < end ? Display[from..end].Trim() : "";
    }
}
