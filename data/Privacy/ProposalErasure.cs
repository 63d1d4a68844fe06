using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Privacy;

/// <summary>
/// Erases a person from proposals: drafts and saved searches go. What was posted belongs to the organisation and stays, under a pseudonym and without a contact; so do applications and comments, without
/// what the person wrote in them.
/// </summary>
internal static class ProposalErasure
{
    internal static void Run(RenkeiBotDbContext context, PersonalData held, string pseudonym, DateTimeOffset now)
    {
        context.RemoveRange(held.SavedSearches);
        foreach (var proposal in held.Proposals)
        {
            if (proposal.State == ProposalState.Draft)
            {
                context.Remove(proposal);
                continue;
            }

            context.Entry(proposal).Property(p => p.AadObjectId).CurrentValue = pseudonym;
            // Services that run read what has changed since.
            (proposal.Content, proposal.UpdatedAt) = (proposal.Content with { Contact = "" }, now);
        }

        foreach (var revision in held.ProposalRevisions)
            context.Entry(revision).Property(r => r.Content).CurrentValue = revision.Content with { Contact = "" };
        foreach (var application in held.Applications)
            (application.AadObjectId, application.Message) = (pseudonym, "");
        foreach (var comment in held.Comments)
        {
            context.Entry(comment).Property(c => c.AadObjectId).CurrentValue = pseudonym;
            comment.Text = "";
        }
    }
}
