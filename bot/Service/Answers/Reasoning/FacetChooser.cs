using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>What of an entry answers the question.</summary>
/// <param name="Facet">The facet, or null where the entry does not say it.</param>
/// <param name="Ask">What was asked, or null where the facet was found by its words alone.</param>
/// <param name="Score">How well it fits.</param>
internal sealed record FacetChoice(Facet? Facet, Ask? Ask, double Score);

/// <summary>Chooses, for each thing asked, the facet of an entry that says it.</summary>
internal static class FacetChooser
{
    /// <summary>Below this, words shared with a facet are chance.</summary>
    private const double EnoughWords = 0.55;

    public static IReadOnlyList<FacetChoice> Choose(Entry entry, Question question, IReadOnlyList<Ask> asks)
    {
        var choices = new List<FacetChoice>();
        var words = FacetWords.Telling(entry, question);
        foreach (var ask in asks)
        {
            var best = ByKind(entry, question, ask, words) ?? ByWords(entry, question, ask, words);
            best = best is null ? null : Unqualified(entry, best, question, asks, words) ?? best;
            choices.Add(best ?? new FacetChoice(null, ask, 0));
        }

        // 「…が話したのは何のテーマ」: the theme of the whole belongs to the answer beside the title of the talk.
        if (choices.Exists(choice => choice is { Ask: AskAspect { Aspect: Aspect.Theme }, Facet.Aspect: Aspect.Title }) && entry.Facets.FirstOrDefault(facet => facet.Aspect == Aspect.Theme) is { } theme)
            choices.Add(new FacetChoice(theme, null, 3));
        if (asks.Count == 0 && ByWords(entry, question, null, words) is { } found)
            choices.Add(found);
        return Distinct(choices);
    }

    /// <summary>Where several values of one aspect fit alike (the caps by kind and year), the statement that gives them all.</summary>
    private static FacetChoice? Unqualified(Entry entry, FacetChoice best, Question question, IReadOnlyList<Ask> asks, IReadOnlyList<Token> words)
    {
        if (best.Facet is not { OnCard: false, Context.Length: > 0 } value || value.Number is null)
            return null;
        // Two numbers asked at once are both in the statement.
        if (asks.OfType<AskQuantity>().Count() > 1 && entry.Facets.FirstOrDefault(facet => facet.Label == value.Label && facet.Aspect == Aspect.Statement) is { } statement)
            return new FacetChoice(statement, best.Ask, best.Score);
        var share = FacetWords.Share(entry, value, question, words);
        var alike = entry.Facets.Count(facet => facet.Label == value.Label && facet.Aspect == value.Aspect && FacetWords.Share(entry, facet, question, words) >= share - 0.01);
        // The newest value tells the difference to the one before.
        if (question.Asks(Operation.Difference))
            return null;
        var whole = alike > 1 ? entry.Facets.FirstOrDefault(facet => facet.Label == value.Label && facet.Aspect == Aspect.Statement) : null;
        return whole is null ? null : new FacetChoice(whole, best.Ask, best.Score);
    }

    /// <summary>The facet that is of the kind asked for; of several, the one whose words the question uses.</summary>
    private static FacetChoice? ByKind(Entry entry, Question question, Ask ask, IReadOnlyList<Token> words)
    {
        FacetChoice? best = null;
        foreach (var facet in entry.Facets)
        {
            var fit = Fit(facet, ask);
            if (fit > 0 && fit + FacetWords.Share(entry, facet, question, words) + (IsOwnTalk(facet, ask, question) ? 1 : 0) is var score && (best is null || score > best.Score))
                best = new FacetChoice(facet, ask, score);
        }

        return best;
    }

    /// <summary>What a person spoke about is the title of the talk before the theme of the day.</summary>
    private static bool IsOwnTalk(Facet facet, Ask ask, Question question) =>
        ask is AskAspect { Aspect: Aspect.Theme } && facet.Aspect == Aspect.Title
        && question.TermTokens.Any(token => token.Is(TermKind.Person) && FacetWords.Names(facet, token));

    /// <summary>The facet whose words the question uses, where it uses enough of them.</summary>
    private static FacetChoice? ByWords(Entry entry, Question question, Ask? ask, IReadOnlyList<Token> words)
    {
        var (listed, most) = (question.Asks(Operation.List), question.Asks(Operation.Max));
        var asked = ask switch
        {
            AskWhich { Noun: { } noun } => QuestionText.Fold(noun),
            AskAspect { Open: false } => QuestionText.Fold(ask.Surface),
            _ => null,
        };
        FacetChoice? best = null;
        foreach (var facet in entry.Facets)
        {
            if (!CanAnswer(facet, ask) || asked is not null && !(facet.Aspect == Aspect.Statement && Speaks(facet, asked)))
                continue;
            var score = FacetWords.Share(entry, facet, question, words);
            if (listed)
                score += facet.Items is { Count: > 1 } ? 0.4 : facet.Number is not null ? -0.4 : 0;
            if (most && facet.Cues.Contains("最も多い"))
                score += 1;
            if (best is null || score > best.Score)
                best = new FacetChoice(facet, ask, score);
        }

        return best is not null && best.Score >= EnoughWords ? best : null;
    }

