using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>Arithmetic over one number of several entries: the most, the least, the sum, the mean, the difference, the multiple.</summary>
internal static class MeasureAnswers
{
    public static Answer? TryAnswer(Question question, IReadOnlyList<Entry> entries, MeasureKind measure)
    {
        var valued = entries.Select(entry => (Entry: entry, Measure: entry.Measures.FirstOrDefault(m => m.Kind.Equals(measure))))
            .Where(pair => pair.Measure is not null)
            .Select(pair => (pair.Entry, pair.Measure!.Value, pair.Measure.Wording))
            .ToList();
        if (valued.Count < 2)
            return null;
        var text = Text(question, measure, valued);
        return text is null ? null : new Answer(AnswerKind.Fact, text)
        {
            Rows = new AnswerRows(["名称", measure.Label], valued.OrderByDescending(pair => pair.Value).ToList().As(pair => (IReadOnlyList<string>)[pair.Entry.Title, pair.Wording])),
            Sources = [.. valued.SelectMany(pair => pair.Entry.Sources.Take(1)).Distinct().Take(3)],
            Entries = [.. valued.Select(pair => pair.Entry)],
        };
    }

    private static string? Text(Question question, MeasureKind measure, List<(Entry Entry, decimal Value, string Wording)> valued)
    {
        var ranked = valued.OrderByDescending(pair => pair.Value).ToList();
        if (question.Asks(Operation.Second))
            return $"{measure.Label}が2番目に多いのは、{ranked[1].Entry.ShortTitle}の{ranked[1].Wording}です。";
        if (question.Asks(Operation.Ratio) && valued.Count == 2 && ranked[1].Value > 0)
            return $"{ranked[0].Entry.ShortTitle}（{ranked[0].Wording}）は、{ranked[1].Entry.ShortTitle}（{ranked[1].Wording}）の約{Numbers.Times(ranked[0].Value / ranked[1].Value)}倍です。";
        if (valued.Count == 2 && (question.Asks(Operation.Difference) || question.Asks(Operation.Compare) || question.Asked.Any(sense => sense is AsksWhich { OfTwo: true })))
        {
            return ranked[0].Value == ranked[1].Value
                ? $"{measure.Label}は、{ranked[0].Entry.ShortTitle}も{ranked[1].Entry.ShortTitle}も{ranked[0].Wording}で同じです。"
                : $"{measure.Label}は、{ranked[0].Entry.ShortTitle}（{ranked[0].Wording}）が{ranked[1].Entry.ShortTitle}（{ranked[1].Wording}）より{measure.Write(ranked[0].Value - ranked[1].Value)}多いです。";
        }

        if (question.Asks(Operation.Max))
            return Superlative(measure, ranked, "多い");
        if (question.Asks(Operation.Min))
            return Superlative(measure, [.. Enumerable.Reverse(ranked)], "少ない");
        if (question.Asks(Operation.Average))
            return $"{measure.Label}の平均は、{valued.Count}件で{measure.Write(Math.Round(valued.Average(pair => pair.Value), 1))}です。";
        if (question.Asks(Operation.Sum))
            return $"{measure.Label}の合計は、{measure.Write(valued.Sum(pair => pair.Value))}です（{Wording.List(valued.As(pair => $"{pair.Entry.ShortTitle} {pair.Wording}"), 220)}）。";
        return question.Asks(Operation.List)
            ? $"{measure.Label}は、{Wording.List(ranked.As(pair => $"{pair.Entry.ShortTitle} {pair.Wording}"), 400)}です。"
            : null;
    }

    private static string Superlative(MeasureKind measure, List<(Entry Entry, decimal Value, string Wording)> ranked, string word)
    {
        var first = ranked.TakeWhile(pair => pair.Value == ranked[0].Value).ToList();
        return $"{measure.Label}が最も{word}のは、{Wording.List([.. first.Select(pair => pair.Entry.Title)])}の{ranked[0].Wording}です。";
    }
}
