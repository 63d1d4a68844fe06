using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.DisasterSupport;

/// <summary>One request with its remainder, the offers to it as far as the viewer may read them, and the form of an offer.</summary>
public static class AidRequestCard
{
    private const int MaxOffers = 30;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(AidRequestView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Offers.Count, MaxOffers), scale => Build(view, scale));
    }

    private static AdaptiveCard Build(AidRequestView view, CardScale scale) => new()
    {
        FallbackText = Sentence(view.Sentence),
        Speak = Sentence(view.Sentence),
        Body =
        [
            Opening(view.Sentence),
            new TextBlock(scale.Line(view.Title, MaxLine)) { Weight = FontWeight.Bolder, IsHeading = true },
            new TextBlock(scale.Line(view.Remaining, MaxLine)) { Spacing = Spacing.Small },
            new FactSet([.. Facts((DisasterTexts.Disaster, scale.Line(view.Disaster, MaxLine)), (DisasterTexts.NeededBy, scale.Line(view.NeededBy, MaxLine)), (DisasterTexts.Place, scale.Line(view.Place, MaxLine)))]),
            .. Section(DisasterTexts.Note, scale.Text(view.Note, MaxReason)),
            .. scale.Rows > 0 ? [Heading(DisasterTexts.Offers)] : Array.Empty<CardElement>(),
            .. view.Offers.Take(scale.Rows).Select(offer => Offer(offer, scale)),
            .. view.TakesOffer ? Form(view, scale) : [],
            .. Buttons([.. view.Buttons.Distinct().Take(6).Select(button => DisasterParts.Action(button, view.Id, view.Version, isShared: false))]),
        ],
    };

    private static Container Offer(SupportLine offer, CardScale scale) => new(
    [
        new TextBlock(scale.Line(offer.Title, MaxLine)) { Weight = FontWeight.Bolder },
        Small(scale.Line(offer.Detail, MaxLine), Spacing.None),
        .. offer.Text.Length > 0 ? [new TextBlock(scale.Text(offer.Text, MaxReason)) { Spacing = Spacing.Small }] : Array.Empty<CardElement>(),
        .. Buttons([.. offer.Buttons.Distinct().Take(3).Select(button => DisasterParts.Action(button, offer.Id, offer.Version, isShared: false))]),
    ])
    {
        Separator = true,
        Spacing = Spacing.Medium,
    };

    private static IEnumerable<CardElement> Form(AidRequestView view, CardScale scale) =>
    [
        Heading(DisasterTexts.Offer),
        .. Error(view.Errors, DisasterKeys.Offered, scale),
        new TextInput(DisasterKeys.Offered, DisasterTexts.Offered) { Value = scale.Line(view.Offered, 100), MaxLength = 30 },
        .. Error(view.Errors, DisasterKeys.Message, scale),
        new TextInput(DisasterKeys.Message, DisasterTexts.Message) { Value = scale.Text(view.Message, 1500), Placeholder = DisasterTexts.MessageHint, MaxLength = MaxReason, IsMultiline = true },
        .. Buttons(Button(DisasterTexts.Offer, DisasterVerbs.Offer, Of(CardKeys.Id, Id(view.Id)), Of(CardKeys.NewId, Id(view.NewId))) with { Style = ActionStyle.Positive }),
    ];
}
