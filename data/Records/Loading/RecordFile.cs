using System.Text.Json;

namespace RenkeiBot.Data.Records.Loading;

/// <summary>A record file that was read: its records, and where each of them stands, so that a later check can name the line.</summary>
/// <param name="kind">What is in it.</param>
/// <param name="content">The file's bytes without a byte order mark.</param>
/// <param name="hash">SHA-256 of the file as it lies on the disk, in hexadecimal.</param>
/// <param name="records">The records in the file's order.</param>
/// <param name="starts">For each record, the offset of its opening brace.</param>
internal sealed class RecordFile(RecordKind kind, byte[] content, string hash, IReadOnlyList<IRecord> records, IReadOnlyList<int> starts)
{
    /// <summary>Records that stand in no file, as if they did, for the rules.</summary>
    public static RecordFile InMemory(RecordKind kind, IReadOnlyList<IRecord> records) => new(kind, "{}"u8.ToArray(), "", records, new int[records.Count]);

    public RecordKind Kind => kind;

    public string Hash => hash;

    public IReadOnlyList<IRecord> Records => records;

    /// <summary>The refusal of this file because of one record.</summary>
    /// <param name="index">Which record.</param>
    /// <param name="path">The property that is to blame, as in <c>sources[0].document</c>; null for the record as a whole. A property that is not there blames the record.</param>
    /// <param name="reason">What is wrong, in one sentence.</param>
    public RecordFileException Refuse(int index, string? path, string reason)
    {
        var start = starts[index];
        var offset = path is null ? null : JsonPlaces.Find(content.AsSpan(start), path);
        return new RecordFileException(kind.FileName, JsonPlaces.LineAt(content, start + (offset ?? 0)), $"{Describe(records[index])}: {reason}") { Path = path };
    }

    /// <summary>The refusal of this file as a whole.</summary>
    public RecordFileException Refuse(string reason) => new(kind.FileName, 1, reason);

    private static string Describe(IRecord record) => $"\"{record.Key}\"";
}

/// <summary>Finds lines in JSON text.</summary>
internal static class JsonPlaces
{
    /// <summary>The line, counted from 1, in which the byte at the offset stands.</summary>
    public static int LineAt(ReadOnlySpan<byte> text, int offset) => 1 + text[..Math.Min(offset, text.Length)].Count((byte)'\n');

    /// <summary>The offset of the value at the path within the value with which the text begins; null where there is none.</summary>
    public static int? Find(ReadOnlySpan<byte> text, string path)
    {
        var reader = new Utf8JsonReader(text);
        reader.Read();
        return Find(ref reader, "", path);
    }

    private static int? Find(ref Utf8JsonReader reader, string at, string path)
    {
        if (at == path)
            return (int)reader.TokenStartIndex;

        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                if (Find(ref reader, at.Length == 0 ? name : $"{at}.{name}", path) is { } found)
                    return found;
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            {
                if (Find(ref reader, $"{at}[{index}]", path) is { } found)
                    return found;
            }
        }

        return null;
    }
}
