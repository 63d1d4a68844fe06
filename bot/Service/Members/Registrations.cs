using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Members;

/// <summary>How a change ended.</summary>
internal enum ChangeOutcome
{
    Done,

    /// <summary>The same as before: nothing was written.</summary>
    Unchanged,

    /// <summary>There is no such object.</summary>
    Gone,

    /// <summary>It had changed since the card was drawn.</summary>
    Stale,

    /// <summary>Not allowed; the reason is in words.</summary>
    Refused,
}

/// <summary>How the outcome of a change stands in the audit.</summary>
internal static class ChangeOutcomes
{
    public static AuditOutcome Audited(this ChangeOutcome outcome) => outcome switch
    {
        ChangeOutcome.Refused => AuditOutcome.Refused,
        ChangeOutcome.Stale => AuditOutcome.Stale,
        _ => AuditOutcome.Done,
    };
}

/// <summary>What came of a change, and the object as it is now.</summary>
internal sealed record Change<T>(ChangeOutcome Outcome, T? Now, string? Refusal = null)
    where T : class;

/// <summary>Applying for registration, taking it back, and deciding about it. Each is one transaction with its audit entry and the messages that it causes.</summary>
internal sealed class Registrations(IDbContextFactory<RenkeiBotDbContext> contexts, MemberDirectory directory, MemberNotices notices, TurnInbox inbox, TimeProvider time)
{
    private const string SubjectType = nameof(Registration);

    /// <summary>
    /// Applies. One's own name and contact are changed at once; organisation and role wait for the secretariat. An application that still waits is replaced.
    /// </summary>
    public async Task<Change<Registration>> ApplyAsync(TurnContext turn, Sender person, RegistrationRequest request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var member = await MemberOf(context, person, cancellationToken);
        if (member is { IsActive: true } && member.OrganisationId == request.Organisation.Id && member.OrganisationKind == request.Organisation.Kind && member.Role == request.Role)
        {
            if (member.Name == request.Name && member.Contact == request.Contact)
                return new(ChangeOutcome.Unchanged, null);
            (member.Name, member.Contact, member.UpdatedAt) = (request.Name, request.Contact, now);
            context.Audit(Verbs.ChangeMember, person, (nameof(Member), member.Id.ToString()), AuditOutcome.Done, now, turn, "own=true");
            inbox.Claim(context, turn);
            return new(await TrySaveAsync(context, cancellationToken) ? ChangeOutcome.Done : ChangeOutcome.Stale, null);
        }

        // One at most may wait (a unique index): the one before goes first, in the same transaction.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await MemberQueries.PendingRegistrationOf(context, person.TenantId, person.AadObjectId).SingleOrDefaultAsync(cancellationToken) is { } waiting)
        {
            (waiting.State, waiting.DecidedAt) = (RegistrationState.Withdrawn, now);
            await context.SaveChangesAsync(cancellationToken);
        }

        var registration = new Registration
        {
            Id = Guid.NewGuid(),
            TenantId = person.TenantId,
            AadObjectId = person.AadObjectId,
            Name = request.Name,
            OrganisationKind = request.Organisation.Kind,
            OrganisationId = request.Organisation.Id,
            OrganisationName = request.Organisation.Name,
            Role = request.Role,
            Contact = request.Contact,
            State = RegistrationState.Pending,
            AppliedAt = now,
        };
        context.Registrations.Add(registration);
        context.Audit(Verbs.Register, person, (SubjectType, registration.Id.ToString()), AuditOutcome.Done, now, turn, Detail(registration));
        await notices.TellSecretariatAsync(context, registration, member, now, cancellationToken);
        inbox.Claim(context, turn);
        if (!await TrySaveAsync(context, cancellationToken))
            return new(ChangeOutcome.Stale, null);
        await transaction.CommitAsync(cancellationToken);
        notices.Wake();
        return new(ChangeOutcome.Done, registration);
    }

