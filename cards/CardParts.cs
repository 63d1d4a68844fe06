using System.Globalization;
using RenkeiBot.Cards.Elements;

namespace RenkeiBot.Cards;

/// <summary>The parts that cards of several features are put together from.</summary>
internal static class CardParts
{
    internal const int MaxSentence = 120;
    internal const int MaxTitle = 80;
    internal const int MaxLine = 120;
    internal const int MaxName = 100;
    internal const int MaxId = 40;
    internal const int MaxReason = 500;
    internal const int MaxChoiceTitle = 12;

    private const int MaxChoices = 90;
    internal const string Previous = "前のページ";
    internal const string Next = "次のページ";

    internal static string Sentence(string sentence) => CardText.Line(sentence, MaxSentence);

    internal static string Line(string text) => CardText.Line(text, MaxLine);

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>An opaque id, a verb or the value of a choice; what cannot be one is left out.</summary>
    internal static string Id(string id) => IsValue(id) ? id : "";

    internal static TextBlock Opening(string sentence) => new(Sentence(sentence)) { Size = FontSize.Medium };

    internal static TextBlock Heading(string text) =>
        new(text) { Size = FontSize.Medium, Weight = FontWeight.Bolder, IsHeading = true, Spacing = Spacing.Medium };

    internal static TextBlock Small(string text, Spacing spacing = Spacing.Small) => new(text) { Size = FontSize.Small, IsSubtle = true, Spacing = spacing };

    /// <summary>A text under a small heading, where there is one.</summary>
    internal static IEnumerable<CardElement> Section(string title, string text) => text.Length == 0 ? [] :
    [
        new TextBlock(title) { Weight = FontWeight.Bolder, Spacing = Spacing.Medium },
        new TextBlock(text) { Spacing = Spacing.None },
    ];

    internal static IEnumerable<Fact> Facts(params IReadOnlyList<(string Title, string Value)> facts) =>
        facts.Where(fact => fact.Value.Length > 0).Select(fact => new Fact(fact.Title, CardText.Line(fact.Value, 2 * MaxLine)));

    /// <summary>What is wrong with the input below, where something is.</summary>
    internal static IEnumerable<CardElement> Error(IReadOnlyDictionary<string, string> errors, string key) =>
        errors.TryGetValue(key, out var error) ? [Error(error)] : [];

    /// <summary>The same, with shorter words where the card would be too large.</summary>
    internal static IEnumerable<CardElement> Error(IReadOnlyDictionary<string, string> errors, string key, CardScale scale) =>
        errors.TryGetValue(key, out var error) ? [Error(scale.Line(error, MaxSentence))] : [];

    internal static TextBlock Error(string error) => new(Sentence(error)) { Color = TextColor.Attention, Weight = FontWeight.Bolder, Spacing = Spacing.Medium };

    internal static ChoiceSetInput Choices(string id, string label, IReadOnlyList<CardChoice> choices, IReadOnlyList<string> chosen, int maxTitle) =>
        new(id, label, [.. choices.Take(MaxChoices).Where(choice => IsValue(choice.Value)).Select(choice => new Choice(CardText.Line(choice.Title, maxTitle), choice.Value))])
        {
            // What is not among the choices cannot be shown, and would come back unseen.
            Values = [.. chosen.Where(value => IsValue(value) && choices.Any(choice => choice.Value == value)).Distinct()],
        };

    /// <summary>Buttons stand in the body: only there does a client that does not know Action.Execute take its fallback.</summary>
    internal static IEnumerable<CardElement> Buttons(params IReadOnlyList<CardAction> actions) =>
        actions.Count == 0 ? [] : [new ActionSet(actions) { Spacing = Spacing.Medium }];

    internal static ExecuteAction Button(string title, string verb, params IReadOnlyList<KeyValuePair<string, string>> data) => new(title, new ActionData(verb, data));

    internal static KeyValuePair<string, string> Of(string key, string value) => KeyValuePair.Create(key, value);

    internal static KeyValuePair<string, string>[] Of((string Id, int Version) open) => [Of(CardKeys.Id, Id(open.Id)), Of(CardKeys.Version, Number(open.Version))];

    /// <summary>The buttons to the pages before and after.</summary>
    internal static IEnumerable<CardAction> Pages(string verb, int page, int pages, params IReadOnlyList<KeyValuePair<string, string>> data) =>
    [
        .. page > 1 ? [Button(Previous, verb, [.. data, Of(CardKeys.Page, Number(page - 1))])] : Array.Empty<CardAction>(),
        .. page < pages ? [Button(Next, verb, [.. data, Of(CardKeys.Page, Number(page + 1))])] : Array.Empty<CardAction>(),
    ];

    /// <summary>Which page of how many this is, where there are several.</summary>
    internal static IEnumerable<CardElement> PageOf(int page, int pages) => pages > 1 ? [Small($"{page} / {pages} ページ", Spacing.Medium)] : [];

    private static bool IsValue(string value) => value.Length is > 0 and <= MaxId && value.All(char.IsAscii) && !value.Contains(',', StringComparison.Ordinal);
}
