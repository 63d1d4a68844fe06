using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Tables;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>One thing that a question wants to know.</summary>
internal abstract record Ask
{
    /// <summary>The words it was asked with.</summary>
    public required string Surface { get; init; }
}

/// <summary>An aspect: 会場, 後援, 誰.</summary>
/// <param name="Aspect">The aspect.</param>
/// <param name="Open">True for a bare interrogative (どこ), which says only what sort of thing the answer is.</param>
internal sealed record AskAspect(Aspect Aspect, bool Open = false) : Ask;

/// <summary>A number of the records: 来場者数, 参加自治体数.</summary>
internal sealed record AskMeasure(MeasureKind Measure) : Ask;

/// <summary>A number of something: 何人, いくら (no unit).</summary>
internal sealed record AskQuantity(string? Unit) : Ask;

/// <summary>A part of the date or time.</summary>
internal sealed record AskDate(DatePiece Piece) : Ask;

/// <summary>Which thing of a class: どの区, どの講演会.</summary>
/// <param name="Noun">The folded word after どの, where there is one.</param>
/// <param name="Category">The category it names, where it names one.</param>
internal sealed record AskWhich(string? Noun, Term? Category) : Ask;

/// <summary>Reads what a question wants from its words.</summary>
internal static partial class Asks
{
    public static IReadOnlyList<Ask> Of(Question question)
    {
        var asks = new List<Ask>();
        var interrogatives = new List<Ask>();
        for (var i = 0; i < question.Tokens.Count; i++)
        {
            if (question.Tokens[i] is not AskToken token)
                continue;
            foreach (var sense in token.Senses)
            {
                switch (sense)
                {
                    case AsksAspect { Interrogative: false } aspect:
                        Add(asks, new AskAspect(aspect.Aspect == Aspect.Title && token.Text.EndsWith("名前", StringComparison.Ordinal) && NamesPeople(question) ? Aspect.Person : aspect.Aspect) { Surface = token.Surface });
                        break;
                    case AsksAspect { Aspect: Aspect.Place } or AsksQuantity { Unit: "区" or "市" or "町" or "村" or "県" } when AsksPost(question, token):
                        Add(asks, new AskAspect(Aspect.Role) { Surface = token.Surface });
                        break;
                    case AsksAspect { Aspect: Aspect.Place } when NounBeside(question, i) is { } noun:
                        Add(asks, new AskWhich(noun, null) { Surface = noun });
                        break;
                    case AsksAspect aspect:
                        Add(interrogatives, new AskAspect(aspect.Aspect, Open: true) { Surface = token.Surface });
                        break;
                    case AsksQuantity quantity:
                        Add(asks, new AskQuantity(quantity.Unit) { Surface = token.Surface });
                        break;
                    case AsksDatePart part:
                        Add(asks, new AskDate(part.Part) { Surface = token.Surface });
                        break;
                    case NamesMeasure measure when !token.Senses.Any(other => other is AsksAspect):
                        Add(asks, new AskMeasure(measure.Measure) { Surface = token.Surface });
                        break;
                    case AsksWhich:
                        if (Which(question.Tokens, i) is { } which)
                            Add(interrogatives, which);
                        break;
                    default:
                        break;
                }
            }
        }

        // 「…した村」: the question ends with the class of what it wants.
        if (asks.Count == 0 && interrogatives.Count == 0 && question.Folded.TrimEnd('?', '。', ')', ' ') is var bare
            && PlaceNouns.FirstOrDefault(noun => bare.EndsWith("た" + noun, StringComparison.Ordinal) || bare.EndsWith("る" + noun, StringComparison.Ordinal) || bare.EndsWith("た" + noun + "は", StringComparison.Ordinal) || bare.EndsWith("る" + noun + "は", StringComparison.Ordinal)) is { } last)
            Add(asks, new AskWhich(last, null) { Surface = last });

        // 「東京区政会館は新宿区にありますか」 asks for the place, whatever else the records say of the hall.
        if (asks.Count == 0 && interrogatives.Count == 0 && question.YesNo && SupposedPlace(question) is { } place)
            Add(asks, new AskAspect(Aspect.Place, Open: true) { Surface = place.Surface });

        // 「後援はどこ」 asks for the supporters; 「いつ、どこで」 asks for two things.
        var named = asks.OfType<AskAspect>().Select(ask => ask.Aspect).ToList();
        foreach (var ask in interrogatives)
        {
            if (ask is AskAspect { Aspect: Aspect.Place or Aspect.Person or Aspect.Content } && asks.Exists(other => other is AskAspect { Open: false } or AskWhich))
                continue;
            if (ask is AskAspect { Aspect: Aspect.Date } && asks.Exists(other => other is AskDate))
                continue;
            if (ask is AskWhich && asks.Count > 0 && ask is not AskWhich { Noun: not null })
                continue;
            if (ask is AskAspect aspect && named.Contains(aspect.Aspect))
                continue;
            asks.Add(ask);
        }

        return asks;
    }

