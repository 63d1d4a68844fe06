using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Members;

/// <summary>
/// Registers those of <c>Members:Preapproved</c> while the host starts, and has the members read before the first turn. Who has a row already keeps it as it is: what the secretariat changed or took back since is not
/// undone by a restart.
/// </summary>
internal sealed partial class PreapprovedMembers(
    IDbContextFactory<RenkeiBotDbContext> contexts, IOptions<MembersOptions> options, Organisations organisations, MemberDirectory directory, TimeProvider time, ILogger<PreapprovedMembers> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await RegisterAsync(cancellationToken);
        await directory.ReadAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RegisterAsync(CancellationToken cancellationToken)
    {
        var wanted = options.Value.Preapproved.Select((member, index) => (Person: new Sender(Sender.Normalise(member.TenantId)!, Sender.Normalise(member.AadObjectId)!), Member: member, Organisation: Organisation(member, index))).ToList();
        if (wanted.Count == 0)
            return;
        await using var context = await contexts.OpenAsync(cancellationToken);
        var known = (await MemberTable.ReadAsync(context, cancellationToken)).Select(member => new Sender(member.TenantId, member.AadObjectId)).ToHashSet();
        var now = time.GetUtcNow();
        var added = 0;
        foreach (var (person, member, organisation) in wanted)
        {
            if (!known.Add(person))
                continue;
            var id = Guid.NewGuid();
            context.Members.Add(new Member
            {
                Id = id,
                TenantId = person.TenantId,
                AadObjectId = person.AadObjectId,
                Name = member.Name,
                OrganisationKind = organisation.Kind,
                OrganisationId = organisation.Id,
                OrganisationName = organisation.Name,
                Role = Roles.Parse(member.Role)!.Value,
                Contact = member.Contact,
                CreatedAt = now,
                UpdatedAt = now,
            });
            context.Audit(Verbs.Preapprove, null, (nameof(Member), id.ToString()), AuditOutcome.Done, now, null, $"role={member.Role}");
            added++;
        }

        try
        {
            if (added > 0)
                await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception)
        {
            // Another instance starts at the same moment with the same settings.
            LogNotAdded(exception);
            return;
        }

        LogAdded(added, wanted.Count);
    }

    private Organisation Organisation(PreapprovedMember member, int index)
    {
        var organisation = organisations.Find(member.Organisation)
            ?? throw new OptionsValidationException(nameof(MembersOptions), typeof(MembersOptions),
                [$"Members:Preapproved:{index}:Organisation \"{member.Organisation}\" is neither the code of a municipality or ward, nor the name of an association or company of the records, nor 事務局."]);
        return Roles.Mismatch(Roles.Parse(member.Role)!.Value, organisation.Kind) is null ? organisation
            : throw new OptionsValidationException(nameof(MembersOptions), typeof(MembersOptions),
                [$"Members:Preapproved:{index}:Role {member.Role} does not go with the organisation \"{member.Organisation}\"."]);
    }

    [LoggerMessage(100, LogLevel.Information, "{Added} of {Count} preapproved members were registered, the others are known already")]
    private partial void LogAdded(int added, int count);

    [LoggerMessage(101, LogLevel.Warning, "The preapproved members could not be registered; another instance may have done it at the same moment")]
    private partial void LogNotAdded(Exception exception);
}
