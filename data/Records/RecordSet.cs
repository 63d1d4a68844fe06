using System.Collections.Frozen;

namespace RenkeiBot.Data.Records;

/// <summary>All records at one moment. It never changes: when records change, a new set takes its place.</summary>
public sealed class RecordSet
{
    private readonly FrozenDictionary<Type, IReadOnlyList<IRecord>> _byType;
    private readonly FrozenDictionary<(Type Type, string Key), IRecord> _byKey;

    private RecordSet(Dictionary<Type, IReadOnlyList<IRecord>> byType)
    {
        _byType = byType.ToFrozenDictionary();
        // ToDictionary, unlike ToFrozenDictionary, refuses a key that is there twice.
        _byKey = byType.SelectMany(kind => kind.Value.Select(record => (Type: kind.Key, Record: record)))
            .ToDictionary(pair => (pair.Type, pair.Record.Key), pair => pair.Record)
            .ToFrozenDictionary();
        Count = byType.Values.Sum(records => records.Count);
    }

    /// <summary>How many records there are.</summary>
    public int Count { get; }

    /// <summary>Puts records of any of the kinds together, in the order given.</summary>
    /// <param name="records">The records; no two of a kind with the same key.</param>
    /// <param name="kinds">The kinds that there are; <see cref="RecordKinds.All"/> where none are given. A kind without records is an empty list.</param>
    /// <exception cref="ArgumentException">A record is of none of the kinds, or a key is there twice.</exception>
    public static RecordSet Create(IEnumerable<IRecord> records, IReadOnlyList<RecordKind>? kinds = null)
    {
        var lists = (kinds ?? RecordKinds.All).ToDictionary(kind => kind.Type, kind => (Kind: kind, Records: new List<IRecord>()));
        foreach (var record in records)
        {
            if (!lists.TryGetValue(record.GetType(), out var list))
                throw new ArgumentException($"{record.GetType().Name} is no kind of record.", nameof(records));
            list.Records.Add(record);
        }

        return new RecordSet(lists.ToDictionary(pair => pair.Key, pair => pair.Value.Kind.ToTypedList(pair.Value.Records)));
    }

    /// <summary>All records of a type, in the order of their file, those that members added after them.</summary>
    /// <exception cref="ArgumentException">The type is no kind of record.</exception>
    public IReadOnlyList<T> Of<T>()
        where T : IRecord =>
        _byType.TryGetValue(typeof(T), out var records)
            ? (IReadOnlyList<T>)records
            : throw new ArgumentException($"{typeof(T).Name} is no kind of record.");

    /// <summary>All records of a kind, in the same order.</summary>
    internal IReadOnlyList<IRecord> Of(RecordKind kind) => _byType[kind.Type];

    /// <summary>The record with that key, or null.</summary>
    public T? Find<T>(string key)
        where T : class, IRecord =>
        _byKey.GetValueOrDefault((typeof(T), key)) as T;

    /// <summary>Every record of every kind.</summary>
    public IEnumerable<IRecord> All() => _byType.Values.SelectMany(records => records);
}
