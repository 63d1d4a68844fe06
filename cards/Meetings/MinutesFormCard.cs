using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;
using static RenkeiBot.Cards.Meetings.MeetingParts;

namespace RenkeiBot.Cards.Meetings;

/// <summary>議事録を登録: the form, with what was typed and what is wrong with it.</summary>
public static class MinutesFormCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(MinutesFormView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => new AdaptiveCard
        {
            FallbackText = Sentence(view.Sentence),
            Speak = Sentence(view.Sentence),
            Body =
            [
                Heading(Sentence(view.Sentence)),
                new TextBlock(scale.Line(view.Heading, MaxHeading)) { Weight = FontWeight.Bolder },
                .. Error(view.Errors, MeetingKeys.Decisions, scale),
                new TextInput(MeetingKeys.Decisions, MeetingTexts.Decisions) { Value = Typed(view.Decisions, 2000, scale), Placeholder = MeetingTexts.DecisionsHint, IsMultiline = true },
                .. Error(view.Errors, MeetingKeys.Summary, scale),
                new TextInput(MeetingKeys.Summary, MeetingTexts.Summary) { Value = Typed(view.Summary, 1500, scale), MaxLength = 1500, IsMultiline = true },
                .. Error(view.Errors, MeetingKeys.Links, scale),
                new TextInput(MeetingKeys.Links, MeetingTexts.Materials) { Value = Typed(view.Links, 2000, scale), Placeholder = MeetingTexts.MaterialsHint, IsMultiline = true },
                .. Buttons(
                    Button(MeetingTexts.Save, MeetingVerbs.SaveMinutes, CardParts.Of((view.Id, view.Version))) with { Style = ActionStyle.Positive },
                    Button(MeetingTexts.Back, MeetingVerbs.Open, CardParts.Of(CardKeys.Id, Id(view.Id))) with { IgnoresInputs = true }),
            ],
        });
    }
}
