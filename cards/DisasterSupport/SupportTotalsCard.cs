using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;
using static RenkeiBot.Cards.DisasterSupport.DisasterParts;

namespace RenkeiBot.Cards.DisasterSupport;

/// <summary>集計を見る: what was given after a disaster, by kind and by ward, and the files of it.</summary>
public static class SupportTotalsCard
{
    /// <summary>23 wards and 23区共同.</summary>
    private const int MaxWards = 24;

    /// <summary>Builds the card.</summary>
    /// <param name="view">What it shows.</param>
    public static AdaptiveCard Build(SupportTotalsView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CardBudget.Fit(Math.Min(view.Wards.Count, MaxWards), scale => Build(view, scale));
    }

    private static AdaptiveCard Build(SupportTotalsView view, CardScale scale) => new()
    {
        FallbackText = Sentence(view.Sentence),
        Speak = Sentence(view.Sentence),
        Body =
        [
            Opening(view.Sentence),
            .. view.Totals.Count > 0 ? [Totals(view.Totals.Take(30), scale)] : Array.Empty<CardElement>(),
            .. scale.Rows > 0 ? [Heading(DisasterTexts.ByWard), Wards(view, scale)] : Array.Empty<CardElement>(),
            .. Buttons([.. Files(view), Action(DisasterButton.Open, view.Id, 0, isShared: false)]),
            .. view.UrlNote.Length > 0 ? [Small(scale.Line(view.UrlNote, MaxLine))] : Array.Empty<CardElement>(),
        ],
    };

    private static Table Wards(SupportTotalsView view, CardScale scale) => new(
        [new TableColumn(1), new TableColumn(3)],
        [Row(DisasterTexts.Ward, DisasterTexts.Support), .. view.Wards.Take(scale.Rows).Select(ward => Row(scale.Line(ward.Ward, MaxWard), scale.Line(ward.Support, MaxSupport)))]);

    private static IEnumerable<CardAction> Files(SupportTotalsView view) =>
        new[] { (Title: DisasterTexts.Csv, Url: view.ReportsUrl), (Title: DisasterTexts.RequestsCsv, Url: view.RequestsUrl) }
            .Where(file => file.Url.Length <= 500 && Uri.TryCreate(file.Url, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            .Select(file => new OpenUrlAction(file.Title, new Uri(file.Url)));
}
