using System.Data;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Directories;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Outbox;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Directories;

/// <summary>
/// Installs the app where the secretariat asked for it, one after the other. Several instances may do so at once: Graph answers the second that it is there, and the row's version lets one of
/// them write. What may pass is tried again later; the rest ends with its reason.
/// </summary>
internal sealed partial class AppInstaller(
    IDbContextFactory<RenkeiBotDbContext> contexts, GraphTenant tenant, GraphClient graph, PersonalChatWriter chats, InstallationSignal signal, IOptions<GraphOptions> options, TimeProvider time,
    ILogger<AppInstaller> logger) : BackgroundService
{
    private const int Batch = 20;
    private const int MaxAttempts = 6;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (tenant.CanInstall)
        {
            try
            {
                while (await IsAnyDueAsync(stoppingToken))
                    await InstallAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Whatever the database has against it, the next round tries again.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogNotRead(exception);
            }

            await signal.WaitAsync(options.Value.PollInterval, stoppingToken);
        }
    }

    /// <summary>What a service at rest asks, without a compiled query.</summary>
    private async Task<bool> IsAnyDueAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.OpenAsync(cancellationToken);
        await using var command = context.Command(
            null, sql => $"SELECT 1 WHERE EXISTS (SELECT 1 FROM {sql("AppInstallations")} WHERE {sql("State")} = 'Waiting' AND {sql("NotBefore")} <= @now)", ("@now", DbType.DateTime2));
        command.Parameters["@now"].Value = time.GetUtcNow().UtcDateTime;
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private async Task InstallAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await DirectoryQueries.Due(context, time.GetUtcNow(), Batch).AsNoTracking().ToListAsync(cancellationToken);
        string? app = null;
        foreach (var installation in due)
        {
            try
            {
                app ??= await graph.FindAppAsync(cancellationToken) ?? throw new GraphException(null, GraphFailures.NoApp);
                await EndAsync(installation, await InstallAsync(installation, app, cancellationToken) ? InstallationState.Installed : InstallationState.Present, "", cancellationToken);
            }
            catch (GraphException exception)
            {
                await FailAsync(installation, exception, cancellationToken);
            }
        }
    }

    private async Task<bool> InstallAsync(AppInstallation installation, string app, CancellationToken cancellationToken)
    {
        if (installation.Target == InstallationTarget.Team)
            return await graph.InstallForTeamAsync(installation.TargetId, app, cancellationToken);
        if (await graph.InstallForPersonAsync(installation.TargetId, app, cancellationToken))
            return true;
        // Of a new installation Teams tells the bot itself. Of one that was there it has told before, and will not again.
        await NoteChatAsync(installation, cancellationToken);
        return false;
    }

    /// <summary>Notes the personal chat of somebody who has the app and of whom nothing is known, after the pattern of a chat in the same tenant: where the channel answers, and as whom.</summary>
    private async Task NoteChatAsync(AppInstallation installation, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var pattern = await DirectoryQueries.ChatsOf(context, installation.TenantId).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (pattern is null || JsonSerializer.Deserialize(pattern.Reference, BotFrameworkJson.ConversationReference) is not { } reference
            || await graph.FindChatAsync(installation.TargetId, cancellationToken) is not { } chat)
            return;
        var own = reference with
        {
            User = new ChannelAccount { AadObjectId = installation.TargetId },
            Conversation = new ConversationAccount { Id = chat, ConversationType = "personal", TenantId = installation.TenantId },
            Locale = null,
        };
        chats.Note(new Sender(installation.TenantId, installation.TargetId), new SeenChat(own, pattern.ServiceUrl, pattern.ServiceUrlVerifiedAt, time.GetUtcNow()));
    }

    private async Task FailAsync(AppInstallation installation, GraphException exception, CancellationToken cancellationToken)
    {
        var mayPass = exception.IsTransient || exception.Code == GraphException.NoToken || exception.StatusCode == HttpStatusCode.PreconditionFailed;
        var state = mayPass && installation.Attempts + 1 < MaxAttempts ? InstallationState.Waiting : InstallationState.Failed;
        await EndAsync(installation, state, GraphFailures.Reason(exception), cancellationToken, exception.RetryAfter ?? FirstWait * Math.Pow(2, installation.Attempts));
        LogFailed(installation.Target, installation.Attempts + 1, exception.Message);
    }

    private async Task EndAsync(AppInstallation read, InstallationState state, string reason, CancellationToken cancellationToken, TimeSpan wait = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Erased meanwhile, or ended by another instance: then there is nothing left to write.
        if (await DirectoryQueries.For(context, read.TenantId, read.Target, read.TargetId).SingleOrDefaultAsync(cancellationToken) is not { } row || row.Version != read.Version)
            return;
        (row.State, row.Reason, row.Attempts, row.NotBefore) = (state, reason, row.Attempts + 1, time.GetUtcNow() + wait);
        await context.TrySaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(201, LogLevel.Warning, "The installations of the app could not be read or written; it will be tried again")]
    private partial void LogNotRead(Exception exception);

    [LoggerMessage(202, LogLevel.Warning, "The app could not be installed for a {Target} at attempt {Attempt}: {Reason}")]
    private partial void LogFailed(InstallationTarget target, int attempt, string reason);
}
