using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>What the secretariat does with a disaster: registering, correcting, a new 状況, ending, reopening, and taking back what was registered by mistake.</summary>
internal sealed class DisasterChanges(DisasterWriter writer)
{
    /// <summary>Registers a disaster. The same form sent again changes nothing.</summary>
    /// <returns>Refused where one of the same name is under way.</returns>
    public Task<Change<DisasterCase>> RegisterAsync(TurnContext turn, Actor actor, Guid id, DisasterContent content, CancellationToken cancellationToken) => writer.WriteAsync(turn, async (context, now) =>
    {
        if (await DisasterQueries.ById(context, id).SingleOrDefaultAsync(cancellationToken) is { } already)
            return new DisasterWrite<DisasterCase>(ChangeOutcome.Unchanged, already);
        if (await DisasterQueries.OthersActiveNamed(context, id, content.Name, content.IsDrill).AnyAsync(cancellationToken))
            return new DisasterWrite<DisasterCase>(ChangeOutcome.Refused, null) { Refusal = DisasterMessages.NameTaken };
        var disaster = new DisasterCase
        {
            Id = id,
            Name = content.Name,
            OccurredOn = content.OccurredOn,
            Areas = content.Areas,
            Situation = content.Situation,
            Severity = content.Severity,
            IsDrill = content.IsDrill,
            RegisteredBy = actor.Member.Id,
            RegisteredAt = now,
            UpdatedAt = now,
        };
        context.DisasterCases.Add(disaster);
        context.Audit(Verbs.RegisterDisaster, actor.Person, Audited(id), ChangeOutcome.Done.Audited(), now, turn, $"drill={content.IsDrill}");
        return Done(disaster, DisasterEntryKind.Registered, DisasterMessages.RegisteredEntry(DisasterViews.NameOf(disaster)));
    }, context => ReadAsync(context, id, cancellationToken), cancellationToken);

    /// <summary>Corrects what was registered.</summary>
    /// <returns>Refused where another one of the name is under way.</returns>
    public Task<Change<DisasterCase>> CorrectAsync(TurnContext turn, Actor actor, Guid id, int edition, DisasterContent content, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, edition, Verbs.ChangeDisaster, disaster =>
        {
            if (disaster.Name == content.Name && disaster.OccurredOn == content.OccurredOn && disaster.Areas.SequenceEqual(content.Areas) && disaster.Situation == content.Situation
                && disaster.Severity == content.Severity)
                return null;
            (disaster.Name, disaster.OccurredOn, disaster.Areas, disaster.Situation, disaster.Severity) = (content.Name, content.OccurredOn, content.Areas, content.Situation, content.Severity);
            return (DisasterEntryKind.Situation, DisasterMessages.CorrectedEntry(DisasterViews.NameOf(disaster)));
        }, cancellationToken);

    /// <summary>Writes a new 状況.</summary>
    public Task<Change<DisasterCase>> UpdateAsync(TurnContext turn, Actor actor, Guid id, int edition, string situation, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, edition, Verbs.ChangeDisaster, disaster =>
        {
            if (disaster.Situation == situation)
                return null;
            disaster.Situation = situation;
            return (DisasterEntryKind.Situation, DisasterMessages.SituationEntry(DisasterViews.NameOf(disaster), situation));
        }, cancellationToken);

    /// <summary>Ends the taking of reports, or begins it again.</summary>
    /// <returns>Refused where another one of its name is under way by now.</returns>
    public Task<Change<DisasterCase>> SetStateAsync(TurnContext turn, Actor actor, Guid id, int edition, DisasterState state, CancellationToken cancellationToken) =>
        ChangeAsync(turn, actor, id, edition, state == DisasterState.Withdrawn ? Verbs.WithdrawDisaster : Verbs.ChangeDisaster, disaster =>
        {
            if (disaster.State == state)
                return null;
            disaster.State = state;
            var name = DisasterViews.NameOf(disaster);
            return state == DisasterState.Active ? (DisasterEntryKind.Reopened, DisasterMessages.ReopenedEntry(name)) : (DisasterEntryKind.Closed, DisasterMessages.ClosedEntry(name));
        }, cancellationToken);

    private Task<Change<DisasterCase>> ChangeAsync(
        TurnContext turn, Actor actor, Guid id, int edition, string verb, Func<DisasterCase, (DisasterEntryKind Kind, string Text)?> change, CancellationToken cancellationToken) => writer.WriteAsync(turn, async (context, now) =>
    {
        var member = await MemberQueries.ByPerson(context, actor.Person.TenantId, actor.Person.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var disaster = await ReadAsync(context, id, cancellationToken);
        if (disaster is null)
            return new DisasterWrite<DisasterCase>(ChangeOutcome.Gone, null);
        var decision = Authorisation.Decide(verb, Subject.Common, actor.Person, member);
        var outcome = !decision.IsAllowed ? ChangeOutcome.Refused : disaster.Edition != edition ? ChangeOutcome.Stale : ChangeOutcome.Done;
        (DisasterEntryKind Kind, string Text)? entry = null;
        if (outcome == ChangeOutcome.Done && (entry = change(disaster)) is null)
            return new DisasterWrite<DisasterCase>(ChangeOutcome.Unchanged, disaster);
        if (outcome == ChangeOutcome.Done && disaster.State == DisasterState.Active
            && await DisasterQueries.OthersActiveNamed(context, id, disaster.Name, disaster.IsDrill).AnyAsync(cancellationToken))
        {
            // Nothing of the change is saved.
            await context.Entry(disaster).ReloadAsync(cancellationToken);
            return new DisasterWrite<DisasterCase>(ChangeOutcome.Refused, disaster) { Refusal = DisasterMessages.NameTaken };
        }

        if (outcome == ChangeOutcome.Done)
            disaster.Edition++;
        context.Audit(verb, actor.Person, Audited(id), outcome.Audited(), now, turn, $"state={disaster.State}");
        return new DisasterWrite<DisasterCase>(outcome, disaster) { Refusal = decision.Refusal, Disaster = disaster, Entry = entry };
    }, context => ReadAsync(context, id, cancellationToken), cancellationToken);

    private static DisasterWrite<DisasterCase> Done(DisasterCase disaster, DisasterEntryKind kind, string text) => new(ChangeOutcome.Done, disaster) { Disaster = disaster, Entry = (kind, text) };

    /// <summary>Who sees a disaster that was taken back sees nothing.</summary>
    private static async Task<DisasterCase?> ReadAsync(RenkeiBotDbContext context, Guid id, CancellationToken cancellationToken) =>
        await DisasterQueries.ById(context, id).SingleOrDefaultAsync(cancellationToken) is { State: not DisasterState.Withdrawn } disaster ? disaster : null;

    private static (string, string) Audited(Guid id) => (nameof(DisasterCase), id.ToString());
}
