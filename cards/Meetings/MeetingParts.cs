using System.Globalization;
using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Meetings;

/// <summary>The parts that several meetings' cards are put together from.</summary>
internal static class MeetingParts
{
    internal const int MaxHeading = 120;
    internal const int MaxItems = 20;
    internal const int MaxItem = 200;
    internal const int MaxLinks = 6;
    internal const int MaxUrl = 2000;
    internal const int MaxTyped = 6000;

    /// <summary>Lines under a small heading, each with its number where there are several; nothing where there are none.</summary>
    internal static IEnumerable<CardElement> Items(string title, IReadOnlyList<string> items, CardScale scale) => items.Count == 0 ? [] :
    [
        new TextBlock(title) { Weight = FontWeight.Bolder, Spacing = Spacing.Medium },
        .. items.Take(MaxItems).Select((item, index) =>
            new TextBlock((items.Count > 1 ? $"（{(index + 1).ToString(CultureInfo.InvariantCulture)}）" : "") + scale.Line(item, MaxItem)) { Spacing = Spacing.None }),
    ];

    /// <summary>Buttons that open documents; what is not https is left out.</summary>
    internal static IEnumerable<CardElement> Documents(string title, IReadOnlyList<MeetingDocument> documents, CardScale scale) =>
        Buttons([.. documents.Take(MaxLinks).SelectMany(document => Link($"{title}：{scale.Line(document.Name, 30)}", document.Url))]);

    /// <summary>A button that opens a page; nothing where the address is neither https nor on this machine, as links to files are in Development.</summary>
    internal static IEnumerable<CardAction> Link(string title, string url) =>
        url.Length <= MaxUrl && Uri.TryCreate(url, UriKind.Absolute, out var page) && (page.Scheme == Uri.UriSchemeHttps || (page.Scheme == Uri.UriSchemeHttp && page.IsLoopback)) ? [new OpenUrlAction(CardText.Line(title, 40), page)] : [];

    /// <summary>What is sent back of a meeting; that others see the card is said where they do.</summary>
    internal static KeyValuePair<string, string>[] Of(string id, int? version, bool isShared) =>
    [
        CardParts.Of(CardKeys.Id, Id(id)),
        .. version is { } number ? [CardParts.Of(CardKeys.Version, Number(number))] : Array.Empty<KeyValuePair<string, string>>(),
        .. isShared ? [CardParts.Of(CardKeys.Shared, "1")] : Array.Empty<KeyValuePair<string, string>>(),
    ];

    /// <summary>What was typed; where the card would be too large, what is too long anyway is cut first.</summary>
    internal static string Typed(string text, int length, CardScale scale) =>
        CardText.Truncate(CardText.Clean(text).Trim(), scale.Divisor <= 16 ? Math.Max(length, scale.Limit(MaxTyped)) : scale.Limit(MaxTyped));
}
