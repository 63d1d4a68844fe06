using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Privacy;

/// <summary>
/// Erases a person from the disaster support: what a ward gave and a municipality needs belongs to the organisation and stays, under a pseudonym and without what the person wrote freely.
/// </summary>
internal static class DisasterSupportErasure
{
    internal static void Run(RenkeiBotDbContext context, PersonalData held, string pseudonym)
    {
        foreach (var report in held.SupportReports)
        {
            context.Entry(report).Property(r => r.AadObjectId).CurrentValue = pseudonym;
            report.Content = report.Content with { Note = "" };
        }

        foreach (var revision in held.SupportRevisions)
            context.Entry(revision).Property(r => r.Content).CurrentValue = revision.Content with { Note = "" };
        foreach (var request in held.AidRequests)
            (request.AadObjectId, request.Note) = (pseudonym, "");
        foreach (var offer in held.AidOffers)
            (offer.AadObjectId, offer.Message) = (pseudonym, "");
    }
}
