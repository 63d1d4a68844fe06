using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Directories;

/// <summary>What came of trying one thing that Microsoft Graph is used for.</summary>
/// <param name="Use">What for, as the secretariat reads it.</param>
/// <param name="Permission">The permission that it needs.</param>
/// <param name="Trouble">What is wrong, in words; null for nothing.</param>
/// <param name="IsTried">False where it could not be tried without doing it.</param>
internal sealed record GraphFinding(string Use, string Permission, string? Trouble, bool IsTried = true);

/// <summary>Tries, by reading alone, what Microsoft Graph is used for: which permission is missing shows only when it is asked (403).</summary>
internal sealed class GraphProbe(GraphTenant tenant, GraphClient graph, MeetingCalendar calendar, TimeProvider time)
{
    /// <summary>Teams gives a turn some seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    /// <summary>Tries everything that the settings make possible, all at once.</summary>
    /// <param name="person">Somebody to ask about.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<IReadOnlyList<GraphFinding>> TryAsync(Sender person, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var token = either.Token;
        var tries = new List<Task<GraphFinding>>
        {
            TryAsync("利用登録の入力の補助、在籍の確認", GraphPermissions.Users, () => graph.FindUserAsync(person.AadObjectId, token), cancellationToken),
        };
        if (tenant.CanInstall)
        {
            tries.Add(TryAsync("チームの一覧", GraphPermissions.Teams, () => FirstAsync(graph.ListTeamsAsync(token)), cancellationToken));
            tries.Add(TryAsync("チャネルの一覧", GraphPermissions.Channels, () => TryChannelsAsync(token), cancellationToken));
            tries.Add(TryAsync("アプリの検索", GraphPermissions.Catalogue, () => FindAppAsync(token), cancellationToken));
            tries.Add(TryAsync("個人チャットへのアプリの追加", GraphPermissions.InstallForPerson, () => graph.FindChatAsync(person.AadObjectId, token), cancellationToken));
            tries.Add(Task.FromResult(new GraphFinding("チームへのアプリの追加", GraphPermissions.InstallForTeam, null, IsTried: false)));
        }

        if (tenant.Mailbox is not null)
            tries.Add(TryAsync("会議の予定表", GraphPermissions.Calendar, () => calendar.TryAsync(token), cancellationToken));
        return await Task.WhenAll(tries);
    }

    private static async Task<GraphFinding> TryAsync(string use, string permission, Func<Task> call, CancellationToken cancellationToken)
    {
        try
        {
            await call();
            return new(use, permission, null);
        }
        catch (GraphException exception)
        {
            return new(use, permission, GraphFailures.Text(exception, permission));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(use, permission, GraphFailures.Text(GraphException.Timeout, permission));
        }
    }

    private async Task FindAppAsync(CancellationToken cancellationToken)
    {
        if (await graph.FindAppAsync(cancellationToken) is null)
            throw new GraphException(null, GraphFailures.NoApp);
    }

    /// <summary>Of the first team; where there is none, or it cannot be seen, its own line says so.</summary>
    private async Task TryChannelsAsync(CancellationToken cancellationToken)
    {
        if (await FirstAsync(graph.ListTeamsAsync(cancellationToken)) is { } team)
            await FirstAsync(graph.ListChannelsAsync(team.Id, cancellationToken));
    }

    private static async Task<GraphPlace?> FirstAsync(IAsyncEnumerable<GraphPlace> places)
    {
        await foreach (var place in places)
            return place;
        return null;
    }
}
