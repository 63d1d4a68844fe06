using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Announcements;

/// <summary>How far a sending has come, as the outbox knows.</summary>
internal sealed record AnnouncementFigures
{
    /// <summary>Copies that stand where they should.</summary>
    public int Sent { get; private init; }

    /// <summary>Copies that were never sent yet.</summary>
    public int Waiting { get; private init; }

    /// <summary>Those of them whose person has never written to the bot.</summary>
    public int Unreachable { get; private init; }

    /// <summary>Copies that stand there and are being changed.</summary>
    public int Updating { get; private init; }

    /// <summary>Copies that were given up.</summary>
    public int Failed { get; private init; }

    /// <summary>Copies that were deleted.</summary>
    public int Deleted { get; private init; }

    /// <summary>Copies that are to be deleted.</summary>
    public int Deleting { get; private init; }

    /// <summary>How many have confirmed.</summary>
    public int Confirmed { get; private init; }

    /// <summary>Why copies were given up, the most frequent reason first.</summary>
    public IReadOnlyList<(string Failure, int Number)> Failures { get; private init; } = [];

    /// <summary>Whether nothing is on its way but to people who cannot be reached yet.</summary>
    public bool IsDone => Waiting == Unreachable && Updating + Deleting == 0;

    /// <summary>Counts.</summary>
    public static async Task<AnnouncementFigures> ReadAsync(RenkeiBotDbContext context, Announcement announcement, AnnouncementOccurrence occurrence, CancellationToken cancellationToken)
    {
        var source = AnnouncementNames.Copies(announcement.Id, occurrence.Number);
        var confirmed = await AnnouncementQueries.Confirmations(context, announcement.Id, occurrence.Number).CountAsync(cancellationToken);
        var counts = await OutboxQueries.Counts(context, source).ToListAsync(cancellationToken);
        var pending = await AnnouncementQueries.PendingTargets(context, announcement.Id, occurrence.Number).CountAsync(cancellationToken);
        var unwritten = pending == 0 ? 0 : await AnnouncementQueries.UnwrittenTargets(context, announcement.Id, occurrence.Number).CountAsync(cancellationToken);
        // The messages are removed some weeks after their end: then the numbers are those that were counted last.
        if (counts.Count == 0 && unwritten == 0)
            return new() { Sent = occurrence.Sent, Waiting = occurrence.Waiting, Unreachable = occurrence.Waiting, Failed = occurrence.Failed, Deleted = occurrence.Deleted, Confirmed = confirmed };
        var isWithdrawn = announcement.State == AnnouncementState.Withdrawn;
        int Number(Func<OutboxCount, bool> which) => counts.Where(which).Sum(one => one.Number);
        return new()
        {
            Sent = Number(one => one is { IsWithdrawn: false, IsSent: true } and not { HasEnded: true, Failure: not null }),
            Waiting = isWithdrawn ? 0 : unwritten + Number(one => one is { IsWithdrawn: false, IsSent: false, HasEnded: false }),
            Unreachable = isWithdrawn ? 0 : await AnnouncementQueries.Unreachable(context, source).CountAsync(cancellationToken),
            Updating = isWithdrawn ? 0 : pending - unwritten + Number(one => one is { IsWithdrawn: false, IsSent: true, HasEnded: false }),
            Failed = Number(one => one is { HasEnded: true, Failure: not null }),
            Deleted = Number(one => one is { IsWithdrawn: true, IsSent: true, HasEnded: true, Failure: null }),
            Deleting = Number(one => one is { IsWithdrawn: true, HasEnded: false }),
            Confirmed = confirmed,
            Failures = [.. counts.Where(one => one is { HasEnded: true, Failure: not null }).GroupBy(one => one.Failure!).Select(one => (one.Key, one.Sum(count => count.Number))).OrderByDescending(one => one.Item2)],
        };
    }
}
