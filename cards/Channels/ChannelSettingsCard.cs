using RenkeiBot.Cards.Elements;
using RenkeiBot.Cards.Proposals;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Channels;

/// <summary>What a <see cref="ChannelSettingsCard"/> shows: the settings, or what was typed and what is wrong with it.</summary>
/// <param name="Sentence">What the card is for, or what became of the last press.</param>
/// <param name="Name">The channel or group chat.</param>
/// <param name="Version">The version of the settings.</param>
public sealed record ChannelSettingsView(string Sentence, string Name, int Version)
{
    /// <summary>The values of the chosen 配信する内容.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The 配信する内容 to choose from.</summary>
    public IReadOnlyList<CardChoice> TopicChoices { get; init; } = [];

    /// <summary>The values of the chosen 新着提案の分野.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The 新着提案の分野 to choose from.</summary>
    public IReadOnlyList<CardChoice> FieldChoices { get; init; } = [];

    /// <summary>Whose channel it is; empty where nobody has said.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Who saved the settings last; empty for nobody.</summary>
    public string ChangedBy { get; init; } = "";

    /// <summary>When that was; empty for never.</summary>
    public string ChangedOn { get; init; } = "";

    /// <summary>Whether the last save can be undone.</summary>
    public bool IsUndoable { get; init; }

    /// <summary>What is wrong, by the key of the input.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
}

/// <summary>配信設定: what is sent to a channel or group chat.</summary>
public static class ChannelSettingsCard
{
    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(ChannelSettingsView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(0, scale => Build(view, scale));
    }

    private static AdaptiveCard Build(ChannelSettingsView view, CardScale scale)
    {
        var (name, spoken) = (scale.Line(view.Name, 2 * MaxName), Sentence(view.Sentence));
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Opening(view.Sentence),
                .. name.Length > 0 ? [Heading(name)] : Array.Empty<CardElement>(),
                .. Error(view.Errors, ChannelKeys.Topics, scale),
                Choices(ChannelKeys.Topics, ChannelTexts.Topics, view.TopicChoices, view.Topics, scale.Limit(MaxChoiceTitle)) with { IsMultiSelect = true, Style = ChoiceInputStyle.Expanded },
                .. Error(view.Errors, ProposalKeys.Fields, scale),
                Choices(ProposalKeys.Fields, ChannelTexts.Fields, view.FieldChoices, view.Fields, scale.Limit(MaxChoiceTitle)) with { IsMultiSelect = true },
                Small(ChannelTexts.FieldsNote, Spacing.None),
                .. Changes(view, scale),
                .. Buttons(
                [
                    Button(ChannelTexts.Save, ChannelVerbs.Save, [.. Data(view)]) with { Style = ActionStyle.Positive },
                    .. view.IsUndoable ? [Button(ChannelTexts.Undo, ChannelVerbs.Undo, [.. Data(view)]) with { IgnoresInputs = true }] : Array.Empty<CardAction>(),
                ]),
            ],
        };
    }

    private static IEnumerable<CardElement> Changes(ChannelSettingsView view, CardScale scale)
    {
        IReadOnlyList<Fact> facts =
        [
            .. Facts(
                (ChannelTexts.Organisation, scale.Line(view.Organisation, MaxName)), (ChannelTexts.ChangedBy, scale.Line(view.ChangedBy, 2 * MaxName)), (ChannelTexts.ChangedOn, scale.Line(view.ChangedOn, MaxName))),
        ];
        return facts.Count == 0 ? [] : [new FactSet(facts) { Spacing = Spacing.Medium }];
    }

    private static IEnumerable<KeyValuePair<string, string>> Data(ChannelSettingsView view) => [Of(CardKeys.Version, Number(view.Version)), Of(CardKeys.Shared, "1")];
}