    /// <summary>Takes one's own application back.</summary>
    public Task<Change<Registration>> WithdrawAsync(TurnContext turn, Sender person, Guid id, int version, CancellationToken cancellationToken) =>
        ChangeAsync(turn, person, id, version, Verbs.WithdrawRegistration, (context, registration, _, now) =>
        {
            (registration.State, registration.DecidedAt) = (RegistrationState.Withdrawn, now);
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>Decides about an application: an approved one makes its applicant a member, or changes the registration that they have.</summary>
    public Task<Change<Registration>> DecideAsync(TurnContext turn, Sender person, Guid id, int version, bool approve, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(turn, person, id, version, approve ? Verbs.Approve : Verbs.Reject, async (context, registration, actor, now) =>
        {
            (registration.State, registration.Reason, registration.DecidedAt, registration.DecidedBy) =
                (approve ? RegistrationState.Approved : RegistrationState.Rejected, reason, now, actor!.Id);
            if (approve)
                await RegisterAsync(context, registration, now, cancellationToken);
            notices.TellApplicant(context, registration, now);
        }, cancellationToken);

    private async Task<Change<Registration>> ChangeAsync(
        TurnContext turn, Sender person, Guid id, int version, string verb, Func<RenkeiBotDbContext, Registration, Member?, DateTimeOffset, Task> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var actor = await MemberOf(context, person, cancellationToken);
        var registration = await MemberQueries.RegistrationById(context, id).SingleOrDefaultAsync(cancellationToken);
        var subject = registration is null ? Subject.Common : Subject.Of(registration.TenantId, registration.AadObjectId);
        var decision = Authorisation.Decide(verb, subject, person, actor);
        var outcome = !decision.IsAllowed ? ChangeOutcome.Refused : registration is null ? ChangeOutcome.Gone
            : registration.State != RegistrationState.Pending || registration.Version != version ? ChangeOutcome.Stale : ChangeOutcome.Done;
        if (outcome == ChangeOutcome.Gone)
            return new(outcome, null);
        context.Audit(verb, person, (SubjectType, id.ToString()), outcome.Audited(), now, turn, registration is null ? "" : Detail(registration));
        if (outcome == ChangeOutcome.Done)
        {
            await change(context, registration!, actor, now);
            inbox.Claim(context, turn);
        }

        if (await TrySaveAsync(context, cancellationToken))
            return new(outcome, decision.IsAllowed ? registration : null, decision.Refusal);
        // Someone else was first: what they made of it is what is shown.
        await using var fresh = await contexts.CreateDbContextAsync(cancellationToken);
        return new(ChangeOutcome.Stale, await MemberQueries.RegistrationById(fresh, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken));
    }

    private static async Task RegisterAsync(RenkeiBotDbContext context, Registration registration, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var member = await MemberOf(context, new Sender(registration.TenantId, registration.AadObjectId), cancellationToken);
        if (member is null)
        {
            context.Members.Add(new Member
            {
                Id = Guid.NewGuid(),
                TenantId = registration.TenantId,
                AadObjectId = registration.AadObjectId,
                Name = registration.Name,
                OrganisationKind = registration.OrganisationKind,
                OrganisationId = registration.OrganisationId,
                OrganisationName = registration.OrganisationName,
                Role = registration.Role,
                Contact = registration.Contact,
                CreatedAt = now,
                UpdatedAt = now,
            });
            return;
        }

        (member.Name, member.Role, member.Contact) = (registration.Name, registration.Role, registration.Contact);
        (member.OrganisationKind, member.OrganisationId, member.OrganisationName) = (registration.OrganisationKind, registration.OrganisationId, registration.OrganisationName);
        (member.RevokedAt, member.UpdatedAt) = (null, now);
    }

    private static Task<Member?> MemberOf(RenkeiBotDbContext context, Sender person, CancellationToken cancellationToken) =>
        MemberQueries.ByPerson(context, person.TenantId, person.AadObjectId).SingleOrDefaultAsync(cancellationToken);

    private static string Detail(Registration registration) => $"role={registration.Role};kind={registration.OrganisationKind}";

    /// <returns>False where someone else was first: a newer version of the row, the same person at the same moment, or another delivery of the same press.</returns>
    private async Task<bool> TrySaveAsync(RenkeiBotDbContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            directory.Forget();
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }
}
