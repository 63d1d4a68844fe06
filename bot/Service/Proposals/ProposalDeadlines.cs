using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Tenants;
using JapaneseCalendar = RenkeiBot.Service.Answers.Language.JapaneseCalendar;

namespace RenkeiBot.Service.Proposals;

/// <summary>
/// Reminds owners before the deadline of a proposal, once, ends open proposals after it, and applications that came too late. Several instances may do so at once: the row's version and the outbox's keys let one succeed.
/// </summary>
internal sealed partial class ProposalDeadlines(
    IDbContextFactory<RenkeiBotDbContext> contexts, ProposalNotices notices, ProposalCards cards, ProposalBoard board, IOptions<ProposalsOptions> options, TimeProvider time, ILogger<ProposalDeadlines> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                if (await IsAnyDueAsync(stoppingToken))
                {
                    await RemindAsync(stoppingToken);
                    await ExpireAsync(stoppingToken);
                }

                await EndStrandedAsync(stoppingToken);
                await SettleCardsAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Whatever the database has against it, the next round tries again.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(exception);
            }

            await Task.Delay(options.Value.CheckInterval, time, stoppingToken);
        }
    }

    /// <summary>Whether a deadline is near or past: what a service at rest asks, without a compiled query.</summary>
    private async Task<bool> IsAnyDueAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var command = context.Command(
            null, sql => $"SELECT 1 WHERE EXISTS (SELECT 1 FROM {sql("Proposals")} WHERE {sql("Deadline")} <= @until AND ({sql("State")} = 'Open' OR ({sql("Deadline")} >= @today AND {sql("State")} IN ('Negotiating', 'Agreed'))))",
            ("@until", DbType.DateTime), ("@today", DbType.DateTime));
        command.Parameters["@today"].Value = JapanTime.Today(time).ToDateTime(TimeOnly.MinValue);
        command.Parameters["@until"].Value = JapanTime.Today(time).AddDays(options.Value.RemindDays).ToDateTime(TimeOnly.MinValue);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private async Task RemindAsync(CancellationToken cancellationToken)
    {
        if (options.Value.RemindDays == 0)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var today = JapanTime.Today(time);
        foreach (var proposal in await ProposalQueries.ToRemind(context, today, today.AddDays(options.Value.RemindDays)).AsNoTracking().ToListAsync(cancellationToken))
        {
            var left = proposal.Deadline!.Value.DayNumber - today.DayNumber;
            var sentence = left == 0 ? "応募締切は今日です。" : $"応募締切まで、あと{left}日です（{JapaneseCalendar.Short(proposal.Deadline.Value)}）。";
            await using var own = await contexts.OpenAsync(cancellationToken);
            await using var transaction = await own.Database.BeginTransactionAsync(cancellationToken);
            if (!await TryNoteAsync(own, transaction, proposal, cancellationToken))
                continue;
            await notices.TellAsync(own, $"proposal/{proposal.Id:N}/deadline/{proposal.Deadline:yyyy-MM-dd}/{proposal.Version}", proposal.Organisation, new Sender(proposal.TenantId, proposal.AadObjectId),
                new ProposalNoticeView(sentence, ProposalViews.Id(proposal.Id), proposal.Content.Title) { Button = ProposalButton.Applications }, cancellationToken);
            if (await own.TrySaveChangesAsync(cancellationToken))
                await transaction.CommitAsync(cancellationToken);
        }

        notices.Wake();
    }

    /// <summary>Notes that the owner is reminded, past the counting of versions.</summary>
    /// <returns>False where another instance was first.</returns>
    private static async Task<bool> TryNoteAsync(RenkeiBotDbContext context, IDbContextTransaction transaction, Proposal proposal, CancellationToken cancellationToken)
    {
        await using var update = context.Command(
            transaction, sql => $"UPDATE {sql("Proposals")} SET {sql("RemindedOf")} = @deadline WHERE {sql("Id")} = @id AND ({sql("RemindedOf")} IS NULL OR {sql("RemindedOf")} <> @deadline)",
            ("@deadline", DbType.DateTime), ("@id", DbType.Guid));
        update.Parameters["@deadline"].Value = proposal.Deadline!.Value.ToDateTime(TimeOnly.MinValue);
        update.Parameters["@id"].Value = proposal.Id;
        return await update.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private async Task ExpireAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var today = JapanTime.Today(time);
        foreach (var passed in await ProposalQueries.Expired(context, today).AsNoTracking().ToListAsync(cancellationToken))
        {
            await using var own = await contexts.CreateDbContextAsync(cancellationToken);
            var proposal = await ProposalQueries.ById(own, passed.Id).SingleAsync(cancellationToken);
            if (proposal.State != ProposalState.Open || !(proposal.Deadline < today))
                continue;
            var now = time.GetUtcNow();
            (proposal.State, proposal.UpdatedAt) = (ProposalState.Expired, now);
            own.Audit(Verbs.ExpireProposal, null, (nameof(Proposal), proposal.Id.ToString()), AuditOutcome.Done, now, null);
            await cards.ReplaceAsync(own, proposal, cancellationToken);
            await notices.TellAsync(own, $"proposal/{proposal.Id:N}/expired/{proposal.Version}", proposal.Organisation, new Sender(proposal.TenantId, proposal.AadObjectId),
                new ProposalNoticeView("応募締切を過ぎたため、募集を終了しました。締切を改めて再開できます。", ProposalViews.Id(proposal.Id), proposal.Content.Title), cancellationToken);
            if (!await own.TrySaveChangesAsync(cancellationToken))
                continue;
            board.Changed(proposal);
            LogExpired(proposal.Id);
        }
    }

    /// <summary>An application that came at the very moment when its proposal ended was not among those that were ended with it.</summary>
    private async Task EndStrandedAsync(CancellationToken cancellationToken)
    {
        await using (var opened = await contexts.OpenAsync(cancellationToken))
        {
            await using var command = opened.Command(null, sql =>
                $"SELECT 1 WHERE EXISTS (SELECT 1 FROM {sql("Applications")} a JOIN {sql("Proposals")} p ON p.{sql("Id")} = a.{sql("ProposalId")} "
                + $"WHERE a.{sql("State")} IN ('Applied', 'Approved') AND p.{sql("State")} IN ('Done', 'Withdrawn', 'Rejected'))");
            if (await command.ExecuteScalarAsync(cancellationToken) is null)
                return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var (application, proposal) in await ProposalQueries.Stranded(context).ToListAsync(cancellationToken))
        {
            application.State = ApplicationState.Ended;
            await notices.TellAsync(context, $"application/{application.Id:N}/ended/{application.Version}", application.Organisation, new Sender(application.TenantId, application.AadObjectId),
                new ProposalNoticeView($"応募した提案は、すでに終了していました（{proposal.OrganisationName}）。", ProposalViews.Id(proposal.Id), proposal.Content.Title), cancellationToken);
        }

        await context.TrySaveChangesAsync(cancellationToken);
    }

    private async Task SettleCardsAsync(CancellationToken cancellationToken)
    {
        await using (var opened = await contexts.OpenAsync(cancellationToken))
        {
            await using var command = opened.Command(null, sql => $"SELECT 1 WHERE EXISTS (SELECT 1 FROM {sql("PostedCards")} WHERE {sql("ActivityId")} = '')");
            if (await command.ExecuteScalarAsync(cancellationToken) is null)
                return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await ProposalCards.SettleAsync(context, cancellationToken);
    }

    [LoggerMessage(110, LogLevel.Warning, "The deadlines of proposals could not be looked at; it will be tried again")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(111, LogLevel.Information, "Proposal {ProposalId} ended by its deadline")]
    private partial void LogExpired(Guid proposalId);
}
