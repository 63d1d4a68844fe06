using System.Globalization;
using RenkeiBot.Cards.Elements;

namespace RenkeiBot.Cards;

/// <summary>The parts that cards of several features are put together from.</summary>
internal static class CardParts
{
    internal const int MaxSentence = 120;

    internal static string Sentence(string sentence) => CardText.Line(sentence, MaxSentence);

    internal static TextBlock Opening(string sentence) => new(Sentence(sentence)) { Size = FontSize.Medium };

    internal static TextBlock Heading(string text) =>
        new(text) { Size = FontSize.Medium, Weight = FontWeight.Bolder, IsHeading = true, Spacing = Spacing.Medium };

    internal static TextBlock Small(string text, Spacing spacing = Spacing.Small) => new(text) { Size = FontSize.Small, IsSubtle = true, Spacing = spacing };

    /// <summary>What is wrong with the input below, where something is.</summary>
    internal static IEnumerable<CardElement> Error(IReadOnlyDictionary<string, string> errors, string key) =>
        errors.TryGetValue(key, out var error) ? [Error(error)] : [];

    /// <summary>The same, with shorter words where the card would be too large.</summary>
    internal static IEnumerable<CardElement> Error(IReadOnlyDictionary<string, string> errors, string key, CardScale scale) =>
        errors.TryGetValue(key, out var error) ? [Error(scale.Line(error, MaxSentence))] : [];

    internal static TextBlock Error(string error) => new(Sentence(error)) { Color = TextColor.Attention, Weight = FontWeight.Bolder, Spacing = Spacing.Medium };

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
