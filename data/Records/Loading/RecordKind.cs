using System.Text.Json.Serialization.Metadata;

namespace RenkeiBot.Data.Records;

/// <summary>A kind of record: one file of <c>data/Records</c> and the type of what is in it.</summary>
public sealed class RecordKind
{
    private readonly Func<IReadOnlyCollection<IRecord>, IReadOnlyList<IRecord>> _toTypedList;

    private RecordKind(string fileName, JsonTypeInfo typeInfo, Func<IReadOnlyCollection<IRecord>, IReadOnlyList<IRecord>> toTypedList)
    {
        FileName = fileName;
        Name = Path.GetFileNameWithoutExtension(fileName);
        TypeInfo = typeInfo;
        _toTypedList = toTypedList;
    }

    /// <summary>The file's name, for example <c>regional-agreements.json</c>.</summary>
    public string FileName { get; }

    /// <summary>The kind's name in the database: the file's name without its ending.</summary>
    public string Name { get; }

    /// <summary>The type of the records.</summary>
    public Type Type => TypeInfo.Type;

    /// <summary>How a record is read and written.</summary>
    internal JsonTypeInfo TypeInfo { get; }

    /// <summary>A kind whose records are of type <typeparamref name="T"/>.</summary>
    /// <param name="fileName">The file's name in the folder of the records.</param>
    /// <param name="typeInfo">The source-generated metadata of the type.</param>
    public static RecordKind Of<T>(string fileName, JsonTypeInfo<T> typeInfo)
        where T : class, IRecord =>
        new(fileName, typeInfo, records => records.Cast<T>().ToArray());

    /// <summary>The same records as an array of the kind's own type, so that it can be handed out as such.</summary>
    internal IReadOnlyList<IRecord> ToTypedList(IReadOnlyCollection<IRecord> records) => _toTypedList(records);
}
