using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Announcements;

/// <summary>The parts that several announcements' cards are put together from.</summary>
internal static class AnnouncementParts
{
    internal const int MaxText = 2000;

    private const int MaxLinkTitle = 30;
    private const int MaxNotes = 4;
    private const int MaxUrl = 500;

    /// <summary>The title with its marks, as every copy has it.</summary>
    internal static string Headline(AnnouncementCopyView copy, CardScale scale) =>
        $"{AnnouncementTexts.Mark(copy.Tone)}{(copy.CorrectedAt.Length > 0 ? "【訂正】" : "")}{scale.Line(copy.Title, MaxTitle)}";

    /// <summary>What a copy says, without its button.</summary>
    internal static IEnumerable<CardElement> Copy(AnnouncementCopyView copy, CardScale scale) =>
    [
        new Container([new TextBlock(Headline(copy, scale)) { Size = FontSize.Large, Weight = FontWeight.Bolder, IsHeading = true }])
        {
            Style = copy.Tone switch
            {
                AnnouncementTone.Urgent => ContainerStyle.Attention,
                AnnouncementTone.Important => ContainerStyle.Warning,
                _ => ContainerStyle.Emphasis,
            },
            Spacing = Spacing.Small,
        },
        .. copy.CorrectedAt.Length > 0 ? [new TextBlock(AnnouncementTexts.Corrected(Line(copy.CorrectedAt))) { Weight = FontWeight.Bolder, Color = TextColor.Warning }] : Array.Empty<CardElement>(),
        new TextBlock(scale.Text(copy.Text, MaxText)),
        .. Buttons([.. copy.Links.Take(3).Where(link => link.Url.Length <= MaxUrl && Uri.TryCreate(link.Url, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps)
            .Select(link => new OpenUrlAction(CardText.Line(link.Title, MaxLinkTitle), new Uri(link.Url)))]),
    ];

    internal static IEnumerable<CardElement> Notes(IReadOnlyList<string> notes, CardScale scale) =>
        notes.Take(MaxNotes).Select(note => new TextBlock(scale.Line(note, 2 * MaxLine)) { Weight = FontWeight.Bolder, Spacing = Spacing.Small });

    internal static IEnumerable<CardElement> Facts(IReadOnlyList<AnnouncementFact> facts, CardScale scale) => facts.Count == 0 ? [] :
        [new FactSet([.. facts.Take(10).Where(fact => fact.Value.Length > 0).Select(fact => new Fact(CardText.Line(fact.Title, MaxChoiceTitle), scale.Line(fact.Value, 2 * MaxLine)))]) { Spacing = Spacing.Medium }];

    /// <summary>The buttons in rows of four: more in one row are hidden behind a menu.</summary>
    internal static IEnumerable<CardElement> ButtonRows(IReadOnlyList<AnnouncementButton> buttons, params IReadOnlyList<KeyValuePair<string, string>> data) =>
        buttons.Distinct().Chunk(4).Take(2).SelectMany(row => Buttons([.. row.Select(button => Of(button, data))]));

    private static ExecuteAction Of(AnnouncementButton button, IReadOnlyList<KeyValuePair<string, string>> data)
    {
        var (title, verb, style) = button switch
        {
            AnnouncementButton.Send => (AnnouncementTexts.Send, AnnouncementVerbs.Send, ActionStyle.Positive),
            AnnouncementButton.Test => (AnnouncementTexts.Test, AnnouncementVerbs.Test, ActionStyle.Default),
            AnnouncementButton.Edit => (AnnouncementTexts.Edit, AnnouncementVerbs.Edit, ActionStyle.Default),
            AnnouncementButton.Approve => (AnnouncementTexts.Approve, AnnouncementVerbs.Approve, ActionStyle.Positive),
            AnnouncementButton.Reject => (AnnouncementTexts.Reject, AnnouncementVerbs.Reject, ActionStyle.Destructive),
            AnnouncementButton.Correct => (AnnouncementTexts.Correct, AnnouncementVerbs.Correct, ActionStyle.Default),
            AnnouncementButton.Withdraw => (AnnouncementTexts.Withdraw, AnnouncementVerbs.Withdraw, ActionStyle.Destructive),
            AnnouncementButton.Resend => (AnnouncementTexts.Resend, AnnouncementVerbs.Resend, ActionStyle.Positive),
            AnnouncementButton.Roster => (AnnouncementTexts.Roster, AnnouncementVerbs.Roster, ActionStyle.Default),
            AnnouncementButton.Recipients => (AnnouncementTexts.Recipients, AnnouncementVerbs.Roster, ActionStyle.Default),
            AnnouncementButton.Remind => (AnnouncementTexts.Remind, AnnouncementVerbs.Remind, ActionStyle.Default),
            AnnouncementButton.Refresh => (AnnouncementTexts.Refresh, AnnouncementVerbs.Open, ActionStyle.Default),
            AnnouncementButton.Open => (AnnouncementTexts.Open, AnnouncementVerbs.Open, ActionStyle.Default),
            AnnouncementButton.Duplicate => (AnnouncementTexts.Duplicate, AnnouncementVerbs.Duplicate, ActionStyle.Default),
            AnnouncementButton.DeleteDraft => (AnnouncementTexts.Delete, AnnouncementVerbs.DeleteDraft, ActionStyle.Destructive),
            _ => throw new ArgumentOutOfRangeException(nameof(button), button, "There is no such button."),
        };
        return Button(title, verb, data) with { Style = style, IgnoresInputs = button != AnnouncementButton.Reject };
    }

    internal static KeyValuePair<string, string>[] Of(string id, int version, int number) =>
        [.. CardParts.Of((id, version)), CardParts.Of(AnnouncementKeys.Number, Number(number))];
}