    private static TermToken? SupposedPlace(Question question) => question.TermTokens.LastOrDefault(token =>
        (token.Is(TermKind.Ward) || token.Is(TermKind.Municipality) || token.Is(TermKind.Prefecture))
        && question.TermTokens.Any(other => other != token && (other.Is(TermKind.Venue) || other.Is(TermKind.Name)))
        && question.TextAfter(token).StartsWith("にあ", StringComparison.Ordinal));

    private static void Add(List<Ask> asks, Ask ask)
    {
        if (!asks.Exists(other => other with { Surface = "" } == ask with { Surface = "" }))
            asks.Add(ask);
    }

    /// <summary>「どこの区長」「何区の区長」: of a person, the post is asked, not a ward.</summary>
    private static bool AsksPost(Question question, Token token)
    {
        var after = question.TextAfter(token).TrimStart('の');
        foreach (var post in Posts)
        {
            if (after.StartsWith(post, StringComparison.Ordinal))
                return question.Names(TermKind.Person) || question.Contents.Any(content => content.Start < token.Start && content.Text.EndsWith('長'));
        }

        return false;
    }

    private static readonly string[] Posts = ["区長", "市長", "町長", "村長", "知事", "教授", "先生"];

    /// <summary>「区はどこ」「どこの区」: the class of places that is asked for.</summary>
    private static string? NounBeside(Question question, int index)
    {
        var token = question.Tokens[index];
        if (token.Inherited)
            return null;
        foreach (var noun in PlaceNouns)
        {
            if (question.Folded.AsSpan(token.End).StartsWith(noun, StringComparison.Ordinal) && token.Text.EndsWith('の'))
                return noun;
            var before = question.Folded.AsSpan(0, Math.Min(token.Start, question.Folded.Length));
            if (before.EndsWith(noun + "は", StringComparison.Ordinal) || before.EndsWith(noun + "って", StringComparison.Ordinal))
                return noun;
        }

        return null;
    }

    /// <summary>「区長3人の名前」 asks for people, 「イベントの名前」 for a title.</summary>
    private static bool NamesPeople(Question question) =>
        PeopleWords.Any(word => question.Has(word)) && !question.Has("いべんとの名前") && !question.Has("事業の名前");

    private static readonly string[] PeopleWords = ["人の名前", "方の名前", "先生", "区長", "市長", "町長", "知事", "講師", "者の名前", "者名", "教授"];

    private static readonly string[] PlaceNouns = ["市町村", "自治体", "町村", "団体", "企業", "会社", "区", "市", "町", "村", "県"];

    /// <summary>「どの区」; null for 「どの会場」, where the aspect itself is asked.</summary>
    private static AskWhich? Which(IReadOnlyList<Token> tokens, int index)
    {
        var which = tokens[index];
        var next = tokens.Skip(index + 1).FirstOrDefault(token => token.Start - which.End <= 1 && token.Start >= which.End);
        if (next is AskToken ask && ask.Senses.Any(sense => sense is AsksAspect))
            return null;
        return new AskWhich(next?.Text, (next as TermToken)?.Of(TermKind.Category)) { Surface = which.Surface + next?.Surface };
    }
}
