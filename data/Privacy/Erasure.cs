using System.Data;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Privacy;

/// <summary>
/// Erases a person: what is held about the person goes, and what the person did stays under a pseudonym of chance, in one transaction. Who looks at the events later
/// sees that one person did them, and no longer who.
/// </summary>
public static class Erasure
{
    /// <summary>The type of the event that remains of an erasure.</summary>
    public const string EventType = "privacy.erase";

    /// <summary>Erases the person.</summary>
    /// <returns>What was held.</returns>
    public static async Task<PersonalData> RunAsync(RenkeiBotDbContext context, string tenantId, string aadObjectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // What SQLite deletes it leaves in the file until something takes its place, unless it is told to write zeros over it.
        if (context.Database.IsSqlite())
        {
            await context.Database.OpenConnectionAsync(cancellationToken);
            await context.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", cancellationToken);
        }

        await using (var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken))
        {
            var held = await PersonalData.ReadAsync(context, tenantId, aadObjectId, cancellationToken);
            if (held.Member is { } member)
                context.Remove(member);
            if (held.PersonalChat is { } chat)
                context.Remove(chat);
            if (held.AppInstallation is { } installation)
                context.Remove(installation);
            context.RemoveRange(held.Registrations);
            context.RemoveRange(held.OutboxMessages);
            context.RemoveRange(held.ConversationStates);
            context.RemoveRange(held.InboxActivities);
            context.RemoveRange(held.MeetingAnswers);
            var pseudonym = Guid.NewGuid().ToString();
            Pseudonymise(context, held, pseudonym);
            ProposalErasure.Run(context, held, pseudonym, now);
            DisasterSupportErasure.Run(context, held, pseudonym);
            AnnouncementErasure.Run(held, pseudonym);
            foreach (var channel in held.Channels)
                channel.ChangedBy = null;
            context.AuditEvents.Add(Remains(held, pseudonym, now));
            await context.SaveChangesAsync(cancellationToken);
            // What those messages said, and what messages said before they were changed.
            context.RemoveRange(await OutboxQueries.LeftContents(context).ToListAsync(cancellationToken));
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);

            // The log still has the pages as they were.
            if (context.Database.IsSqlite())
                await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
            return held;
        }
    }

    private static void Pseudonymise(RenkeiBotDbContext context, PersonalData held, string pseudonym)
    {
        foreach (var action in held.Actions)
        {
            action.ActorAadObjectId = pseudonym;

            // With conversation and activity, Teams would still show who it was.
            var entry = context.Entry(action);
            entry.Property(nameof(AuditEvent.ConversationId)).CurrentValue = null;
            entry.Property(nameof(AuditEvent.ActivityId)).CurrentValue = null;
        }

        foreach (var mention in held.Mentions)
        {
            var entry = context.Entry(mention);
            entry.Property(nameof(AuditEvent.SubjectId)).CurrentValue = mention.SubjectId.Replace(held.AadObjectId, pseudonym, StringComparison.Ordinal);
            entry.Property(nameof(AuditEvent.Detail)).CurrentValue = mention.Detail.Replace(held.AadObjectId, pseudonym, StringComparison.Ordinal);
        }
    }

    private static AuditEvent Remains(PersonalData held, string pseudonym, DateTimeOffset now) => new()
    {
        At = now,
        Type = EventType,
        ActorTenantId = "",
        ActorAadObjectId = "",
        SubjectType = "Person",
        SubjectId = pseudonym,
        Outcome = AuditOutcome.Done,
        Detail = $"member={(held.Member is null ? 0 : 1)};registrations={held.Registrations.Count};messages={held.OutboxMessages.Count};proposals={held.Proposals.Count};applications={held.Applications.Count};actions={held.Actions.Count}",
    };
}
