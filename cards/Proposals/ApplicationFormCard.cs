using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Proposals;

/// <summary>What an <see cref="ApplicationFormCard"/> shows.</summary>
/// <param name="Sentence">What the form is for.</param>
/// <param name="ProposalId">The proposal.</param>
/// <param name="Title">Its title.</param>
/// <param name="Organisation">Whose it is.</param>
public sealed record ApplicationFormView(string Sentence, string ProposalId, string Title, string Organisation)
{
    /// <summary>The message in the field.</summary>
    public string Message { get; init; } = "";

    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? Error { get; init; }
}

/// <summary>応募する: the message to the owner of a proposal.</summary>
public static class ApplicationFormCard
{
    private const string Note = "応募は、相手の承認と、その後のあなたの合意で成立します。それまで、連絡先は相手に伝わりません。";

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(ApplicationFormView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => new AdaptiveCard
        {
            FallbackText = Sentence(view.Sentence),
            Speak = Sentence(view.Sentence),
            Body =
            [
                Opening(view.Sentence),
                new TextBlock(scale.Line(view.Title, MaxTitle)) { Weight = FontWeight.Bolder, IsHeading = true },
                Small(Line(view.Organisation), Spacing.None),
                .. view.Error is { } error ? [Error(error)] : Array.Empty<CardElement>(),
                new TextInput(ProposalKeys.Message, ProposalTexts.MessageLabel)
                {
                    Value = scale.Text(view.Message, 6000), Placeholder = ProposalTexts.MessageHint, MaxLength = MaxReason, IsMultiline = true, IsRequired = true,
                    ErrorMessage = ProposalTexts.MessageError,
                },
                Small(Note),
                .. Buttons(Button(ProposalTexts.Apply, ProposalVerbs.Apply, Of(CardKeys.Id, Id(view.ProposalId)), Of(CardKeys.Send, "1")) with { Style = ActionStyle.Positive },
                    Button(ProposalTexts.Open, ProposalVerbs.Open, Of(CardKeys.Id, Id(view.ProposalId))) with { IgnoresInputs = true }),
            ],
        });
    }
}