    /// <summary>True where a facet found by its words is of the kind that is asked for.</summary>
    private static bool CanAnswer(Facet facet, Ask? ask) => ask switch
    {
        null => facet.Cues.Count > 0 || facet.Aspect != Aspect.Statement,
        AskQuantity quantity => CouldCount(facet, quantity),
        AskAspect { Aspect: Aspect.Person, Open: true } => facet.Aspect is Aspect.Person or Aspect.Role or Aspect.Organization or Aspect.Host || facet.CueAspects.Contains(Aspect.Person) || facet.Cues.Any(cue => cue.StartsWith('誰')),
        _ => true,
    };

    /// <summary>True where a facet found by its words can hold the number asked for.</summary>
    private static bool CouldCount(Facet facet, AskQuantity ask)
    {
        var unit = ask.Unit ?? (ask.Surface.StartsWith("いくら", StringComparison.Ordinal) ? "円" : null);
        if (unit is null)
            return facet.Number is not null || facet.Items is not null || facet.Aspect == Aspect.Statement;
        if (facet.Unit is { } own)
            return Units.Related(own, unit) || Units.Same(own, unit);
        return facet.Items is not null ? Units.CountsItems(facet.Aspect, unit) || facet.Aspect == Aspect.Statement : facet.Aspect == Aspect.Statement && facet.Folded.Contains(QuestionText.Fold(unit), StringComparison.Ordinal);
    }

    /// <summary>True where a facet has the word it is asked for by.</summary>
    private static bool Speaks(Facet facet, string word) =>
        facet.Folded.Contains(word, StringComparison.Ordinal) || FacetWords.HasCue(facet, word);

    /// <summary>How well a facet's kind answers what was asked: 0 for not at all.</summary>
    private static double Fit(Facet facet, Ask ask) => ask switch
    {
        // どこ may be answered by who or which ward; 会場 may not.
        AskAspect { Aspect: Aspect.Place, Open: false } when IsWho(facet.Aspect) => 0,
        // A cap may be counted in something other than money, a price may not.
        AskAspect { Aspect: Aspect.Amount } when facet is { Aspect: Aspect.Count, Unit: { } counted } && !counted.EndsWith('円') && !ask.Surface.StartsWith("上限", StringComparison.Ordinal) => 0,
        // 「75自治体はいつ時点の数字」: the number is told with its day.
        AskAspect { Aspect: Aspect.Date } when facet.Number is not null && facet.Value.Contains("現在", StringComparison.Ordinal) => 1,
        AskAspect aspect => FitAspect(facet, aspect.Aspect) * (aspect.Open && aspect.Aspect == Aspect.Place ? 0.5 : 1),
        AskMeasure asked => facet.Number is not null && (facet.Label == asked.Measure.Label || facet.Cues.Contains(asked.Measure.Label)) ? 3 : facet.Items is not null && Units.CountsItems(facet.Aspect, asked.Measure.Unit) ? 1.5 : 0,
        AskQuantity quantity => FitQuantity(facet, quantity.Unit ?? (quantity.Surface.StartsWith("いくら", StringComparison.Ordinal) ? "円" : null)),
        AskDate { Piece: DatePiece.Duration } when facet.Unit is "年間" or "日間" => 4,
        AskDate date => facet.Aspect == (date.Piece is DatePiece.Time or DatePiece.StartTime or DatePiece.EndTime ? Aspect.Time : Aspect.Date) ? 3
            : date.Piece is DatePiece.Time or DatePiece.StartTime or DatePiece.EndTime && facet.Aspect == Aspect.Hours ? 2.5 : 0,
        AskWhich which => FitWhich(facet, which.Noun),
        _ => 0,
    };

    private static bool IsWho(Aspect aspect) => aspect is Aspect.Organization or Aspect.Host or Aspect.CoHost or Aspect.Exhibitor or Aspect.Partners or Aspect.Wards or Aspect.Participants or Aspect.Supporter or Aspect.Role;

