namespace RenkeiBot.Data.Records;

/// <summary>A record file cannot be taken: it is missing, is not the JSON its kind wants, or says something that cannot be true. Nothing of it is used.</summary>
public sealed class RecordFileException : Exception
{
    /// <summary>Creates the refusal of a file.</summary>
    /// <param name="file">The file's name, for example <c>regional-agreements.json</c>.</param>
    /// <param name="line">The line, counted from 1; null where no line is to blame (the file is missing).</param>
    /// <param name="reason">What is wrong, in one sentence.</param>
    /// <param name="inner">What the JSON reader threw, where it did.</param>
    public RecordFileException(string file, int? line, string reason, Exception? inner = null)
        : base(line is null ? $"{file}: {reason}" : $"{file}({line}): {reason}", inner)
    {
        File = file;
        Line = line;
        Reason = reason;
    }

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>The line, counted from 1; null where no line is to blame.</summary>
    public int? Line { get; }

    /// <summary>The property that is to blame, as in <c>sources[0].document</c>; null for the record or the file as a whole.</summary>
    public string? Path { get; init; }

    /// <summary>What is wrong, in one sentence.</summary>
    public string Reason { get; }
}
