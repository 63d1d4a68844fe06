using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Channels;

/// <summary>A channel of a list.</summary>
/// <param name="Name">Its team and name.</param>
/// <param name="Topics">What is sent there, in words.</param>
/// <param name="Detail">Whose it is, and who chose that when; empty for nobody.</param>
public sealed record ChannelLine(string Name, string Topics, string Detail);

/// <summary>What a <see cref="ChannelListCard"/> shows.</summary>
/// <param name="Sentence">How many there are.</param>
/// <param name="Lines">The channels of this page.</param>
public sealed record ChannelListView(string Sentence, IReadOnlyList<ChannelLine> Lines)
{
    /// <summary>What they have in common.</summary>
    public string Words { get; init; } = "";

    /// <summary>The number of the page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; init; } = 1;
}

/// <summary>配信設定 for the secretariat: all channels and group chats with what is sent there.</summary>
public static class ChannelListCard
{
    /// <summary>How many a page has.</summary>
    public const int PageSize = 10;

    /// <summary>The longest words that are looked for.</summary>
    public const int MaxWords = 100;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(ChannelListView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, PageSize), scale => Build(view, scale));
    }

    private static AdaptiveCard Build(ChannelListView view, CardScale scale)
    {
        var spoken = Sentence(view.Sentence);
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Opening(view.Sentence),
                .. view.Lines.Take(scale.Rows).Select(line => Item(line, scale)),
                .. PageOf(view.Page, view.Pages),
                .. Buttons([.. Pages(ChannelVerbs.List, view.Page, view.Pages, Of(CardKeys.Words, scale.Line(view.Words, MaxWords)))]),
                .. Buttons(new ShowCardAction(ChannelTexts.Find,
                    [new TextInput(CardKeys.Words, ChannelTexts.Words) { Value = scale.Line(view.Words, MaxWords), Placeholder = ChannelTexts.WordsHint, MaxLength = MaxWords }],
                    [Button(ChannelTexts.Search, ChannelVerbs.List) with { Style = ActionStyle.Positive }])),
            ],
        };
    }

    private static Container Item(ChannelLine line, CardScale scale) => new(
    [
        new TextBlock(scale.Line(line.Name, 2 * MaxName)) { Weight = FontWeight.Bolder },
        new TextBlock(scale.Line(line.Topics, 2 * MaxLine)) { Spacing = Spacing.None },
        .. line.Detail.Length > 0 ? [Small(scale.Line(line.Detail, 2 * MaxLine), Spacing.None)] : Array.Empty<CardElement>(),
    ])
    {
        Spacing = Spacing.Medium,
        Separator = true,
    };
}
