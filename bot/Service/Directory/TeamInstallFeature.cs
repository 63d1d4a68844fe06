using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Directories;
using RenkeiBot.Data.Directories;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Directories;

/// <summary>チームにアプリを追加: the teams of the tenant page by page, one of them with its channels, and the app installed there.</summary>
internal sealed class TeamInstallFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, GraphTenant tenant, GraphClient graph, AppInstallations installations, TimeProvider time) : ITurnFeature
{
    private const string AuditType = "Team";

    /// <summary>Paging through the list asks Graph once.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    private volatile ReadTeams? read;

    public void Register(TurnRouter router)
    {
        router.OnVerb(DirectoryVerbs.Teams, ListAsync);
        router.OnVerb(DirectoryVerbs.Team, OpenAsync);
        router.OnVerb(DirectoryVerbs.InstallTeam, InstallAsync);
    }

    private async Task ListAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await permissions.SecretaryAsync(turn, Verbs.SeeDirectory, cancellationToken) is not null)
            await ListAsync(turn, null, cancellationToken);
    }

    private async Task OpenAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await permissions.SecretaryAsync(turn, Verbs.SeeDirectory, cancellationToken) is null)
            return;
        if (await PressedAsync(turn, cancellationToken) is not { } team)
            return;
        try
        {
            var channels = await DirectoryTurns.ReadAsync(token => graph.ListChannelsAsync(team.Id, token), time, cancellationToken);
            await turn.RespondAsync(new DirectoryView(DirectoryMessages.Team(team.DisplayName ?? ""))
            {
                Notes =
                [
                    .. team.Description is { Length: > 0 } description ? [description] : Array.Empty<string>(),
                    DirectoryMessages.Channels([.. channels.Select(channel => channel.DisplayName ?? "")]),
                    DirectoryMessages.TeamNote,
                ],
                Buttons =
                [
                    new DirectoryButton(DirectoryMessages.Install, DirectoryVerbs.InstallTeam) { Id = team.Id, Page = Page(turn), IsMain = true },
                    DirectoryMessages.BackButton(DirectoryVerbs.Teams, Page(turn)),
                ],
            }, cancellationToken);
        }
        catch (GraphException exception)
        {
            await turn.RespondAsync(Failure(exception, GraphPermissions.Channels), cancellationToken);
        }
    }

    private async Task InstallAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await permissions.SecretaryAsync(turn, Verbs.InstallApp, cancellationToken) is not { } actor || await PressedAsync(turn, cancellationToken) is not { } team)
            return;
        await installations.RequestAsync(turn, actor, InstallationTarget.Team, [(team.Id, AuditType, team.Id)], cancellationToken);
        await ListAsync(turn, DirectoryMessages.TeamRequested, cancellationToken);
    }

    /// <summary>The team that the card names, if the tenant has it: what a card sends back is not believed.</summary>
    private async Task<GraphPlace?> PressedAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (!await IsPossibleAsync(turn, cancellationToken))
            return null;
        try
        {
            var id = turn.Action?.GetText(DirectoryVerbs.Id);
            if ((await TeamsAsync(cancellationToken)).FirstOrDefault(team => team.Id == id) is { } team)
                return team;
            await ListAsync(turn, DirectoryMessages.TeamGone, cancellationToken);
        }
        catch (GraphException exception)
        {
            await turn.RespondAsync(Failure(exception, GraphPermissions.Teams), cancellationToken);
        }

        return null;
    }

    private async Task ListAsync(TurnContext turn, string? said, CancellationToken cancellationToken)
    {
        if (!await IsPossibleAsync(turn, cancellationToken))
            return;
        try
        {
            var teams = await TeamsAsync(cancellationToken);
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var asked = await DirectoryQueries.Of(context, tenant.Id, InstallationTarget.Team).AsNoTracking().ToDictionaryAsync(one => one.TargetId, cancellationToken);
            var there = (await DirectoryQueries.TeamsWithBot(context, tenant.Id).ToListAsync(cancellationToken)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var pages = Math.Max(1, (teams.Count + DirectoryCard.PageSize - 1) / DirectoryCard.PageSize);
            var page = Math.Clamp(Page(turn), 1, pages);
            await turn.RespondAsync(new DirectoryView(said ?? (teams.Count == 0 ? DirectoryMessages.NoTeams : DirectoryMessages.Teams(teams.Count)))
            {
                Lines = [.. teams.Skip((page - 1) * DirectoryCard.PageSize).Take(DirectoryCard.PageSize).Select(team => Line(team, asked.GetValueOrDefault(team.Id), there.Contains(team.Id), page))],
                Page = page,
                Pages = pages,
                Buttons =
                [
                    .. page > 1 ? [new DirectoryButton(DirectoryMessages.Previous, DirectoryVerbs.Teams) { Page = page - 1 }] : Array.Empty<DirectoryButton>(),
                    .. page < pages ? [new DirectoryButton(DirectoryMessages.Next, DirectoryVerbs.Teams) { Page = page + 1 }] : Array.Empty<DirectoryButton>(),
                    new DirectoryButton(DirectoryMessages.Refresh, DirectoryVerbs.Teams) { Page = page },
                    DirectoryMessages.BackButton(),
                ],
            }, cancellationToken);
        }
        catch (GraphException exception)
        {
            await turn.RespondAsync(Failure(exception, GraphPermissions.Teams), cancellationToken);
        }
    }

    private static DirectoryLine Line(GraphPlace team, AppInstallation? installation, bool isThere, int page)
    {
        var (text, tone) = isThere ? (DirectoryMessages.InTeam, DirectoryTone.Good) : DirectoryTurns.Said(installation, GraphPermissions.InstallForTeam);
        var canChoose = !isThere && installation is null or { State: InstallationState.Failed };
        return new(team.DisplayName ?? "", text, tone) { Button = canChoose ? new DirectoryButton(DirectoryMessages.Select, DirectoryVerbs.Team) { Id = team.Id, Page = page } : null };
    }

    private async Task<bool> IsPossibleAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (tenant.CanInstall)
            return true;
        await turn.RespondWithMessageAsync(tenant.IsEnabled ? DirectoryMessages.InstallingIsOff : DirectoryMessages.NotConfigured, cancellationToken);
        return false;
    }

    private async Task<IReadOnlyList<GraphPlace>> TeamsAsync(CancellationToken cancellationToken)
    {
        if (read is { } known && time.GetElapsedTime(known.At) <= Freshness)
            return known.Teams;
        var at = time.GetTimestamp();
        var teams = await DirectoryTurns.ReadAsync(graph.ListTeamsAsync, time, cancellationToken);
        read = new ReadTeams([.. teams.OrderBy(team => team.DisplayName, StringComparer.Ordinal).ThenBy(team => team.Id, StringComparer.Ordinal)], at);
        return read.Teams;
    }

    private static DirectoryView Failure(GraphException exception, string permission) =>
        new(GraphFailures.Text(exception, permission)) { Buttons = [DirectoryMessages.BackButton()] };

    private static int Page(TurnContext turn) => int.TryParse(turn.Action?.GetText(DirectoryVerbs.Page), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    private sealed record ReadTeams(IReadOnlyList<GraphPlace> Teams, long At);
}
