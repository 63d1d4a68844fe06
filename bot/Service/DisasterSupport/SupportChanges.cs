using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>Reporting what was given, correcting it with what it said before, and taking it back.</summary>
internal sealed class SupportChanges(DisasterWriter writer)
{
    /// <summary>Reports. The same form sent again changes nothing.</summary>
    public Task<Change<SupportReport>> ReportAsync(TurnContext turn, Actor actor, Guid id, SupportTyped typed, CancellationToken cancellationToken) => writer.WriteAsync(turn, async (context, now) =>
    {
        if (await ReadAsync(context, id, cancellationToken) is { } already)
            return new DisasterWrite<SupportReport>(ChangeOutcome.Unchanged, already);
        var disaster = await DisasterQueries.ById(context, typed.DisasterId).SingleOrDefaultAsync(cancellationToken);
        if (disaster is not { State: DisasterState.Active })
            return new DisasterWrite<SupportReport>(ChangeOutcome.Gone, null);
        await DisasterQueries.Reports(context, disaster.Id).LoadAsync(cancellationToken);
        var isFirst = !context.SupportReports.Local.Any(report => report.DisasterId == disaster.Id);
        var report = new SupportReport
        {
            Id = id,
            DisasterId = disaster.Id,
            TenantId = actor.Person.TenantId,
            AadObjectId = actor.Person.AadObjectId,
            OrganisationKind = typed.Giver.Organisation.Kind,
            OrganisationId = typed.Giver.Organisation.Id,
            OrganisationName = typed.Giver.Name,
            Content = typed.Content,
            ReportedAt = now,
            UpdatedAt = now,
        };
        context.SupportReports.Add(report);
        AddRevision(context, report, actor, now);
        context.Audit(Verbs.ReportSupport, actor.Person, Audited(id), ChangeOutcome.Done.Audited(), now, turn, $"disaster={disaster.Id}");
        return new DisasterWrite<SupportReport>(ChangeOutcome.Done, report)
        {
            Disaster = disaster,
            Entry = isFirst
                ? (DisasterEntryKind.FirstReport, DisasterMessages.FirstReportEntry(DisasterViews.NameOf(disaster), report.OrganisationName, DisasterViews.Report(report.Content)))
                : null,
        };
    }, context => ReadAsync(context, id, cancellationToken), cancellationToken);

    /// <summary>Corrects a report; what it said before stays.</summary>
    public Task<Change<SupportReport>> CorrectAsync(TurnContext turn, Actor actor, Guid id, int version, SupportContent content, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, version, Verbs.CorrectSupport, (context, report, now) =>
        {
            if (report.Content == content)
                return false;
            (report.Content, report.Revision) = (content, report.Revision + 1);
            AddRevision(context, report, actor, now);
            return true;
        }, cancellationToken);

    /// <summary>Takes a report back: it stays, and counts no more.</summary>
    public Task<Change<SupportReport>> WithdrawAsync(TurnContext turn, Actor actor, Guid id, int version, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, version, Verbs.WithdrawSupport, (_, report, now) =>
        {
            report.WithdrawnAt = now;
            return true;
        }, cancellationToken);

    private Task<Change<SupportReport>> ChangeAsync(
        TurnContext turn, Actor actor, Guid id, int version, string verb, Func<RenkeiBotDbContext, SupportReport, DateTimeOffset, bool> change, CancellationToken cancellationToken) =>
        writer.WriteAsync(turn, async (context, now) =>
        {
            var member = await MemberQueries.ByPerson(context, actor.Person.TenantId, actor.Person.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            var report = await ReadAsync(context, id, cancellationToken);
            var disaster = report is null ? null : await DisasterQueries.ById(context, report.DisasterId).SingleOrDefaultAsync(cancellationToken);
            if (report is null || disaster is not { State: not DisasterState.Withdrawn })
                return new DisasterWrite<SupportReport>(ChangeOutcome.Gone, null);
            var decision = Authorisation.Decide(verb, Subject.Of(report.Organisation), actor.Person, member);
            var outcome = !decision.IsAllowed ? ChangeOutcome.Refused : report.Version != version || !report.Counts ? ChangeOutcome.Stale : ChangeOutcome.Done;
            if (outcome == ChangeOutcome.Done)
            {
                if (!change(context, report, now))
                    return new DisasterWrite<SupportReport>(ChangeOutcome.Unchanged, report);
                report.UpdatedAt = now;
            }

            context.Audit(verb, actor.Person, Audited(id), outcome.Audited(), now, turn, $"disaster={disaster.Id}");
            return new DisasterWrite<SupportReport>(outcome, report) { Refusal = decision.Refusal, Disaster = disaster };
        }, context => ReadAsync(context, id, cancellationToken), cancellationToken);

    private static void AddRevision(RenkeiBotDbContext context, SupportReport report, Actor actor, DateTimeOffset now) =>
        context.SupportRevisions.Add(new SupportRevision { ReportId = report.Id, Number = report.Revision, Content = report.Content, At = now, By = actor.Member.Id });

    private static Task<SupportReport?> ReadAsync(RenkeiBotDbContext context, Guid id, CancellationToken cancellationToken) => DisasterQueries.ReportById(context, id).SingleOrDefaultAsync(cancellationToken);

    private static (string, string) Audited(Guid id) => (nameof(SupportReport), id.ToString());
}
