using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.DisasterSupport;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>支援を報告 and 自分の報告: the form, one's own organisation's reports, their correction and their history.</summary>
internal sealed class SupportFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, SupportForm form, SupportChanges changes, DisasterShowing showing) : ITurnFeature
{
    public const string ReportCommand = "支援を報告";
    public const string OwnCommand = "自分の報告";

    public void Register(TurnRouter router)
    {
        router.OnCommand(ReportCommand, StartAsync);
        router.OnCommand(OwnCommand, (turn, cancellationToken) => ListOwnAsync(turn, null, cancellationToken));
        router.OnVerb(DisasterVerbs.ReportForm, StartAsync);
        router.OnVerb(DisasterVerbs.Report, ReportAsync);
        router.OnVerb(DisasterVerbs.Own, (turn, cancellationToken) => ListOwnAsync(turn, null, cancellationToken));
        router.OnVerb(DisasterVerbs.EditReport, EditAsync);
        router.OnVerb(DisasterVerbs.SaveReport, SaveAsync);
        router.OnVerb(DisasterVerbs.WithdrawReport, WithdrawAsync);
        router.OnVerb(DisasterVerbs.History, HistoryAsync);
    }

    private async Task StartAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.ReportSupport, Subject.Common, cancellationToken) is not { } actor)
            return;
        var disasters = await showing.ActiveAsync(cancellationToken);
        if (disasters.Count == 0)
            await turn.RespondWithMessageAsync(SupportMessages.NoActive, cancellationToken);
        else
            await turn.RespondAsync(SupportFormCard.Build(form.Empty(actor, Guid.NewGuid(), disasters, turn.PressedId())), cancellationToken);
    }

    private async Task ReportAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.ReportSupport, Subject.Common, cancellationToken) is not { } actor)
            return;
        var (typed, view) = form.ReadNew(turn, actor, await showing.ActiveAsync(cancellationToken));
        if (typed is null)
        {
            await turn.RespondAsync(SupportFormCard.Build(view), cancellationToken);
            return;
        }

        var change = await changes.ReportAsync(turn, actor, turn.MadeId(actor.Person), typed, cancellationToken);
        if (change.Outcome == ChangeOutcome.Gone)
            await turn.RespondAsync(SupportFormCard.Build(view with { Sentence = DisasterMessages.Wrong, Errors = new Dictionary<string, string> { [DisasterKeys.Disaster] = SupportMessages.DisasterClosed } }), cancellationToken);
        else
            await RespondAsync(turn, change, SupportMessages.Reported, SupportMessages.ReportedAlready, cancellationToken);
    }

    private async Task EditAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await OwnAsync(turn, Verbs.CorrectSupport, cancellationToken) is var (_, report, disaster))
            await turn.RespondAsync(report.Counts ? SupportFormCard.Build(SupportForm.Of(report, disaster, SupportMessages.EditForm)) : One(report, disaster, SupportMessages.Stale), cancellationToken);
    }

    private async Task SaveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await OwnAsync(turn, Verbs.CorrectSupport, cancellationToken) is not var (actor, report, disaster))
            return;
        var (content, view) = SupportForm.ReadCorrection(turn, report, disaster);
        if (content is null)
        {
            await turn.RespondAsync(SupportFormCard.Build(view), cancellationToken);
            return;
        }

        var change = await changes.CorrectAsync(turn, actor, report.Id, turn.PressedVersion(), content, cancellationToken);
        if (change is { Outcome: ChangeOutcome.Stale, Now: { Counts: true } now })
            await turn.RespondAsync(SupportFormCard.Build(SupportForm.Of(now, disaster, SupportMessages.Stale)), cancellationToken);
        else
            await RespondAsync(turn, change, SupportMessages.Corrected, SupportMessages.Unchanged, cancellationToken);
    }

    private async Task WithdrawAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await OwnAsync(turn, Verbs.WithdrawSupport, cancellationToken) is not var (actor, report, _))
            return;
        var change = await changes.WithdrawAsync(turn, actor, report.Id, turn.PressedVersion(), cancellationToken);
        await RespondAsync(turn, change, SupportMessages.Withdrawn, SupportMessages.Unchanged, cancellationToken);
    }

    /// <summary>A page of the reports of one's own ward, or of all for the secretariat.</summary>
    private async Task ListOwnAsync(TurnContext turn, string? said, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.ReportSupport, Subject.Common, cancellationToken) is not { } actor)
            return;
        if (turn.IsSeenByOthers && !turn.IsInvoke)
        {
            await turn.RespondWithMessageAsync(SupportMessages.InPersonalChat, cancellationToken);
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var own = (actor.Member.Role == MemberRole.Secretariat ? DisasterQueries.AllReports(context) : DisasterQueries.ReportsOf(context, actor.Member.OrganisationId)).AsNoTracking();
        var count = await own.CountAsync(cancellationToken);
        var (page, pages) = CardTurns.PageOf(turn.PressedPage(), count, SupportListCard.PageSize);
        var reports = await own.Skip((page - 1) * SupportListCard.PageSize).Take(SupportListCard.PageSize).ToListAsync(cancellationToken);
        var disasters = (await DisasterQueries.All(context).AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(disaster => disaster.Id);
        var sentence = count == 0 ? SupportMessages.NoneOwn : SupportMessages.Own(count);
        await turn.RespondAsync(SupportListCard.Build(new SupportListView(said ?? sentence, [.. reports.Select(report => Line(report, disasters[report.DisasterId]))])
        {
            PageVerb = DisasterVerbs.Own, Page = page, Pages = pages, Buttons = [DisasterButton.Report, DisasterButton.List],
        }), cancellationToken);
    }

    private async Task HistoryAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await OwnAsync(turn, Verbs.CorrectSupport, cancellationToken) is not var (_, report, disaster))
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var revisions = await DisasterQueries.Revisions(context, report.Id).AsNoTracking().ToListAsync(cancellationToken);
        await turn.RespondAsync(SupportListCard.Build(new SupportListView(DisasterViews.Marked(SupportMessages.History(DisasterViews.Report(report.Content)), disaster.IsDrill),
        [
            .. report.WithdrawnAt is { } withdrawn ? [new SupportLine("取り下げ", DisasterViews.Moment(withdrawn), "")] : Array.Empty<SupportLine>(),
            .. revisions.Select(revision => new SupportLine(DisasterViews.Report(revision.Content), $"{(revision.Number == 1 ? "報告" : $"訂正（第{revision.Number}版）")}・{DisasterViews.Moment(revision.At)}", DisasterViews.Details(revision.Content))),
        ]) { Buttons = [DisasterButton.Own] }), cancellationToken);
    }

    private async Task RespondAsync(TurnContext turn, Change<SupportReport> change, string done, string unchanged, CancellationToken cancellationToken)
    {
        if (change.Outcome == ChangeOutcome.Refused)
        {
            await turn.RespondWithErrorAsync("Forbidden", change.Refusal!, cancellationToken);
            return;
        }

        if (change.Now is not { } report)
        {
            await turn.RespondWithErrorAsync("NotFound", SupportMessages.Gone, cancellationToken);
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var disaster = await DisasterQueries.ById(context, report.DisasterId).AsNoTracking().SingleAsync(cancellationToken);
        await turn.RespondAsync(One(report, disaster, change.Outcome switch
        {
            ChangeOutcome.Done => done,
            ChangeOutcome.Unchanged => unchanged,
            _ => SupportMessages.Stale,
        }), cancellationToken);
    }

    /// <summary>One report with what its organisation may do with it.</summary>
    private static AdaptiveCard One(SupportReport report, DisasterCase disaster, string said) =>
        SupportListCard.Build(new SupportListView(DisasterViews.Marked(said, disaster.IsDrill), [Line(report, disaster)])
        {
            Id = DisasterViews.Id(disaster.Id), Buttons = [DisasterButton.Totals, DisasterButton.Report, DisasterButton.Own],
        });

    private static SupportLine Line(SupportReport report, DisasterCase disaster) => new(
        $"{DisasterViews.NameOf(disaster)}：{DisasterViews.Report(report.Content)}",
        $"{report.OrganisationName}・{DisasterViews.Moment(report.ReportedAt)}{(report.Counts ? report.Revision > 1 ? "・訂正あり" : "" : "・取り下げ済み")}",
        DisasterViews.Details(report.Content))
    {
        Id = DisasterViews.Id(report.Id),
        Version = report.Version,
        Buttons = disaster.State == DisasterState.Withdrawn ? [] : report.Counts ? [DisasterButton.EditReport, DisasterButton.WithdrawReport, DisasterButton.History] : [DisasterButton.History],
    };

    /// <summary>The report that the card names, where the person may do this with it; else they have been answered.</summary>
    private async Task<(Actor Actor, SupportReport Report, DisasterCase Disaster)?> OwnAsync(TurnContext turn, string verb, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var report = turn.PressedId() is { } id ? await DisasterQueries.ReportById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
        if (await AllowedAsync(turn, verb, report is null ? Subject.Common : Subject.Of(report.Organisation), cancellationToken) is not { } actor)
            return null;
        if (report is not null && await DisasterQueries.ById(context, report.DisasterId).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { State: not DisasterState.Withdrawn } disaster)
            return (actor, report, disaster);
        await turn.RespondWithErrorAsync("NotFound", SupportMessages.Gone, cancellationToken);
        return null;
    }

    private Task<Actor?> AllowedAsync(TurnContext turn, string verb, Subject subject, CancellationToken cancellationToken) =>
        permissions.AllowedAsync(turn, verb, subject, turn.Audited(nameof(SupportReport)), cancellationToken);
}
