using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>Compares several records by how many things one of their lists has: 「一番多くの区を回った展示」.</summary>
internal static class ItemCounts
{
    /// <summary>The lists that are counted, with the unit of their items.</summary>
    private static readonly (Aspect Aspect, string Label, string Unit)[] Counted =
        [(Aspect.TouringWards, "巡回展示をした区", "区"), (Aspect.Wards, "関わった区", "区"), (Aspect.Participants, "参加自治体", "自治体")];

    public static Answer? TryAnswer(Question question, IReadOnlyList<Entry> entries)
    {
        var (most, least) = (question.Asks(Operation.Max), question.Asks(Operation.Min));
        var ofTwo = question.Asks(Operation.Difference) || question.Asks(Operation.Compare) || question.Asked.Any(sense => sense is AsksWhich { OfTwo: true });
        if (!most && !least && !ofTwo)
            return null;
        foreach (var (aspect, label, unit) in Counted)
        {
            if (!question.Asks(aspect))
                continue;
            var valued = entries.Select(entry => (Entry: entry, Items: entry.Facets.FirstOrDefault(facet => facet.Aspect == aspect && facet.Items is not null)?.Items))
                .Where(pair => pair.Items is not null).Select(pair => (pair.Entry, Items: pair.Items!)).OrderByDescending(pair => pair.Items.Count).ToList();
            if (valued.Count < 2)
                return null;
            var text = most || least ? Superlative(valued, least, label, unit) : valued.Count == 2 ? Difference(valued, label, unit) : null;
            return text is null ? null : new Answer(AnswerKind.Fact, text)
            {
                Rows = new AnswerRows(["名称", label], valued.As(pair => (IReadOnlyList<string>)[pair.Entry.Title, string.Join('、', pair.Items)])),
                Sources = SetAnswers.OneSourceEach(valued.Select(pair => pair.Entry)),
                Entries = [.. valued.Select(pair => pair.Entry)],
            };
        }

        return null;
    }

    private static string Superlative(List<(Entry Entry, IReadOnlyList<string> Items)> valued, bool least, string label, string unit)
    {
        var count = least ? valued[^1].Items.Count : valued[0].Items.Count;
        var chosen = valued.Where(pair => pair.Items.Count == count).Select(pair => $"{pair.Entry.ShortTitle}（{string.Join('、', pair.Items)}）").ToList();
        return $"記録にある{label}の数が最も{(least ? "少ない" : "多い")}のは、{Wording.List(chosen, 400)}の{count}{unit}です。";
    }

    private static string Difference(List<(Entry Entry, IReadOnlyList<string> Items)> valued, string label, string unit)
    {
        var ((a, first), (b, second)) = (valued[0], valued[1]);
        return first.Count == second.Count
            ? $"{label}の数は、{a.ShortTitle}も{b.ShortTitle}も{first.Count}{unit}で同じです。"
            : $"{label}の数は、{a.ShortTitle}（{first.Count}{unit}）が{b.ShortTitle}（{second.Count}{unit}）より{first.Count - second.Count}{unit}多いです。";
    }
}
