using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.DisasterSupport;

/// <summary>支援を報告: the form, also where a report is corrected.</summary>
public static class SupportFormCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(SupportFormView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(SupportFormView view, CardScale scale) => new()
    {
        FallbackText = Sentence(view.Sentence),
        Speak = Sentence(view.Sentence),
        Body =
        [
            Heading(Sentence(view.Sentence)),
            .. view.About.Length > 0 ? [Small(scale.Line(view.About, MaxLine))] : Array.Empty<CardElement>(),
            // Also where there is nothing left to choose: that the only disaster is over is what is wrong then.
            .. Error(view.Errors, DisasterKeys.Disaster, scale),
            .. view.Disasters.Count > 0
                ? [Choices(DisasterKeys.Disaster, DisasterTexts.Disaster, view.Disasters, [view.Disaster], scale.Limit(DisasterParts.MaxName)) with { IsRequired = true, ErrorMessage = DisasterTexts.DisasterError }]
                : Array.Empty<CardElement>(),
            .. view.Givers.Count > 0
                ? [.. Error(view.Errors, DisasterKeys.Giver, scale), Choices(DisasterKeys.Giver, DisasterTexts.Giver, view.Givers, [view.Giver], scale.Limit(MaxChoiceTitle)) with { IsRequired = true, ErrorMessage = DisasterTexts.GiverError }]
                : Array.Empty<CardElement>(),
            .. Error(view.Errors, DisasterKeys.Sort, scale),
            Choices(DisasterKeys.Sort, DisasterTexts.Sort, view.Sorts, [view.Sort], scale.Limit(MaxChoiceTitle)) with { IsRequired = true, ErrorMessage = DisasterTexts.SortError },
            .. Error(view.Errors, DisasterKeys.Quantity, scale),
            new TextInput(DisasterKeys.Quantity, DisasterTexts.Quantity)
            {
                Value = scale.Line(view.Quantity, 100), Placeholder = DisasterTexts.QuantityHint, MaxLength = 30, IsRequired = true, ErrorMessage = DisasterTexts.QuantityError,
            },
            .. Error(view.Errors, DisasterKeys.Unit, scale),
            Choices(DisasterKeys.Unit, DisasterTexts.Unit, view.Units, [view.Unit], scale.Limit(MaxChoiceTitle)),
            .. Error(view.Errors, DisasterKeys.Period, scale),
            new TextInput(DisasterKeys.Period, DisasterTexts.Period) { Value = scale.Line(view.Period, 300), Placeholder = DisasterTexts.PeriodHint, MaxLength = 100 },
            .. Error(view.Errors, DisasterKeys.Recipient, scale),
            new TextInput(DisasterKeys.Recipient, DisasterTexts.Recipient) { Value = scale.Line(view.Recipient, 300), Placeholder = DisasterTexts.RecipientHint, MaxLength = 100 },
            .. Error(view.Errors, DisasterKeys.Note, scale),
            new TextInput(DisasterKeys.Note, DisasterTexts.Note) { Value = scale.Text(view.Note, 1500), Placeholder = DisasterTexts.NoteHint, MaxLength = 500, IsMultiline = true },
            .. Buttons([Send(view)]),
        ],
    };

    private static ExecuteAction Send(SupportFormView view)
    {
        KeyValuePair<string, string>[] asked = view.Asked.Length > 0 ? [Of(DisasterKeys.Asked, CardText.Line(view.Asked, MaxId))] : [];
        return (view.IsNew ? Button(DisasterTexts.Send, DisasterVerbs.Report, [Of(CardKeys.NewId, Id(view.Id)), .. asked])
            : Button(DisasterTexts.Save, DisasterVerbs.SaveReport, [.. Of((view.Id, view.Version)), .. asked])) with { Style = ActionStyle.Positive };
    }
}
