using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Proposals;

/// <summary>提案を投稿: the form, with what was typed and what is wrong with it.</summary>
public static class ProposalFormCard
{
    private const int MaxTyped = 6000;

    /// <summary>Up to this scale, texts of a length that is allowed stay whole; beyond it are only those of characters that take many bytes each.</summary>
    private const int MaxDivisorOfValid = 16;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(ProposalFormView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    /// <summary>What was typed; where the card would be too large, what is too long anyway is cut first.</summary>
    private static string Typed(string text, int length, CardScale scale) =>
        CardText.Truncate(CardText.Clean(text).Trim(), scale.Divisor <= MaxDivisorOfValid ? Math.Max(length, scale.Limit(MaxTyped)) : scale.Limit(MaxTyped));

    private static AdaptiveCard Build(ProposalFormView view, CardScale scale) => new()
    {
        FallbackText = Sentence(view.Sentence),
        Speak = Sentence(view.Sentence),
        Body =
        [
            Heading(Sentence(view.Sentence)),
            .. view.IsPosted ? Array.Empty<CardElement>() : [Small(ProposalTexts.FormLead)],
            .. Error(view.Errors, ProposalKeys.Title, scale),
            new TextInput(ProposalKeys.Title, ProposalTexts.Title)
            {
                Value = Typed(view.Title, 80, scale), Placeholder = ProposalTexts.TitleHint, MaxLength = 80, IsRequired = true, ErrorMessage = ProposalTexts.TitleError,
            },
            .. Error(view.Errors, ProposalKeys.Text, scale),
            new TextInput(ProposalKeys.Text, ProposalTexts.Text)
            {
                Value = Typed(view.Text, 1500, scale), Placeholder = ProposalTexts.TextHint, MaxLength = 1500, IsMultiline = true,
            },
            .. Error(view.Errors, ProposalKeys.Fields, scale),
            Choices(ProposalKeys.Fields, ProposalTexts.Fields, view.FieldChoices, view.Fields, scale.Limit(MaxChoiceTitle)) with { IsMultiSelect = true },
            .. Error(view.Errors, ProposalKeys.Offer, scale),
            new TextInput(ProposalKeys.Offer, ProposalTexts.Offer) { Value = Typed(view.Offer, 500, scale), Placeholder = ProposalTexts.OfferHint, MaxLength = 500, IsMultiline = true },
            .. Error(view.Errors, ProposalKeys.Need, scale),
            new TextInput(ProposalKeys.Need, ProposalTexts.Need) { Value = Typed(view.Need, 500, scale), Placeholder = ProposalTexts.NeedHint, MaxLength = 500, IsMultiline = true },
            .. Error(view.Errors, ProposalKeys.Areas, scale),
            Choices(ProposalKeys.Areas, ProposalTexts.Areas, view.AreaChoices, view.Areas, scale.Limit(MaxChoiceTitle)) with { IsMultiSelect = true },
            .. Error(view.Errors, ProposalKeys.From, scale),
            new DateInput(ProposalKeys.From, ProposalTexts.From) { Value = view.From },
            .. Error(view.Errors, ProposalKeys.Until, scale),
            new DateInput(ProposalKeys.Until, ProposalTexts.Until) { Value = view.Until },
            .. Error(view.Errors, ProposalKeys.Places, scale),
            new NumberInput(ProposalKeys.Places, ProposalTexts.Places) { Value = view.Places, Placeholder = ProposalTexts.PlacesHint },
            .. Error(view.Errors, ProposalKeys.Deadline, scale),
            new DateInput(ProposalKeys.Deadline, ProposalTexts.Deadline) { Value = view.Deadline },
            .. Error(view.Errors, ProposalKeys.Budget, scale),
            new TextInput(ProposalKeys.Budget, ProposalTexts.Budget) { Value = Typed(view.Budget, 200, scale), Placeholder = ProposalTexts.BudgetHint, MaxLength = 200 },
            .. Error(view.Errors, ProposalKeys.Contact, scale),
            new TextInput(ProposalKeys.Contact, ProposalTexts.Contact) { Value = Typed(view.Contact, 200, scale), Placeholder = ProposalTexts.ContactHint, MaxLength = 200 },
            Small(ProposalTexts.ContactNote, Spacing.None),
            .. Error(view.Errors, ProposalKeys.Links, scale),
            new TextInput(ProposalKeys.Links, ProposalTexts.Links) { Value = Typed(view.Links, 1000, scale), Placeholder = ProposalTexts.LinksHint, MaxLength = 1000, IsMultiline = true },
            .. Buttons([.. Actions(view)]),
        ],
    };

    private static IEnumerable<CardAction> Actions(ProposalFormView view)
    {
        KeyValuePair<string, string>[] open = view.IsNew ? [Of(CardKeys.NewId, Id(view.Id))]
            : [.. Of((view.Id, view.Version)), Of(CardKeys.Revision, Number(view.Revision))];
        if (view.IsPosted)
        {
            yield return Button(view.IsReopened ? ProposalTexts.Reopen : ProposalTexts.Save, view.IsReopened ? ProposalVerbs.Reopen : ProposalVerbs.Save, [.. open, Of(CardKeys.Send, "1")])
                with { Style = ActionStyle.Positive };
            yield break;
        }

        yield return Button(ProposalTexts.Preview, ProposalVerbs.Preview, open);
        yield return Button(ProposalTexts.Post, ProposalVerbs.Post, [.. open, Of(CardKeys.Send, "1")]) with { Style = ActionStyle.Positive };
        yield return Button(ProposalTexts.SaveDraft, ProposalVerbs.SaveDraft, open);
    }
}
