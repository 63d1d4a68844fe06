using RenkeiBot.Cards.Elements;
using static RenkeiBot.Cards.CardParts;

namespace RenkeiBot.Cards.DisasterSupport;

/// <summary>The parts that several of the disaster support's cards are put together from.</summary>
internal static class DisasterParts
{
    internal const int MaxName = 70;
    internal const int MaxSituation = 1000;
    internal const int MaxWard = 30;
    internal const int MaxSupport = 200;
    private const int MaxTotals = 12;
    private const int MaxRequests = 6;

    /// <summary>The mark of an exercise, where it is one: above everything else, and as loud as an alarm.</summary>
    internal static IEnumerable<CardElement> DrillNote(bool isDrill) =>
        isDrill ? [new TextBlock(DisasterTexts.DrillNote) { Color = TextColor.Attention, Weight = FontWeight.Bolder }] : [];

    /// <summary>What everyone may read of a disaster.</summary>
    internal static IEnumerable<CardElement> Facts(DisasterFacts facts, CardScale scale) =>
    [
        .. DrillNote(facts.IsDrill),
        new TextBlock(scale.Line(facts.Name, MaxName)) { Size = FontSize.Large, Weight = FontWeight.Bolder, IsHeading = true },
        new FactSet([.. CardParts.Facts((DisasterTexts.Severity, scale.Line(facts.Severity, MaxName)), (DisasterTexts.State, scale.Line(facts.State, MaxName)), (DisasterTexts.Day, scale.Line(facts.Day, MaxName)),
            (DisasterTexts.Areas, scale.Line(facts.Areas, 2 * MaxLine)), (DisasterTexts.UpdatedAt, scale.Line(facts.UpdatedAt, MaxName)))]),
        .. Section(DisasterTexts.Situation, scale.Text(facts.Situation, MaxSituation)),
    ];

    /// <summary>What was given, and what is still needed.</summary>
    internal static IEnumerable<CardElement> Support(DisasterFacts facts, CardScale scale) =>
    [
        Heading(DisasterTexts.Totals),
        .. facts.Totals.Count == 0 ? [Small(DisasterTexts.NoTotals, Spacing.None)] : new CardElement[] { Totals(facts.Totals.Take(MaxTotals), scale) },
        .. facts.Totals.Count > MaxTotals ? [Small(DisasterTexts.More)] : Array.Empty<CardElement>(),
        .. facts.Requests.Count == 0 ? Array.Empty<CardElement>() : [Heading(DisasterTexts.Requests)],
        .. facts.Requests.Take(MaxRequests).Select(request => new TextBlock(scale.Line(request, MaxLine)) { Spacing = Spacing.Small }),
    ];

    /// <summary>A table of totals.</summary>
    internal static Table Totals(IEnumerable<TotalRow> totals, CardScale scale) => new(
        [new TableColumn(3), new TableColumn(3, HorizontalAlignment.Right), new TableColumn(3, HorizontalAlignment.Right), new TableColumn(3, HorizontalAlignment.Right)],
        [
            Row(DisasterTexts.Sort, DisasterTexts.Joint, DisasterTexts.Each, DisasterTexts.Sum),
            .. totals.Select(total => Row(scale.Line(total.Sort, MaxWard), scale.Line(total.Joint, MaxWard), scale.Line(total.Each, MaxWard), scale.Line(total.Sum, MaxWard))),
        ]);

    internal static TableRow Row(params IReadOnlyList<string> cells) => new([.. cells.Select(cell => new TableCell([new TextBlock(cell.Length > 0 ? cell : "―")]))]);

    /// <summary>A button about an object.</summary>
    /// <param name="button">Which one.</param>
    /// <param name="id">The object.</param>
    /// <param name="version">Its version, where the button changes it.</param>
    /// <param name="isShared">Whether others see the card.</param>
    internal static ExecuteAction Action(DisasterButton button, string id, int version, bool isShared)
    {
        var (title, verb, changes) = Of(button);
        return Button(title, verb,
        [
            .. id.Length > 0 ? [CardParts.Of(CardKeys.Id, Id(id))] : Array.Empty<KeyValuePair<string, string>>(),
            .. changes ? [CardParts.Of(CardKeys.Version, Number(version))] : Array.Empty<KeyValuePair<string, string>>(),
            .. isShared ? [CardParts.Of(CardKeys.Shared, "1")] : Array.Empty<KeyValuePair<string, string>>(),
        ]) with
        {
            IgnoresInputs = true,
            Style = button is DisasterButton.Report or DisasterButton.Confirm ? ActionStyle.Positive
                : button is DisasterButton.Withdraw or DisasterButton.WithdrawReport ? ActionStyle.Destructive : ActionStyle.Default,
        };
    }

    private static (string Title, string Verb, bool Changes) Of(DisasterButton button) => button switch
    {
        DisasterButton.Open => ("詳しく見る", DisasterVerbs.Open, false),
        DisasterButton.Report => (DisasterTexts.Report, DisasterVerbs.ReportForm, false),
        DisasterButton.Totals => ("集計を見る", DisasterVerbs.Totals, false),
        DisasterButton.Requests => (DisasterTexts.Requests, DisasterVerbs.Requests, false),
        DisasterButton.RequestForm => ("応援を要請", DisasterVerbs.RequestForm, false),
        DisasterButton.Timeline => ("経過を見る", DisasterVerbs.Timeline, false),
        DisasterButton.Edit => ("登録内容を訂正", DisasterVerbs.Edit, false),
        DisasterButton.Update => (DisasterTexts.UpdateButton, DisasterVerbs.Update, true),
        DisasterButton.Close => ("対応を終了", DisasterVerbs.Close, true),
        DisasterButton.Reopen => ("対応を再開", DisasterVerbs.Reopen, true),
        DisasterButton.Withdraw => ("登録を取り消す", DisasterVerbs.Withdraw, true),
        DisasterButton.List => ("災害一覧", DisasterVerbs.List, false),
        DisasterButton.Own => ("自分の報告", DisasterVerbs.Own, false),
        DisasterButton.EditReport => ("訂正する", DisasterVerbs.EditReport, false),
        DisasterButton.WithdrawReport => ("取り下げる", DisasterVerbs.WithdrawReport, true),
        DisasterButton.History => ("訂正の履歴", DisasterVerbs.History, false),
        DisasterButton.OpenRequest => ("要請を見る", DisasterVerbs.OpenRequest, false),
        DisasterButton.CloseRequest => ("要請を締め切る", DisasterVerbs.CloseRequest, true),
        DisasterButton.Confirm => ("受け入れる", DisasterVerbs.Confirm, true),
        DisasterButton.Decline => ("見送る", DisasterVerbs.Decline, true),
        DisasterButton.TakeBack => ("取り下げる", DisasterVerbs.TakeBack, true),
        _ => throw new ArgumentOutOfRangeException(nameof(button), button, "There is no such button."),
    };
}
