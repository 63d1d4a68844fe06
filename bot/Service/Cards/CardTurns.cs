using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Cards;

/// <summary>What features read from a pressed card, and how they answer with one.</summary>
internal static class CardTurns
{
    /// <summary>The id that a pressed card names.</summary>
    public static Guid? PressedId(this TurnContext turn, string key = CardKeys.Id) => Guid.TryParse(turn.Action?.GetText(key), out var id) ? id : null;

    /// <summary>The version that a pressed card names; -1 for none.</summary>
    public static int PressedVersion(this TurnContext turn) => turn.PressedNumber(CardKeys.Version) ?? -1;

    /// <summary>The id and the version that a pressed card names; null where it lacks one of them.</summary>
    public static (Guid Id, int Version)? PressedRow(this TurnContext turn) => turn.PressedId() is { } id && turn.PressedNumber(CardKeys.Version) is { } version ? (id, version) : null;

    /// <summary>The page that a pressed card names; 1 for none.</summary>
    public static int PressedPage(this TurnContext turn) => turn.PressedNumber(CardKeys.Page) ?? 1;

    /// <summary>
    /// The id of what this person makes of a card with an id of its own: the same card sent twice makes one, and of a card that several see, each who sends it makes their own.
    /// </summary>
    public static Guid MadeId(this TurnContext turn, Sender person)
    {
        var card = turn.PressedId(CardKeys.NewId) ?? Guid.NewGuid();
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{card:N}|{person.TenantId}|{person.AadObjectId}")).AsSpan(0, 16));
    }

    /// <summary>Whether the form on the card is sent, not opened.</summary>
    public static bool IsSent(this TurnContext turn) => turn.Action?.GetText(CardKeys.Send) is { Length: > 0 };

    /// <summary>The object that a pressed card names, as the audit writes it.</summary>
    public static (string Type, string Id) Audited(this TurnContext turn, string type) => (type, turn.PressedId()?.ToString() ?? "");

    /// <summary>The page that is shown of a number of items, and how many pages there are.</summary>
    public static (int Page, int Pages) PageOf(int page, int count, int size)
    {
        var pages = Math.Max(1, (count + size - 1) / size);
        return (Math.Clamp(page, 1, pages), pages);
    }

    /// <summary>
    /// Answers with a card. Where someone pressed an Action.Submit of a card that others in the conversation see, they get a message of their own: their view must not
    /// take the place of everyone's. (An Action.Execute is answered to the one who pressed anyway.)
    /// </summary>
    public static Task RespondAsync(this TurnContext turn, AdaptiveCard card, CancellationToken cancellationToken)
    {
        var json = RawJson.FromUtf8(card.ToUtf8Json());
        return turn.Action is { IsInvoke: false } action && action.GetText(CardKeys.Shared) is { Length: > 0 }
            ? turn.SendAsync(Activity.CreateCard(json, card.FallbackText), cancellationToken)
            : turn.RespondWithCardAsync(json, card.FallbackText, cancellationToken);
    }

    /// <summary>A number that a pressed card names; null for none.</summary>
    public static int? PressedNumber(this TurnContext turn, string key) =>
        int.TryParse(turn.Action?.GetText(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
