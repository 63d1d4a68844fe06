using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;

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

/// <summary>What came of a change, and the object as it is now.</summary>
internal sealed record Change<T>(ChangeOutcome Outcome, T? Now, string? Refusal = null)
    where T : class;

/// <summary>Applying for registration, taking it back, and deciding about it. Each is one transaction with its audit entry and the messages that it causes.</summary>
internal sealed class Registrations(IDbContextFactory<RenkeiBotDbContext> contexts, MemberDirectory directory, MemberNotices notices, TimeProvider time)
{
    private const string SubjectType = nameof(Registration);

    /// <summary>
    /// Applies. One's own name and contact are changed at once; organisation and role wait for the secretariat. An application that still waits is replaced.
    /// </summary>
    public async Task<Change<Registration>> ApplyAsync(TurnContext turn, Person person, RegistrationRequest request, CancellationToken cancellationToken)
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
            await SaveAsync(context, cancellationToken);
            return new(ChangeOutcome.Done, null);
        }

        foreach (var waiting in await context.Registrations.Where(r => r.TenantId == person.TenantId && r.AadObjectId == person.AadObjectId && r.State == RegistrationState.Pending).ToListAsync(cancellationToken))
            (waiting.State, waiting.DecidedAt) = (RegistrationState.Withdrawn, now);
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
        return await TrySaveAsync(context, cancellationToken) ? new(ChangeOutcome.Done, registration) : new(ChangeOutcome.Stale, null);
    }

    /// <summary>Takes one's own application back.</summary>
    public Task<Change<Registration>> WithdrawAsync(TurnContext turn, Person person, Guid id, int version, CancellationToken cancellationToken) =>
        ChangeAsync(turn, person, id, version, Verbs.WithdrawRegistration, (context, registration, _, now) =>
        {
            (registration.State, registration.DecidedAt) = (RegistrationState.Withdrawn, now);
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>Decides about an application: an approved one makes its applicant a member, or changes the registration that they have.</summary>
    public Task<Change<Registration>> DecideAsync(TurnContext turn, Person person, Guid id, int version, bool approve, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(turn, person, id, version, approve ? Verbs.Approve : Verbs.Reject, async (context, registration, actor, now) =>
        {
            (registration.State, registration.Reason, registration.DecidedAt, registration.DecidedBy) =
                (approve ? RegistrationState.Approved : RegistrationState.Rejected, reason, now, actor!.Id);
            if (approve)
                await RegisterAsync(context, registration, now, cancellationToken);
            notices.TellApplicant(context, registration, now);
        }, cancellationToken);

    private async Task<Change<Registration>> ChangeAsync(
        TurnContext turn, Person person, Guid id, int version, string verb, Func<RenkeiBotDbContext, Registration, Member?, DateTimeOffset, Task> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var actor = await MemberOf(context, person, cancellationToken);
        var registration = await context.Registrations.SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        var subject = registration is null ? Subject.Common : Subject.Of(registration.TenantId, registration.AadObjectId);
        var decision = Authorisation.Decide(verb, subject, person, actor);
        var outcome = !decision.IsAllowed ? ChangeOutcome.Refused : registration is null ? ChangeOutcome.Gone
            : registration.State != RegistrationState.Pending || registration.Version != version ? ChangeOutcome.Stale : ChangeOutcome.Done;
        if (outcome == ChangeOutcome.Gone)
            return new(outcome, null);
        context.Audit(verb, person, (SubjectType, id.ToString()), outcome switch
        {
            ChangeOutcome.Refused => AuditOutcome.Refused,
            ChangeOutcome.Stale => AuditOutcome.Stale,
            _ => AuditOutcome.Done,
        }, now, turn, registration is null ? "" : Detail(registration));
        if (outcome == ChangeOutcome.Done)
            await change(context, registration!, actor, now);
        if (await TrySaveAsync(context, cancellationToken))
            return new(outcome, decision.IsAllowed ? registration : null, decision.Refusal);
        // Someone else was first: what they made of it is what is shown.
        await using var fresh = await contexts.CreateDbContextAsync(cancellationToken);
        return new(ChangeOutcome.Stale, await fresh.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken));
    }

    private static async Task RegisterAsync(RenkeiBotDbContext context, Registration registration, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var member = await MemberOf(context, new Person(registration.TenantId, registration.AadObjectId), cancellationToken);
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

    private static Task<Member?> MemberOf(RenkeiBotDbContext context, Person person, CancellationToken cancellationToken) =>
        context.Members.SingleOrDefaultAsync(m => m.TenantId == person.TenantId && m.AadObjectId == person.AadObjectId, cancellationToken);

    private static string Detail(Registration registration) => $"role={registration.Role};kind={registration.OrganisationKind}";

    private async Task<bool> TrySaveAsync(RenkeiBotDbContext context, CancellationToken cancellationToken)
    {
        try
        {
            await SaveAsync(context, cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // A newer version of the row, or the same person registered at the same moment.
            return false;
        }
    }

    private async Task SaveAsync(RenkeiBotDbContext context, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        directory.Forget();
        notices.Sent();
    }
}
