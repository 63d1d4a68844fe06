using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Events;

/// <summary>The questions about events, and about what channels were told of them.</summary>
public static class EventQueries
{
    /// <summary>What was done to the record with an id.</summary>
    public static IQueryable<EventEdit> ById(RenkeiBotDbContext context, string id) => context.EventEdits.Where(e => e.Id == id);

    /// <summary>What was done to any record.</summary>
    public static IQueryable<EventEdit> All(RenkeiBotDbContext context) => context.EventEdits;

    /// <summary>The conversations that messages of a source were made for, sent or not.</summary>
    public static IQueryable<string> Told(RenkeiBotDbContext context, string source) =>
        context.OutboxMessages.Where(m => m.Source == source && m.ConversationId != null).Select(m => m.ConversationId!);

    /// <summary>The messages of sources that begin so and were not taken back.</summary>
    public static IQueryable<OutboxMessage> OfSources(RenkeiBotDbContext context, string beginning) =>
        context.OutboxMessages.Where(m => m.Source.StartsWith(beginning) && !m.IsWithdrawn).OrderBy(m => m.Id);

    /// <summary>Open proposals whose deadline lies between two days, the earliest first.</summary>
    public static IQueryable<Proposal> Deadlines(RenkeiBotDbContext context, DateOnly from, DateOnly until) =>
        context.Proposals.Where(p => p.State == ProposalState.Open && p.Deadline >= from && p.Deadline <= until).OrderBy(p => p.Deadline).ThenBy(p => p.Id);
}
