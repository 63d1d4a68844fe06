using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Downloads;
using RenkeiBot.Data.Inbox;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Retention;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.DisasterSupport;
using RenkeiBot.Service.Outbox;

namespace RenkeiBot.Service.Retention;

/// <summary>Removes once an hour what was kept for long enough. Every instance does so; where two meet, one leaves it to the other.</summary>
internal sealed partial class RetentionService(
    OldRows rows, UnreachedMessages unreached, IDbContextFactory<RenkeiBotDbContext> contexts, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionService> logger) : BackgroundService
{
    /// <summary>The first time after a start, which has enough to do.</summary>
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>How long after its last change a disaster may still change: so long its cards are known, and change where they stand.</summary>
    private static readonly TimeSpan DisastersChange = TimeSpan.FromDays(365);

    /// <summary>Removes what is old now.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var keep = options.Value;
        var audit = await rows.RemoveAsync(context => AuditQueries.OlderThan(context, now - keep.Audit), cancellationToken);
        var inbox = await rows.RemoveAsync(context => InboxQueries.OlderThan(context, now - keep.Inbox), cancellationToken);
        var disasters = await DisasterSourcesAsync(now - DisastersChange, cancellationToken);
        var outbox = await rows.RemoveAsync(context => OutboxQueries.EndedBefore(context, now - keep.Outbox, disasters), cancellationToken);
        await rows.RemoveAsync(OutboxQueries.LeftContents, cancellationToken);
        if (await unreached.GiveUpAsync(now - keep.Outbox, disasters, cancellationToken) is > 0 and var number)
            LogUnreached(number);
        var registrations = await rows.RemoveAsync(context => MemberQueries.DecidedBefore(context, now - keep.Registrations), cancellationToken);
        var drafts = await rows.RemoveAsync(context => ProposalQueries.DraftsBefore(context, now - keep.Drafts), cancellationToken)
            + await rows.RemoveAsync(context => MeetingQueries.DraftsBefore(context, now - keep.Drafts), cancellationToken);
        var answers = await rows.RemoveAsync(context => MeetingQueries.AnswersBefore(context, now - keep.MeetingAnswers), cancellationToken);
        var links = await rows.RemoveAsync(context => DownloadQueries.ExpiredBefore(context, now), cancellationToken);
        var announcements = await rows.RemoveAsync(context => AnnouncementQueries.RestingSince(context, now - keep.Announcements), cancellationToken);
        if (audit + inbox + outbox + registrations + drafts + answers + links + announcements > 0)
            LogRemoved(audit, inbox, outbox, registrations, drafts, answers, links, announcements);
    }

    private async Task<IReadOnlyList<string>> DisasterSourcesAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await DisasterQueries.ChangedSince(context, moment).ToListAsync(cancellationToken)).Select(DisasterPosting.SourceOf)];
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = FirstAfter; ; wait = Interval)
        {
            await Task.Delay(wait, time, stoppingToken);
            try
            {
                await RemoveAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Whatever the database has against it, the service goes on, and tries again the next time.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogNotRemoved(exception);
            }
        }
    }

    [LoggerMessage(33, LogLevel.Information, "Kept long enough and removed: {Audit} audit events, {Inbox} incoming activities, {Outbox} messages, {Registrations} registrations, {Drafts} drafts, {Answers} answers to meetings, {Links} links, {Announcements} announcements")]
    private partial void LogRemoved(int audit, int inbox, int outbox, int registrations, int drafts, int answers, int links, int announcements);

    [LoggerMessage(68, LogLevel.Warning, "{Number} messages were given up: the people they are for have not written to the bot")]
    private partial void LogUnreached(int number);

    [LoggerMessage(34, LogLevel.Error, "What was kept long enough could not be removed; it will be tried again in an hour")]
    private partial void LogNotRemoved(Exception exception);
}
