namespace RenkeiBot.Data.Records.Loading;

/// <summary>Reads and checks the record files: all of them hold together, or the first that does not is refused.</summary>
internal static class RecordLoader
{
    /// <summary>The rules that tie records of several files together, in the order in which they are asked.</summary>
    private static readonly IReadOnlyList<Action<RecordCheck>> _rules =
    [
        Rules.RegisterRules.Check,
        Rules.ExchangeRules.Check,
        Rules.AgreementRules.Check,
        Rules.StatisticsRules.Check,
        Rules.CollaborationRules.Check,
        Rules.SynonymRules.Check,
        Rules.FieldWordRules.Check,
    ];

    /// <summary>Reads every file of <see cref="RecordKinds.All"/> from a folder and checks them.</summary>
    /// <exception cref="RecordFileException">A file is missing, is malformed, or contradicts itself or another.</exception>
    public static async Task<IReadOnlyList<RecordFile>> LoadAsync(string directory, CancellationToken cancellationToken)
    {
        var files = new List<RecordFile>(RecordKinds.All.Count);
        foreach (var kind in RecordKinds.All)
            files.Add(await RecordFileReader.ReadAsync(kind, directory, cancellationToken));
        Check(files);
        return files;
    }

    /// <summary>Checks files that were read.</summary>
    /// <exception cref="RecordFileException">A record contradicts the rules.</exception>
    public static void Check(IReadOnlyList<RecordFile> files)
    {
        RefuseRepeatedKeys(files);
        var check = new RecordCheck(files);
        var content = new RecordContent(check.Records, files);
        foreach (var file in files)
            content.Check(file);
        foreach (var rule in _rules)
            rule(check);
    }

    /// <summary>Checks a record that is to be added to others, or to take the place of the one with its key, by the same rules as the files.</summary>
    /// <param name="record">The record.</param>
    /// <param name="records">What there will be with it.</param>
    /// <exception cref="RecordFileException">The record contradicts the rules.</exception>
    public static void Check(IRecord record, RecordSet records)
    {
        var files = RecordKinds.All.Select(kind => RecordFile.InMemory(kind, records.Of(kind))).ToList();
        var check = new RecordCheck(files);
        new RecordContent(check.Records, files).Check(RecordFile.InMemory(RecordKinds.Of(record), [record]));
        foreach (var rule in _rules)
            rule(check);
    }

    private static void RefuseRepeatedKeys(IReadOnlyList<RecordFile> files)
    {
        foreach (var file in files)
        {
            var keys = new HashSet<string>(StringComparer.Ordinal);
            for (var index = 0; index < file.Records.Count; index++)
            {
                if (!keys.Add(file.Records[index].Key))
                    throw file.Refuse(index, null, "The key is there twice.");
            }
        }
    }
}
