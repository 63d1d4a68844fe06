using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>Answers what is asked about one record.</summary>
internal static partial class SingleAnswers
{
    public static Answer Answer(Entry entry, Question question, IReadOnlyList<Ask> asks)
    {
        if (Edition(entry, question) is { } edition)
            return edition;
        var choices = FacetChooser.Choose(entry, question, asks);
        var sentences = new List<string>();
        var missing = new List<string>();
        foreach (var choice in choices)
        {
            if (Sentence(entry, choice) is { } sentence)
            {
                if (!sentences.Contains(sentence))
                    sentences.Add(sentence);
            }
            else if (choice.Ask is not null and not AskWhich and not AskAspect { Aspect: Aspect.Content, Open: true })
            {
                missing.Add(Asks.Noun(choice.Ask));
            }
        }

        if (sentences.Count == 0 && missing.Count > 0)
            return NotStated(entry, question, missing);
        if (sentences.Count == 0)
            sentences.Add(entry.Overview);
        var text = Wording.Cut(string.Concat(sentences), Wording.ListLimit);
        // A total is no answer to what it is made up of.
        if (question.Has("内訳") && !text.Contains("内訳", StringComparison.Ordinal) && choices.All(choice => choice.Facet?.Items is null))
            return NotStated(entry, question, ["内訳"]) with { Text = $"{entry.Title}の内訳は、資料に記載が見つかりません。{text}" };
        return new Answer(AnswerKind.Fact, Supposition.Lead(question, entry, choices, text) + text)
        {
            Heading = entry.Title,
            Details = Details(entry),
            Notes = [.. entry.OtherReadings.Select(reading => $"{reading.Reading} — {reading.Reason}")],
            Sources = SourcesOf(entry, choices),
            Suggestions = Suggest(entry, choices),
            Entries = [entry],
        };
    }

    /// <summary>「第何回ですか」: the number stands in the name, or is the edition.</summary>
    private static Answer? Edition(Entry entry, Question question)
    {
        if (!question.HasAny("第何回", "第何号", "何回目", "何号目") || !EditionInName().IsMatch(entry.Title) && entry.Ordinal is null)
            return null;
        var text = EditionInName().IsMatch(entry.Title) ? Identity(entry) : $"{entry.Title}は、第{entry.Ordinal}{entry.Counter}です。";
        return new Answer(AnswerKind.Fact, text)
        {
            Heading = entry.Title, Details = Details(entry), Sources = SourcesOf(entry, []), Suggestions = Suggest(entry, []), Entries = [entry],
        };
    }

    [System.Text.RegularExpressions.GeneratedRegex("第[0-9]+[回号]")]
    private static partial System.Text.RegularExpressions.Regex EditionInName();

    /// <summary>The asked value in a few characters, for a list of several entries; null where the entry does not say it.</summary>
    public static string? ShortValue(Entry entry, Question question, IReadOnlyList<Ask> asks)
    {
        var choices = FacetChooser.Choose(entry, question, asks);
        if (choices.Count == 0)
            return entry.When.Count > 0 ? Wording.When(entry.When[0]) : null;
        var values = choices.Where(choice => choice.Facet is not null)
            .Select(choice => choice.Ask is AskDate date && DatePieces.Of(entry, choice.Facet!, date.Piece) is { } piece ? piece : Wording.Cut(choice.Facet!.Value, 60))
            .Distinct().ToList();
        return values.Count == 0 ? null : string.Join("、", values);
    }

    private static string? Sentence(Entry entry, FacetChoice choice)
    {
        if (choice.Ask is AskWhich { Category: { } category } && entry.Categories.Any(term => term.IsWithin(category)))
            return Identity(entry);
        if (choice.Facet is not { } facet)
            return choice.Ask is AskDate or AskAspect { Aspect: Aspect.Title } && entry.When.Count > 0 ? Identity(entry) : null;
        // 「19町村のうち村はどこ」: of a list, those of the kind.
        if (choice.Ask is AskWhich { Noun: "市" or "町" or "村" or "県" or "区" } which && facet.Items is { Count: > 1 } all
            && all.Where(item => item.EndsWith(which.Noun, StringComparison.Ordinal)).ToList() is { Count: > 0 } some && some.Count < all.Count)
            return $"{entry.Title}の{facet.Label}のうち、{which.Noun}は{Wording.List(some, 260)}です。";
        if (choice.Ask is AskDate date && DatePieces.Of(entry, facet, date.Piece) is { } piece)
            return $"{entry.Title}は、{piece}です。";
        if (choice.Ask is AskQuantity { Unit: { } unit } && facet is { Number: null, Items: { Count: > 0 } items } && Units.CountsItems(facet.Aspect, unit))
            return $"{entry.Title}の{facet.Label}は、{items.Count}{unit}（{Wording.List(items, 200)}）です。";
        return facet.Sentence ?? Wording.Is(entry.Title, facet.Label, facet.Value);
    }

    /// <summary>The entry itself as the answer to "which one".</summary>
    public static string Identity(Entry entry) =>
        entry.When.Count > 0 ? $"{entry.Title}（{Wording.When(entry.When)}）です。" : $"{entry.Title}です。";

    private static Answer NotStated(Entry entry, Question question, List<string> missing) =>
        new(AnswerKind.NotFound, $"{entry.Title}については、お尋ねの点（{string.Join("、", missing)}）の記載が資料にありません。")
        {
            Heading = entry.Title,
            Details = Details(entry),
            Sources = [.. entry.Sources.Take(2)],
            Suggestions = Suggest(entry, []),
            Entries = [entry],
        };

    private static IReadOnlyList<Data.Records.SourceRef> SourcesOf(Entry entry, IReadOnlyList<FacetChoice> choices) =>
        [.. choices.SelectMany(choice => choice.Facet?.Sources ?? []).Concat(entry.Sources).Distinct().Take(3)];

    /// <summary>What the card shows beside the answer: dates, places, people; statements are answers of their own and are offered as questions instead.</summary>
    private static IReadOnlyList<(string Label, string Value)> Details(Entry entry) =>
        [.. entry.Facets.Where(facet => facet.OnCard && facet.Aspect != Aspect.Statement).Select(facet => (facet.Label, facet.Value))];

    /// <summary>Other sides of the same thing, as questions that can be pressed at any time later: they name the thing, so it must have a short name.</summary>
    private static IReadOnlyList<string> Suggest(Entry entry, IReadOnlyList<FacetChoice> choices) => entry.ShortTitle.Length > LongestName ? [] :
        [.. entry.Facets
            .Where(facet => facet.OnCard && !facet.IsNotStated && facet.Label is not ("備考" or "取組") && !choices.Any(choice => choice.Facet?.Label == facet.Label))
            .Select(facet => facet.Label).Distinct().Take(3).Select(label => $"{entry.ShortTitle}の{label}は？")];

    private const int LongestName = 28;
}
