using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.DisasterSupport;

/// <summary>災害支援を登録: the form, what is wrong with it, and how it will look.</summary>
public static class DisasterFormCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(DisasterFormView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(DisasterFormView view, CardScale scale) => new()
    {
        FallbackText = Sentence(view.Sentence),
        Speak = Sentence(view.Sentence),
        Body =
        [
            Heading(Sentence(view.Sentence)),
            Small(view.IsNew ? DisasterTexts.FormLead : DisasterTexts.EditLead),
            .. view.Preview is { } preview ? [Preview(preview, scale)] : Array.Empty<CardElement>(),
            .. Error(view.Errors, DisasterKeys.Name, scale),
            new TextInput(DisasterKeys.Name, DisasterTexts.Name)
            {
                Value = scale.Line(view.Name, 200), Placeholder = DisasterTexts.NameHint, MaxLength = 60, IsRequired = true, ErrorMessage = DisasterTexts.NameError,
            },
            .. Error(view.Errors, DisasterKeys.Day, scale),
            new DateInput(DisasterKeys.Day, DisasterTexts.Day) { Value = view.Day, IsRequired = true, ErrorMessage = DisasterTexts.DayError },
            .. Error(view.Errors, DisasterKeys.Areas, scale),
            new TextInput(DisasterKeys.Areas, DisasterTexts.Areas)
            {
                Value = scale.Text(view.Areas, 1000), Placeholder = DisasterTexts.AreasHint, IsMultiline = true, IsRequired = true, ErrorMessage = DisasterTexts.AreasError,
            },
            .. Error(view.Errors, DisasterKeys.Situation, scale),
            new TextInput(DisasterKeys.Situation, DisasterTexts.Situation)
            {
                Value = scale.Text(view.Situation, 3000), Placeholder = DisasterTexts.SituationHint, MaxLength = 1000, IsMultiline = true, IsRequired = true, ErrorMessage = DisasterTexts.SituationError,
            },
            .. Error(view.Errors, DisasterKeys.Severity, scale),
            Choices(DisasterKeys.Severity, DisasterTexts.Severity, view.Severities, [view.Severity], scale.Limit(MaxChoiceTitle)) with { IsRequired = true, ErrorMessage = DisasterTexts.SeverityError },
            .. view.IsNew ? [new ToggleInput(DisasterKeys.Drill, DisasterTexts.Drill, DisasterTexts.DrillTitle) { Value = view.IsDrill }] : Array.Empty<CardElement>(),
            .. Buttons([.. Actions(view)]),
        ],
    };

    private static Container Preview(DisasterFacts facts, CardScale scale) => new([Small(DisasterTexts.PreviewTitle, Spacing.None), .. DisasterParts.Facts(facts, scale)])
    {
        Separator = true,
        Spacing = Spacing.Medium,
    };

    private static IEnumerable<CardAction> Actions(DisasterFormView view)
    {
        if (!view.IsNew)
            return [Button(DisasterTexts.Save, DisasterVerbs.Save, Of((view.Id, view.Version))) with { Style = ActionStyle.Positive }];
        return
        [
            Button(DisasterTexts.Preview, DisasterVerbs.Preview, Of(CardKeys.NewId, Id(view.Id))),
            Button(DisasterTexts.Publish, DisasterVerbs.Publish, Of(CardKeys.NewId, Id(view.Id))) with { Style = ActionStyle.Positive },
        ];
    }
}
