using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Cards.DisasterSupport;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Members;
using JapaneseCalendar = RenkeiBot.Service.Answers.Language.JapaneseCalendar;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>What the cards show of a disaster, its reports and what municipalities need.</summary>
internal sealed class DisasterViews(DisasterAreas areas)
{
    public static string Id(Guid id) => id.ToString("N");

    /// <summary>The name with the mark of an exercise, wherever it is written.</summary>
    public static string NameOf(DisasterCase disaster) => NameOf(disaster.Name, disaster.IsDrill);

    public static string NameOf(string name, bool isDrill) => Marked(name, isDrill);

    /// <summary>A sentence with the mark of an exercise, where it is about one.</summary>
    public static string Marked(string sentence, bool isDrill) => isDrill ? DisasterMessages.Drill + sentence : sentence;

    /// <summary>「令和8年11月21日 9:00」.</summary>
    public static string Moment(DateTimeOffset at) => $"{JapanTime.Day(at)} {at.ToOffset(JapanTime.Offset).ToString("H:mm", CultureInfo.InvariantCulture)}";

    /// <summary>「毛布500箱」.</summary>
    public static string Needed(AidRequest request) => $"{request.Item} {SupportAmounts.Text(request.Quantity, request.Unit)}";

    /// <summary>「残り200箱（500箱のうち300箱に申し出）」.</summary>
    public static string Remaining(AidRequest request)
    {
        var (all, taken) = (SupportAmounts.Text(request.Quantity, request.Unit), SupportAmounts.Text(request.Taken, request.Unit));
        return request.Remaining == 0 ? $"充足（{all}）" : request.ClosedAt is not null ? $"締切（{all}のうち{taken}に申し出）"
            : $"残り{SupportAmounts.Text(request.Remaining, request.Unit)}（{all}のうち{taken}に申し出）";
    }

    /// <summary>The kinds of a disaster in rows of a table.</summary>
    public static IReadOnlyList<TotalRow> Rows(IEnumerable<SupportReport> reports) =>
        [.. SupportTotals.ByKind(reports).Select(total => new TotalRow(total.Sort.JapaneseName(), Amount(total.Joint, total.Unit), Amount(total.Each, total.Unit), Amount(total.Sum, total.Unit)))];

    /// <summary>The wards in rows of a table.</summary>
    public static IReadOnlyList<WardRow> Wards(IEnumerable<SupportReport> reports) =>
        [.. SupportTotals.ByGiver(reports).Select(giver => new WardRow(giver.Name, string.Join('、', giver.Given.Select(one => $"{one.Sort.JapaneseName()} {SupportAmounts.Text(one.Quantity, one.Unit)}"))))];

    /// <summary>What everyone may read of a disaster, with what the context is about to save.</summary>
    public async Task<DisasterFacts> FactsAsync(RenkeiBotDbContext context, DisasterCase disaster, CancellationToken cancellationToken)
    {
        await DisasterQueries.Reports(context, disaster.Id).LoadAsync(cancellationToken);
        await DisasterQueries.Requests(context, disaster.Id).LoadAsync(cancellationToken);
        var requests = context.AidRequests.Local.Where(request => request.DisasterId == disaster.Id && request.ClosedAt is null).OrderBy(request => request.RequestedAt);
        return Facts(disaster.Name, disaster.IsDrill, disaster.Severity, disaster.OccurredOn, disaster.Areas, disaster.Situation) with
        {
            State = DisasterMessages.StateOf(disaster.State),
            UpdatedAt = Moment(disaster.UpdatedAt),
            Totals = Rows(context.SupportReports.Local.Where(report => report.DisasterId == disaster.Id)),
            Requests = [.. requests.Select(request => $"{request.OrganisationName}：{Needed(request)}、{Remaining(request)}")],
        };
    }

    /// <summary>What everyone will read, before it is registered.</summary>
    public DisasterFacts Facts(string name, bool isDrill, DisasterSeverity severity, DateOnly day, IReadOnlyList<string> codes, string situation) =>
        new(NameOf(name, isDrill), severity.JapaneseName(), JapaneseCalendar.LongWithWeekday(day), areas.NamesOf(codes), situation) { IsDrill = isDrill };

    /// <summary>What a viewer may do with a disaster.</summary>
    public static IReadOnlyList<DisasterButton> Buttons(Actor? viewer, DisasterCase disaster)
    {
        var isActive = disaster.State == DisasterState.Active;
        var buttons = new List<DisasterButton>();
        if (isActive && (viewer is null || viewer.Member.Role is MemberRole.LiaisonOfficer or MemberRole.Secretariat))
            buttons.Add(DisasterButton.Report);
        buttons.AddRange([DisasterButton.Totals, DisasterButton.Requests, DisasterButton.Timeline]);
        if (isActive && (viewer is null || viewer.Member.Role is MemberRole.MunicipalityMember or MemberRole.Secretariat))
            buttons.Add(DisasterButton.RequestForm);
        if (viewer?.Member.Role == MemberRole.Secretariat)
            buttons.AddRange(isActive ? [DisasterButton.Update, DisasterButton.Edit, DisasterButton.Close, DisasterButton.Withdraw] : [DisasterButton.Edit, DisasterButton.Reopen]);
        return buttons;
    }

    /// <summary>A report as a line.</summary>
    public static string Report(SupportContent content) => $"{content.Sort.JapaneseName()} {SupportAmounts.Text(content.Quantity, content.Unit)}";

    /// <summary>期間, 支援先 and 備考 of a report.</summary>
    public static string Details(SupportContent content) =>
        string.Join('\n', new[] { ("期間", content.Period), ("支援先", content.Recipient), ("備考", content.Note) }.Where(one => one.Item2.Length > 0).Select(one => $"{one.Item1}：{one.Item2}"));

    private static string Amount(decimal quantity, SupportUnit unit) => quantity == 0 ? "" : SupportAmounts.Text(quantity, unit);
}
