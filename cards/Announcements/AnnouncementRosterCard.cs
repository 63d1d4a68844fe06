using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.Announcements;

/// <summary>Who has confirmed a sending and who has not, by organisation; a page.</summary>
public static class AnnouncementRosterCard
{
    /// <summary>How many lines a page has.</summary>
    public const int PageSize = 15;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(AnnouncementRosterView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Lines.Count, PageSize), scale => Build(view, scale));
    }

    private static AdaptiveCard Build(AnnouncementRosterView view, CardScale scale)
    {
        var open = AnnouncementParts.Of(view.Id, view.Version, view.Number);
        var spoken = $"{Sentence(view.Sentence)}\n{scale.Line(view.Title, MaxTitle)}";
        return new AdaptiveCard
        {
            FallbackText = spoken,
            Speak = spoken,
            Body =
            [
                Opening(view.Sentence),
                new TextBlock(scale.Line(view.Title, MaxTitle)) { Weight = FontWeight.Bolder, IsHeading = true },
                .. ByOrganisation(view, scale),
                .. PageOf(view.Page, view.Pages),
                .. Buttons([.. Pages(AnnouncementVerbs.Roster, view.Page, view.Pages, open)]),
                .. Buttons([.. Actions(view, open)]),
            ],
        };
    }

    private static IEnumerable<CardElement> ByOrganisation(AnnouncementRosterView view, CardScale scale)
    {
        var organisation = "";
        foreach (var line in view.Lines.Take(scale.Rows))
        {
            if (line.Organisation != organisation)
                yield return new TextBlock(scale.Line(organisation = line.Organisation, MaxName)) { Weight = FontWeight.Bolder, Spacing = Spacing.Medium, Separator = true };
            yield return new TextBlock($"{scale.Line(line.Who, MaxName)}：{scale.Line(line.State, MaxName)}") { Color = line.IsConfirmed ? TextColor.Good : TextColor.Default, Spacing = Spacing.Small };
        }
    }

    private static IEnumerable<CardAction> Actions(AnnouncementRosterView view, IReadOnlyList<KeyValuePair<string, string>> open)
    {
        if (view.CanRemind)
            yield return Button(AnnouncementTexts.Remind, AnnouncementVerbs.Remind, open) with { Style = ActionStyle.Positive };
        yield return Button(AnnouncementTexts.Open, AnnouncementVerbs.Open, open);
        if (view.DownloadUrl.Length <= 500 && Uri.TryCreate(view.DownloadUrl, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            yield return new OpenUrlAction(AnnouncementTexts.Download, url);
    }
}
