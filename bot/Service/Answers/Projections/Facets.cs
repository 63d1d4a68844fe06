using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>Collects the facets of one entry; what a record leaves out is left out here too.</summary>
internal sealed class Facets(string title)
{
    private readonly List<Facet> facets = [];

    public IReadOnlyList<Facet> All => facets;

    public void Add(Facet facet) => facets.Add(facet);

    public void Text(Aspect aspect, string label, string? value, params IReadOnlyList<string> cues)
    {
        if (!string.IsNullOrEmpty(value))
            facets.Add(new Facet(aspect, label, value) { Cues = cues });
    }

    public void List(Aspect aspect, string label, IReadOnlyList<string>? items, IReadOnlyList<Term>? terms = null, params IReadOnlyList<string> cues)
    {
        if (items is { Count: > 0 })
            facets.Add(new Facet(aspect, label, Wording.List(items, 300)) { Items = items, Terms = terms ?? [], Cues = cues });
    }

    public void Number(Aspect aspect, string label, decimal? number, string unit, string? wording = null, params IReadOnlyList<string> cues)
    {
        if (number is { } value)
            facets.Add(new Facet(aspect, label, wording ?? $"{value:#,0.##}{unit}") { Number = value, Unit = unit, Cues = cues });
    }

    /// <summary>The dates of the thing, as a sentence: 「…は、…に開催されました」.</summary>
    public void Date(IReadOnlyList<Period> when, string label, string verb, params IReadOnlyList<string> cues)
    {
        if (when.Count == 0)
            return;
        var value = Wording.When(when);
        var particle = value.EndsWith("まで", StringComparison.Ordinal) ? "" : "に";
        // A fiscal year answers "when" only in part: say that the day is not in the documents.
        var unknown = when[0].Precision == DatePrecision.FiscalYear ? "日付は、資料に記載がありません。" : "";
        facets.Add(new Facet(Aspect.Date, label, value) { Sentence = $"{title}は、{value}{particle}{verb}。{unknown}", Cues = cues });
    }

    /// <summary>A statement in its own words.</summary>
    public void Statement(string label, string? text, IReadOnlyList<string>? items = null, params IReadOnlyList<string> cues)
    {
        if (!string.IsNullOrEmpty(text))
            facets.Add(new Facet(Aspect.Statement, label, text) { Sentence = Wording.Sentence(text), Items = items, Cues = cues });
    }
}
