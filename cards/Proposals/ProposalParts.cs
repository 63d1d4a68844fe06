using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Proposals;

/// <summary>The parts that several proposals' cards are put together from.</summary>
internal static class ProposalParts
{
    internal const int MaxTitle = 80;
    internal const int MaxLine = 120;
    internal const int MaxName = 100;
    internal const int MaxId = 40;
    internal const int MaxKey = 115;
    internal const int MaxReason = 500;
    internal const int MaxChoices = 90;
    internal const int MaxChoiceTitle = 12;

    internal static string Line(string text) => CardText.Line(text, MaxLine);

    /// <summary>An opaque id, a verb or the value of a choice; what cannot be one is left out.</summary>
    internal static string Id(string id) => IsValue(id) ? id : "";

    /// <summary>The key of an organisation: its kind and its code or name.</summary>
    internal static string Key(string key) => CardText.Line(key, MaxKey);

    /// <summary>Buttons stand in the body: only there does a client that does not know Action.Execute take its fallback.</summary>
    internal static IEnumerable<CardElement> Buttons(params IReadOnlyList<CardAction> actions) =>
        actions.Count == 0 ? [] : [new ActionSet(actions) { Spacing = Spacing.Medium }];

    internal static ExecuteAction Button(string title, string verb, params IReadOnlyList<KeyValuePair<string, string>> data) => new(title, new ActionData(verb, data));

    internal static KeyValuePair<string, string> Of(string key, string value) => KeyValuePair.Create(key, value);

    internal static KeyValuePair<string, string>[] Of((string Id, int Version) open) => [Of(ProposalKeys.Id, Id(open.Id)), Of(ProposalKeys.Version, Number(open.Version))];

    internal static ChoiceSetInput Choices(string id, string label, IReadOnlyList<ProposalChoice> choices, IReadOnlyList<string> chosen, int maxTitle) =>
        new(id, label, [.. choices.Take(MaxChoices).Where(choice => IsValue(choice.Value)).Select(choice => new Choice(CardText.Line(choice.Title, maxTitle), choice.Value))])
        {
            // What is not among the choices cannot be shown, and would come back unseen.
            Values = [.. chosen.Where(value => IsValue(value) && choices.Any(choice => choice.Value == value)).Distinct()],
        };

    internal static IEnumerable<CardAction> Pages(string verb, int page, int pages, params IReadOnlyList<KeyValuePair<string, string>> data) =>
    [
        .. page > 1 ? [Button(ProposalTexts.Previous, verb, [.. data, Of(ProposalKeys.Page, Number(page - 1))])] : Array.Empty<CardAction>(),
        .. page < pages ? [Button(ProposalTexts.Next, verb, [.. data, Of(ProposalKeys.Page, Number(page + 1))])] : Array.Empty<CardAction>(),
    ];

    internal static IEnumerable<CardElement> PageOf(int page, int pages) => pages > 1 ? [Small(ProposalTexts.PageOf(page, pages), Spacing.Medium)] : [];

    /// <summary>A text under a small heading, where there is one.</summary>
    internal static IEnumerable<CardElement> Section(string title, string text) => text.Length == 0 ? [] :
    [
        new TextBlock(title) { Weight = FontWeight.Bolder, Spacing = Spacing.Medium },
        new TextBlock(text) { Spacing = Spacing.None },
    ];

    internal static IEnumerable<Fact> Facts(params IReadOnlyList<(string Title, string Value)> facts) =>
        facts.Where(fact => fact.Value.Length > 0).Select(fact => new Fact(fact.Title, CardText.Line(fact.Value, 2 * MaxLine)));

    private static bool IsValue(string value) => value.Length is > 0 and <= MaxId && value.All(char.IsAscii) && !value.Contains(',', StringComparison.Ordinal);
}
