namespace RenkeiBot.Data.Records.Loading;

/// <summary>What a rule over the records sees: all records, and a way to refuse the file in which one of them stands.</summary>
internal sealed class RecordCheck(IReadOnlyList<RecordFile> files)
{
    /// <summary>All records of all files.</summary>
    public RecordSet Records { get; } = RecordSet.Create(files.SelectMany(file => file.Records), [.. files.Select(file => file.Kind)]);

    /// <summary>All records of a type, in the order of the file.</summary>
    public IReadOnlyList<T> Of<T>()
        where T : IRecord => Records.Of<T>();

    /// <summary>The record with that key.</summary>
    /// <exception cref="RecordFileException">There is none; the file that should have it is refused.</exception>
    public T Need<T>(string key)
        where T : class, IRecord =>
        Records.Find<T>(key) ?? throw files.Single(file => file.Kind.Type == typeof(T)).Refuse($"The record \"{key}\" is missing.");

    /// <summary>Refuses the file of a record.</summary>
    /// <param name="record">The record, as it came out of the file.</param>
    /// <param name="path">The property that is to blame, as in <c>sources[0].document</c>, or null.</param>
    /// <param name="reason">What is wrong, in one sentence.</param>
    public RecordFileException Refuse(IRecord record, string? path, string reason)
    {
        foreach (var file in files)
        {
            for (var index = 0; index < file.Records.Count; index++)
            {
                if (ReferenceEquals(file.Records[index], record))
                    return file.Refuse(index, path, reason);
            }
        }

        throw new ArgumentException("The record is in none of the files.", nameof(record));
    }

    /// <summary>Refuses the file of a type of record as a whole.</summary>
    public RecordFileException Refuse<T>(string reason)
        where T : IRecord => files.Single(file => file.Kind.Type == typeof(T)).Refuse(reason);
}
