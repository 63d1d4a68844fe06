using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Events;

/// <summary>The parts that several events' cards are put together from.</summary>
internal static class EventParts
{
    internal const int MaxEventTitle = 100;

    private const int MaxValue = 240;

    /// <summary>The title, and all that is known beside it.</summary>
    internal static IEnumerable<CardElement> Event(EventFacts facts, CardScale scale)
    {
        yield return new TextBlock(scale.Line(facts.Title, MaxEventTitle)) { Weight = FontWeight.Bolder, IsHeading = true, Spacing = Spacing.Medium };
        if (facts.Status.Length > 0)
            yield return new TextBlock(scale.Line(facts.Status, MaxSentence)) { Color = TextColor.Attention, Weight = FontWeight.Bolder, Spacing = Spacing.Small };
        var known = Facts(
            (EventTexts.Kind, scale.Line(facts.Kind, MaxLine)), (EventTexts.When, scale.Line(facts.When, MaxLine)), (EventTexts.Hours, scale.Line(facts.Hours, MaxLine)),
            (EventTexts.Venue, scale.Line(facts.Venue, MaxLine)), (EventTexts.Address, scale.Line(facts.Address, MaxLine)), (EventTexts.Theme, scale.Line(facts.Theme, MaxLine)),
            (EventTexts.ContentsLabel, scale.Line(facts.Contents, MaxValue)), (EventTexts.HostsLabel, scale.Line(facts.Hosts, MaxValue)), (EventTexts.CoHostsLabel, scale.Line(facts.CoHosts, MaxValue)),
            (EventTexts.SupportersLabel, scale.Line(facts.Supporters, MaxValue)), (EventTexts.ParticipantsLabel, scale.Line(facts.Participants, MaxValue)),
            (EventTexts.Inquiries, scale.Line(facts.Inquiries, MaxLine)), (EventTexts.FiscalYear, scale.Line(facts.FiscalYear, MaxLine)), (EventTexts.Origin, scale.Line(facts.Origin, MaxLine))).ToList();
        if (known.Count > 0)
            yield return new FactSet(known) { Spacing = Spacing.Small };
    }

    /// <summary>The button to its page, where there is one that can be opened.</summary>
    internal static IEnumerable<CardAction> Page(EventFacts facts) =>
        facts.Url.Length <= MaxValue && Uri.TryCreate(facts.Url, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps ? [new OpenUrlAction(EventTexts.Page, url)] : [];

    /// <summary>A line of a list.</summary>
    internal static Container Item(EventLine line, CardScale scale, params IReadOnlyList<CardAction> actions) => new(
    [
        new TextBlock(scale.Line(line.Title, MaxEventTitle)) { Weight = FontWeight.Bolder },
        Small(scale.Line(line.Detail, MaxLine), Spacing.None),
        .. Buttons(actions),
    ])
    {
        Spacing = Spacing.Medium,
        Separator = true,
    };
}
