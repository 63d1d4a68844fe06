using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;

namespace RenkeiBot.Data.Records.Loading;

/// <summary>Reads one record file: <c>{ "about": {…}, "records": [ {…}, … ] }</c>, where <c>about</c> is free text for readers of the file.</summary>
internal static class RecordFileReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the file of a kind.</summary>
    /// <exception cref="RecordFileException">The file is missing or is not what the kind wants.</exception>
    public static async Task<RecordFile> ReadAsync(RecordKind kind, string directory, CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(Path.Combine(directory, kind.FileName), cancellationToken);
        }
        catch (IOException e)
        {
            throw new RecordFileException(kind.FileName, null, $"The file cannot be read from the folder of the records ({e.GetType().Name}).", e);
        }

        return Parse(kind, bytes);
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <exception cref="RecordFileException">They are not what the kind wants.</exception>
    public static RecordFile Parse(RecordKind kind, byte[] bytes)
    {
        var hash = Convert.ToHexString(SHA256.HashData(bytes));
        var content = bytes.AsSpan().StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        RefuseOtherEncodings(kind, content);

        var records = new List<IRecord>();
        var starts = new List<int>();
        try
        {
            ReadFile(kind, content, records, starts);
        }
        catch (JsonException e)
        {
            throw new RecordFileException(kind.FileName, 1 + (int)(e.LineNumber ?? 0), JsonReasons.Of(e), e);
        }

        return new RecordFile(kind, content, hash, kind.ToTypedList(records), starts);
    }

    private static void ReadFile(RecordKind kind, byte[] content, List<IRecord> records, List<int> starts)
    {
        var reader = new Utf8JsonReader(content);
        reader.Read();
        Expect(kind, content, ref reader, JsonTokenType.StartObject, "The file must be an object with the property \"records\".");
        var found = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("records"u8))
            {
                if (found)
                    throw At(kind, content, reader.TokenStartIndex, "The file has the property \"records\" twice.");
                found = true;
                reader.Read();
                Expect(kind, content, ref reader, JsonTokenType.StartArray, "\"records\" must be an array.");
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    Expect(kind, content, ref reader, JsonTokenType.StartObject, "A record must be an object.");
                    var start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    records.Add(ReadRecord(kind, content, start, (int)reader.BytesConsumed));
                    starts.Add(start);
                }
            }
            else if (reader.ValueTextEquals("about"u8))
            {
                reader.Skip();
            }
            else
            {
                throw At(kind, content, reader.TokenStartIndex, "The file may have the properties \"about\" and \"records\" only.");
            }
        }

        // Reads on to the end, so that text after the closing brace is refused.
        while (reader.Read()) { }
        if (!found)
            throw new RecordFileException(kind.FileName, 1, "The file has no property \"records\".");
    }

    private static IRecord ReadRecord(RecordKind kind, byte[] content, int start, int end)
    {
        try
        {
            return (IRecord)JsonSerializer.Deserialize(content.AsSpan(start, end - start), kind.TypeInfo)!;
        }
        catch (JsonException e)
        {
            var line = JsonPlaces.LineAt(content, start) + (int)(e.LineNumber ?? 0);
            throw new RecordFileException(kind.FileName, line, JsonReasons.OfRecord(e, kind.TypeInfo), e);
        }
    }

    private static void Expect(RecordKind kind, byte[] content, ref Utf8JsonReader reader, JsonTokenType type, string reason)
    {
        if (reader.TokenType != type)
            throw At(kind, content, reader.TokenStartIndex, reason);
    }

    private static RecordFileException At(RecordKind kind, byte[] content, long offset, string reason) =>
        new(kind.FileName, JsonPlaces.LineAt(content, (int)offset), reason);

    private static void RefuseOtherEncodings(RecordKind kind, ReadOnlySpan<byte> content)
    {
        if (Utf8.IsValid(content))
            return;

        var line = 1;
        foreach (var range in content.Split((byte)'\n'))
        {
            if (!Utf8.IsValid(content[range]))
                break;
            line++;
        }

        throw new RecordFileException(kind.FileName, line, "The text is not UTF-8.");
    }
}
