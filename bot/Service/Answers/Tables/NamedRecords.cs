using System.Runtime.InteropServices;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Finds the first record of which a question has a name, in time that depends on the question's length alone.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class NamedRecords<T>
    where T : class
{
    private readonly IReadOnlyList<T> records;
    private readonly Dictionary<int, List<(int Record, string Name)>> byStart = [];

    /// <param name="records">The records.</param>
    /// <param name="namesOf">The folded names of a record, each of two characters or more.</param>
    public NamedRecords(IReadOnlyList<T> records, Func<T, IEnumerable<string>> namesOf)
    {
        this.records = records;
        for (var record = 0; record < records.Count; record++)
        {
            foreach (var name in namesOf(records[record]).Where(name => name.Length >= 2).Distinct())
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(byStart, Start(name, 0), out _);
                (list ??= []).Add((record, name));
            }
        }
    }

    public T? FirstIn(string folded)
    {
        var first = int.MaxValue;
        for (var i = 0; i + 1 < folded.Length; i++)
        {
            foreach (var (record, name) in byStart.GetValueOrDefault(Start(folded, i)) ?? [])
            {
                if (record >= first)
                    break;
                if (string.CompareOrdinal(folded, i, name, 0, name.Length) == 0)
                    first = record;
            }
        }

        return first == int.MaxValue ? null : records[first];
    }

    private static int Start(string text, int index) => (text[index] << 16) | text[index + 1];
}
