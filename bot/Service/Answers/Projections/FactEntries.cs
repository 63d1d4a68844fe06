using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>Statements about a subject: each aspect is a facet, found by its cue words.</summary>
internal sealed class FactEntries(KnowledgeBuilder builder, Categories categories)
{
    public void Add(IReadOnlyList<Fact> facts)
    {
        foreach (var record in facts)
            builder.Add(Entry(record));
    }

    private Entry Entry(Fact record)
    {
        var name = builder.Term(TermKind.Name, record.Subject);
        foreach (var alias in record.Aliases)
            builder.AddName(name, alias, needsBoundary: alias.Length <= 2);
        // Questions name this document as their source as often as their subject.
        if (record.Key == "interim-report")
        {
            builder.AddWord(record.Subject, Questions.Filler.Instance);
            builder.AddName(builder.Term(TermKind.Document, record.Sources[0].Document), record.Subject);
        }

        return new Entry
        {
            Key = $"fact/{record.Key}",
            Title = record.Subject,
            Categories = [categories.Fact],
            Subjects = [name],
            Facets = [.. record.Aspects.SelectMany(Facets)],
            Overview = Wording.WithWesternYears(record.Aspects[0].Text),
            Sources = record.Sources,
            OtherReadings = record.OtherReadings ?? [],
            SearchText = string.Join(' ', record.Aliases),
        };
    }

    private static IEnumerable<Facet> Facets(FactAspect aspect)
    {
        var single = aspect.Values is { Count: 1 } values ? values[0] : null;
        yield return new Facet(Aspect.Statement, aspect.Name, aspect.Text)
        {
            Sentence = Wording.WithWesternYears(aspect.Text),
            Cues = [aspect.Name, .. aspect.Cues],
            Items = aspect.Items is { Count: > 0 } items ? [.. items.Select(item => item.Heading is { } heading ? $"{heading}: {item.Text}" : item.Text)] : null,
            Number = single?.Number,
            Unit = single?.Unit,
            Sources = aspect.Sources,
            IsNotStated = aspect.NotStated,
            Context = string.Join(' ', (aspect.OtherReadings ?? []).Select(reading => reading.Reading)),
        };
        if (aspect.Values is not { Count: > 1 })
            yield break;
        foreach (var value in aspect.Values)
        {
            var qualifier = string.Join('・', [.. value.Labels ?? [], .. value.Qualifier is { } q && !(value.Labels ?? []).Contains(q) ? [q] : Array.Empty<string>()]);
            var asOf = value.AsOf is { } date ? $"、{JapaneseCalendar.Short(date)}現在" : "";
            yield return new Facet(value.Unit.EndsWith('円') ? Aspect.Amount : Aspect.Count, aspect.Name, value.Wording)
            {
                Sentence = $"{aspect.Name}{(qualifier.Length > 0 ? $"（{qualifier}{asOf}）" : asOf.Length > 0 ? $"（{asOf[1..]}）" : "")}は、{value.Wording}です。{YearBefore(value, aspect.Values)}",
                Cues = [aspect.Name, .. value.Labels ?? []],
                Context = qualifier,
                Number = value.Number,
                Unit = value.Unit,
                Sources = aspect.Sources,
                OnCard = false,
            };
        }
    }

    /// <summary>The same value of the year before, where the documents give both: 「平成29年度は1.5億円で、0.5億円の増です」.</summary>
    private static string YearBefore(FactValue value, IReadOnlyList<FactValue> all)
    {
        var labels = value.Labels ?? [];
        var year = labels.FirstOrDefault(label => label.EndsWith("年度", StringComparison.Ordinal));
        if (year is null)
            return "";
        var others = labels.Where(label => label != year).ToList();
        var before = all.FirstOrDefault(other => other != value && other.Unit == value.Unit && other.Labels is { } l && l.Count == labels.Count && others.TrueForAll(l.Contains) && string.CompareOrdinal(l.FirstOrDefault(label => label.EndsWith("年度", StringComparison.Ordinal)) ?? year, year) < 0);
        if (before is null)
            return "";
        var name = before.Labels!.First(label => label.EndsWith("年度", StringComparison.Ordinal));
        var difference = value.Number - before.Number;
        return difference == 0 ? $"{name}と同額です。" : $"{name}の{before.Wording}から{Math.Abs(difference) / (value.Unit == "万円" ? 10_000m : 1m):0.0#}{(value.Unit == "万円" ? "億円" : value.Unit)}の{(difference > 0 ? "増" : "減")}です。";
    }
}
