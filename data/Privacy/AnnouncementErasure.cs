namespace RenkeiBot.Data.Privacy;

/// <summary>Erases a person from announcements: that somebody was told, and somebody confirmed, stays under a pseudonym and without a name.</summary>
internal static class AnnouncementErasure
{
    internal static void Run(PersonalData held, string pseudonym)
    {
        foreach (var target in held.AnnouncementTargets)
        {
            // Nobody is reached under a pseudonym: what was not put yet never is.
            (target.AadObjectId, target.IsWritten, target.IsPending) = (pseudonym, true, false);
        }

        foreach (var confirmation in held.AnnouncementConfirmations)
            (confirmation.AadObjectId, confirmation.Name) = (pseudonym, "");
    }
}
