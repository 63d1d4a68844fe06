using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;
using static RenkeiBot.Cards.Proposals.ProposalParts;

namespace RenkeiBot.Cards.Proposals;

/// <summary>A page of proposals: found ones, one's own, recommended ones.</summary>
public static class ProposalListCard
{
    /// <summary>How many a page has.</summary>
    public const int PageSize = 5;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(ProposalListView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, PageSize), scale => Build(view, scale));
    }

    private static AdaptiveCard Build(ProposalListView view, CardScale scale)
    {
        var spoken = string.Join('\n', view.Lines.Take(scale.Rows).Select(line => CardText.Line(line.Title, MaxTitle)).Prepend(Sentence(view.Sentence)));
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Opening(view.Sentence),
                .. view.Lines.Take(scale.Rows).Select(line => Item(view, line, scale)),
                .. PageOf(view.Page, view.Pages),
                .. Buttons([.. Pages(Id(view.PageVerb), view.Page, view.Pages, [.. Conditions(view)])]),
                .. view.Search is { } search ? [Search(search, scale)] : Array.Empty<CardElement>(),
                .. Buttons([.. view.Links.Take(6).Distinct().Select(Link)]),
            ],
        };
    }

    private static Container Item(ProposalListView view, ProposalLine line, CardScale scale) => new(
    [
        new TextBlock(CardText.Line(line.Title, MaxTitle)) { Weight = FontWeight.Bolder },
        Small(Line(line.Detail), Spacing.None),
        .. line.Notes.Take(8).Select(note => new TextBlock(scale.Line(note, MaxLine)) { Spacing = Spacing.Small }),
        .. Buttons([.. Actions(view, line)]),
    ])
    {
        Spacing = Spacing.Medium,
        Separator = true,
    };

    private static IEnumerable<CardAction> Actions(ProposalListView view, ProposalLine line)
    {
        if (line.IsProposal)
            yield return Button(ProposalTexts.Open, ProposalVerbs.Open, Of(CardKeys.Id, Id(line.Id)));
        if (line.Declinable is { } organisation)
        {
            yield return Button(ProposalTexts.Decline, ProposalVerbs.DeclineMatch, Of(CardKeys.Id, Id(line.Id)), Of(ProposalKeys.Organisation, Key(organisation)),
                Of(CardKeys.Page, Number(view.Page)));
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Conditions(ProposalListView view)
    {
        if (view.About.Length > 0)
            yield return Of(CardKeys.Id, Id(view.About));
        if (view.Search is not { } search)
            yield break;
        yield return Of(CardKeys.Words, Line(search.Words));
        yield return Of(ProposalKeys.Fields, string.Join(',', search.Fields.Take(20).Select(Id)));
        yield return Of(ProposalKeys.Areas, Id(search.Area));
        yield return Of(ProposalKeys.From, Day(search.From));
        yield return Of(ProposalKeys.Until, Day(search.Until));
        yield return Of(ProposalKeys.OnlyOpen, search.OnlyOpen ? "true" : "false");
        yield return Of(ProposalKeys.Order, Id(search.Order));
    }

    private static ActionSet Search(ProposalSearchView search, CardScale scale) => new(
    [
        new ShowCardAction(ProposalTexts.Conditions,
        [
            new TextInput(CardKeys.Words, ProposalTexts.Words) { Value = scale.Line(search.Words, 100), Placeholder = ProposalTexts.WordsHint, MaxLength = 100 },
            Choices(ProposalKeys.Fields, ProposalTexts.Fields, search.FieldChoices, search.Fields, scale.Limit(MaxChoiceTitle)) with { IsMultiSelect = true },
            Choices(ProposalKeys.Areas, ProposalTexts.Place, search.AreaChoices, [search.Area], scale.Limit(MaxChoiceTitle)),
            new DateInput(ProposalKeys.From, ProposalTexts.From) { Value = search.From },
            new DateInput(ProposalKeys.Until, ProposalTexts.Until) { Value = search.Until },
            new ToggleInput(ProposalKeys.OnlyOpen, ProposalTexts.OnlyOpen, ProposalTexts.OnlyOpenTitle) { Value = search.OnlyOpen },
            Choices(ProposalKeys.Order, ProposalTexts.OrderLabel, search.Orders, [search.Order], scale.Limit(MaxChoiceTitle)),
        ],
        [
            Button(ProposalTexts.SearchButton, ProposalVerbs.Search) with { Style = ActionStyle.Positive },
            Button(ProposalTexts.SaveSearch, ProposalVerbs.SaveSearch),
        ]),
    ])
    {
        Spacing = Spacing.Large,
    };

    private static ExecuteAction Link(ProposalListLink link) => (link switch
    {
        ProposalListLink.New => Button(ProposalTexts.New, ProposalVerbs.New),
        ProposalListLink.Own => Button(ProposalTexts.Own, ProposalVerbs.Own),
        ProposalListLink.Applied => Button(ProposalTexts.Applied, ProposalVerbs.Applied),
        ProposalListLink.SavedSearches => Button(ProposalTexts.SavedSearches, ProposalVerbs.SavedSearches),
        ProposalListLink.Interests => Button("関心を登録", ProposalVerbs.Interests),
        ProposalListLink.Search => Button("提案を探す", ProposalVerbs.Search),
        _ => throw new ArgumentOutOfRangeException(nameof(link), link, "There is no such list."),
    }) with { IgnoresInputs = true };

    private static string Day(DateOnly? day) => day is { } value ? value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "";
}
