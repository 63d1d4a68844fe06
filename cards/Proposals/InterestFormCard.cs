using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Proposals;

/// <summary>What an <see cref="InterestFormCard"/> shows: what was typed, and what is wrong with it.</summary>
/// <param name="Sentence">What the form is for, or what became of the last press.</param>
/// <param name="Organisation">Whose interests they are.</param>
/// <param name="Version">The version that is edited; -1 for none yet.</param>
public sealed record InterestFormView(string Sentence, string Organisation, int Version)
{
    /// <summary>The values of the chosen 分野.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The 分野 to choose from.</summary>
    public IReadOnlyList<CardChoice> FieldChoices { get; init; } = [];

    /// <summary>提供できること as typed.</summary>
    public string Offer { get; init; } = "";

    /// <summary>求めること as typed.</summary>
    public string Need { get; init; } = "";

    /// <summary>The values of the chosen 対象地域.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>The 対象地域 to choose from.</summary>
    public IReadOnlyList<CardChoice> AreaChoices { get; init; } = [];

    /// <summary>The values of the chosen months.</summary>
    public IReadOnlyList<string> Months { get; init; } = [];

    /// <summary>The months to choose from.</summary>
    public IReadOnlyList<CardChoice> MonthChoices { get; init; } = [];

    /// <summary>休止期間, first day.</summary>
    public DateOnly? QuietFrom { get; init; }

    /// <summary>休止期間, last day.</summary>
    public DateOnly? QuietUntil { get; init; }

    /// <summary>How many collaborations at once.</summary>
    public int? Capacity { get; init; }

    /// <summary>おすすめを受け取らない.</summary>
    public bool OptOut { get; init; }

    /// <summary>What is wrong, by the key of the input (<see cref="ProposalKeys"/>).</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
}

/// <summary>関心を登録: what an organisation offers and looks for.</summary>
public static class InterestFormCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(InterestFormView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => new AdaptiveCard
        {
            FallbackText = Sentence(view.Sentence),
            Speak = Sentence(view.Sentence),
            Body =
            [
                Opening(view.Sentence),
                Heading(Line(view.Organisation)),
                .. Error(view.Errors, ProposalKeys.Fields, scale),
                Choices(ProposalKeys.Fields, ProposalTexts.Fields, view.FieldChoices, view.Fields, scale.Limit(MaxChoiceTitle)) with { IsMultiSelect = true },
                .. Error(view.Errors, ProposalKeys.Offer, scale),
                new TextInput(ProposalKeys.Offer, ProposalTexts.Offer) { Value = scale.Text(view.Offer, 6000), Placeholder = ProposalTexts.OfferHint, MaxLength = 500, IsMultiline = true },
                .. Error(view.Errors, ProposalKeys.Need, scale),
                new TextInput(ProposalKeys.Need, ProposalTexts.Need) { Value = scale.Text(view.Need, 6000), Placeholder = ProposalTexts.NeedHint, MaxLength = 500, IsMultiline = true },
                .. Error(view.Errors, ProposalKeys.Areas, scale),
                Choices(ProposalKeys.Areas, ProposalTexts.Areas, view.AreaChoices, view.Areas, scale.Limit(MaxChoiceTitle)) with { IsMultiSelect = true },
                .. Error(view.Errors, ProposalKeys.Months, scale),
                Choices(ProposalKeys.Months, ProposalTexts.Months, view.MonthChoices, view.Months, scale.Limit(MaxChoiceTitle)) with { IsMultiSelect = true },
                .. Error(view.Errors, ProposalKeys.Capacity, scale),
                new NumberInput(ProposalKeys.Capacity, ProposalTexts.Capacity) { Value = view.Capacity, Placeholder = ProposalTexts.CapacityHint },
                .. Error(view.Errors, ProposalKeys.QuietFrom, scale),
                new DateInput(ProposalKeys.QuietFrom, ProposalTexts.QuietFrom) { Value = view.QuietFrom },
                .. Error(view.Errors, ProposalKeys.QuietUntil, scale),
                new DateInput(ProposalKeys.QuietUntil, ProposalTexts.QuietUntil) { Value = view.QuietUntil },
                Small(ProposalTexts.QuietNote, Spacing.None),
                new ToggleInput(ProposalKeys.OptOut, ProposalTexts.OptOut, ProposalTexts.OptOutTitle) { Value = view.OptOut },
                .. Buttons(Button(ProposalTexts.Register, ProposalVerbs.SaveInterests, Of(CardKeys.Version, Number(view.Version))) with { Style = ActionStyle.Positive },
                    Button("おすすめ", ProposalVerbs.Matches) with { IgnoresInputs = true }),
            ],
        });
    }
}
