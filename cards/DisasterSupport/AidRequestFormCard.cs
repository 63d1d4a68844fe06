using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.DisasterSupport;

/// <summary>応援を要請: what a municipality needs.</summary>
public static class AidRequestFormCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(AidRequestFormView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(AidRequestFormView view, CardScale scale) => new()
    {
        FallbackText = Sentence(view.Sentence),
        Speak = Sentence(view.Sentence),
        Body =
        [
            Heading(Sentence(view.Sentence)),
            .. Error(view.Errors, DisasterKeys.Disaster, scale),
            Choices(DisasterKeys.Disaster, DisasterTexts.Disaster, view.Disasters, [view.Disaster], scale.Limit(DisasterParts.MaxName)) with { IsRequired = true, ErrorMessage = DisasterTexts.DisasterError },
            .. view.NamesMunicipality
                ? [
                    .. Error(view.Errors, DisasterKeys.Municipality, scale),
                    new TextInput(DisasterKeys.Municipality, DisasterTexts.Municipality)
                    {
                        Value = scale.Line(view.Municipality, 200), Placeholder = DisasterTexts.MunicipalityHint, MaxLength = 40, IsRequired = true, ErrorMessage = DisasterTexts.MunicipalityError,
                    },
                ]
                : Array.Empty<CardElement>(),
            .. Error(view.Errors, DisasterKeys.Item, scale),
            new TextInput(DisasterKeys.Item, DisasterTexts.Item) { Value = scale.Line(view.Item, 200), Placeholder = DisasterTexts.ItemHint, MaxLength = 60, IsRequired = true, ErrorMessage = DisasterTexts.ItemError },
            .. Error(view.Errors, DisasterKeys.Quantity, scale),
            new TextInput(DisasterKeys.Quantity, DisasterTexts.Needed) { Value = scale.Line(view.Quantity, 100), MaxLength = 30, IsRequired = true, ErrorMessage = DisasterTexts.NeededError },
            .. Error(view.Errors, DisasterKeys.Unit, scale),
            Choices(DisasterKeys.Unit, DisasterTexts.Unit, view.Units, [view.Unit], scale.Limit(MaxChoiceTitle)) with { IsRequired = true, ErrorMessage = DisasterTexts.UnitError },
            .. Error(view.Errors, DisasterKeys.NeededBy, scale),
            new DateInput(DisasterKeys.NeededBy, DisasterTexts.NeededBy) { Value = view.NeededBy },
            .. Error(view.Errors, DisasterKeys.Place, scale),
            new TextInput(DisasterKeys.Place, DisasterTexts.Place) { Value = scale.Line(view.Place, 300), Placeholder = DisasterTexts.PlaceHint, MaxLength = 100 },
            .. Error(view.Errors, DisasterKeys.Note, scale),
            new TextInput(DisasterKeys.Note, DisasterTexts.Note) { Value = scale.Text(view.Note, 1500), Placeholder = DisasterTexts.NoteHint, MaxLength = 500, IsMultiline = true },
            .. Buttons(Button(DisasterTexts.Ask, DisasterVerbs.Request, Of(CardKeys.NewId, Id(view.Id))) with { Style = ActionStyle.Positive }),
        ],
    };
}
