using System.Collections.Concurrent;
using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>The disasters with support in the order of the document, and their ranks by what is compared: worked out once for each measure that is asked for.</summary>
internal sealed class DisasterBook(IReadOnlyList<Disaster> all)
{
    private readonly ILookup<string, Disaster> byName = all.ToLookup(disaster => disaster.Name);
    private readonly ConcurrentDictionary<(bool Staff, int Kinds, SupportGiver? Giver), IReadOnlyList<Disaster>> ranks = new();
    private readonly ConcurrentDictionary<(SupportKind Kind, SupportGiver? Giver), IReadOnlyList<Disaster>> supported = new();

    public IReadOnlyList<Disaster> All => all;

    public IEnumerable<Disaster> Named(string name) => byName[name];

    /// <summary>Of some disasters those for which a measure is known, the most first; of those alike in the order of the document.</summary>
    public IReadOnlyList<Disaster> Ranked(IReadOnlyList<Disaster> chosen, DisasterMeasure measure) => Of(chosen, ranks.GetOrAdd(
        (measure.Staff, measure.Kinds.Aggregate(0, (mask, kind) => mask | 1 << (int)kind), measure.Giver),
        _ => [.. measure.Known(all).OrderByDescending(measure.Of)]));

    /// <summary>Of some disasters those that had a kind of support; who gave it only matters for money.</summary>
    public IReadOnlyList<Disaster> With(IReadOnlyList<Disaster> chosen, SupportKind kind, SupportGiver? giver) => Of(chosen, supported.GetOrAdd(
        (kind, DisasterWording.IsMoney(kind) ? giver : null),
        key => [.. all.Where(disaster => disaster.Support.Any(support => support.Kind == key.Kind && (key.Giver is null || support.By == key.Giver)))]));

    private IReadOnlyList<Disaster> Of(IReadOnlyList<Disaster> chosen, IReadOnlyList<Disaster> all)
    {
        if (ReferenceEquals(chosen, All))
            return all;
        var these = chosen.ToHashSet<Disaster>(ReferenceEqualityComparer.Instance);
        return [.. all.Where(these.Contains)];
    }
}