    private static double FitAspect(Facet facet, Aspect wanted)
    {
        if (facet.Aspect == wanted)
            return 3;
        // A sum is told in figures, or as not told.
        if (wanted == Aspect.Amount && facet.Aspect == Aspect.Statement && !facet.IsNotStated && !facet.Folded.AsSpan().ContainsAnyInRange('0', '9'))
            return 0;
        if (facet.Aspect == Aspect.Statement && facet.CueAspects.Contains(wanted))
            return facet.IsNotStated ? 2 : 2.5;
        // Who takes part may be told by their number alone.
        if (wanted == Aspect.Participants && facet.Aspect == Aspect.Count && facet.CueAspects.Contains(wanted))
            return 1;
        return (wanted, facet.Aspect) switch
        {
            (Aspect.Place, Aspect.Organization or Aspect.Host or Aspect.Exhibitor or Aspect.Partners or Aspect.Wards or Aspect.Participants) => 0.6,
            (Aspect.Place, Aspect.Address or Aspect.Supporter or Aspect.CoHost or Aspect.Role or Aspect.TouringWards) => 0.4,
            // 上限 and 額 may be counted in something other than money.
            (Aspect.Amount, Aspect.Count) => 2.2,
            (Aspect.Title or Aspect.Theme, Aspect.Content or Aspect.RelatedEvent) => 0.8,
            // A person's talk has a title of its own beside the theme of the day.
            (Aspect.Theme, Aspect.Title) when facet.Terms.Any(term => term.Kind == TermKind.Person) => 2.5,
            (Aspect.Theme, Aspect.Title) or (Aspect.Title, Aspect.Theme) => 1.5,
            (Aspect.Title, Aspect.OfficialName) or (Aspect.OfficialName, Aspect.Title) => 1.5,
            (Aspect.Hours, Aspect.Time) or (Aspect.Time, Aspect.Hours) => 2,
            (Aspect.Participants, Aspect.Partners) or (Aspect.Partners, Aspect.Participants) => 2,
            (Aspect.Participants or Aspect.Person, Aspect.Exhibitor) => 1,
            (Aspect.Role, Aspect.Person) => 2,
            (Aspect.Person, Aspect.Role) => 1,
            (Aspect.Host, Aspect.Wards) => 1,
            (Aspect.Exit, Aspect.Walk) or (Aspect.Walk, Aspect.Exit) => 2,
            (Aspect.Content, Aspect.Product) or (Aspect.Content, Aspect.Purpose) => 1,
            (Aspect.Purpose, Aspect.Reason) or (Aspect.Reason, Aspect.Purpose) => 1,
            (Aspect.Method, Aspect.Place) => 1,
            (Aspect.ClosedDays, Aspect.Hours) => 2,
            _ => 0,
        };
    }

    private static double FitQuantity(Facet facet, string? unit)
    {
        var hasItems = facet.Items is { Count: > 0 };
        if (unit == "階")
            return facet.Aspect == Aspect.Place && facet.Value.Contains('階', StringComparison.Ordinal) ? 3 : 0;
        if (unit is null)
            return facet.Number is not null ? 2 : facet.Aspect == Aspect.Amount ? 2 : 0;
        if (unit == "円" && facet.Unit is not null && !facet.Unit.EndsWith('円'))
            return 0;
        if (facet.Number is not null && facet.Unit is not null)
            return Units.Same(facet.Unit, unit) ? 3 : Units.Related(facet.Unit, unit) ? 1.5 : 0;
        return hasItems && Units.CountsItems(facet.Aspect, unit) ? 2 : 0;
    }

    private static double FitWhich(Facet facet, string? noun) => noun switch
    {
        "市" or "町" or "村" or "県" when facet.Aspect is Aspect.Person && facet.OnCard && facet.Terms.Any(term => term.Kind is TermKind.Municipality or TermKind.Prefecture && term.Name.EndsWith(noun, StringComparison.Ordinal)) => 1.5,
        "県" => facet.Aspect is Aspect.Organization && (facet.Items ?? []).Any(item => item.EndsWith('県')) ? 2 : facet.Aspect is Aspect.Partners or Aspect.Participants ? 1 : 0,
        null => 0,
        "区" or "特別区" => facet.Aspect is Aspect.Wards or Aspect.TouringWards ? 3 : 0,
        "市" or "町" or "村" or "市町村" or "自治体" or "町村" => facet.Aspect is Aspect.Participants or Aspect.Partners or Aspect.Exhibitor ? 3 : 0,
        "団体" or "会社" or "企業" or "組織" => facet.Aspect is Aspect.Organization or Aspect.Host or Aspect.Partners or Aspect.Exhibitor ? 2 : 0,
        _ => 0,
    };

    private static IReadOnlyList<FacetChoice> Distinct(List<FacetChoice> choices)
    {
        var distinct = new List<FacetChoice>();
        foreach (var choice in choices)
        {
            if (choice.Facet is null || !distinct.Exists(other => ReferenceEquals(other.Facet, choice.Facet) && (other.Ask as AskDate)?.Piece == (choice.Ask as AskDate)?.Piece))
                distinct.Add(choice);
        }

        return distinct;
    }
}
