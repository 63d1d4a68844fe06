using System.Net;
using Microsoft.Extensions.Options;

namespace RenkeiBot.Service.Directories;

/// <summary>
/// What the bot asks of Microsoft Graph v1.0, one method for each call, as the app itself and about its own tenant. docs/operations.md has the least permission for each.
/// Every method throws <see cref="GraphException"/> where a call does not succeed.
/// </summary>
internal sealed class GraphClient(GraphConnection graph, IOptions<GraphOptions> options)
{
    /// <summary>The department and the company are only returned where they are asked for.</summary>
    private const string UserFields = "$select=id,displayName,mail,department,companyName,officeLocation,accountEnabled";

    /// <summary>What an app is bound to is always named by its address at Graph.</summary>
    private const string Catalogue = GraphOptions.PublicUrl + "/appCatalogs/teamsApps/";

    /// <summary>As many schedules may be asked for at once (Microsoft Graph: calendar: getSchedule).</summary>
    private const int MaxSchedules = 20;

    /// <summary>A person; null where the tenant has none with this id. Permission: User.Read.All.</summary>
    public async Task<GraphUser?> FindUserAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await graph.GetAsync($"users/{GraphConnection.Segment(id)}?{UserFields}", GraphJson.Wire.GraphUser, cancellationToken);
        }
        catch (GraphException exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>All people of the tenant. Permission: User.Read.All.</summary>
    public IAsyncEnumerable<GraphUser> ListUsersAsync(CancellationToken cancellationToken) =>
        graph.ListAsync("users?$select=id,accountEnabled&$top=999", GraphJson.Wire.GraphPageGraphUser, cancellationToken);

    /// <summary>All teams. Permission: Team.ReadBasic.All.</summary>
    public IAsyncEnumerable<GraphPlace> ListTeamsAsync(CancellationToken cancellationToken) =>
        graph.ListAsync("teams?$select=id,displayName,description", GraphJson.Wire.GraphPageGraphPlace, cancellationToken);

    /// <summary>The channels of a team. Permission: Channel.ReadBasic.All.</summary>
    public IAsyncEnumerable<GraphPlace> ListChannelsAsync(string teamId, CancellationToken cancellationToken) =>
        graph.ListAsync($"teams/{GraphConnection.Segment(teamId)}/channels?$select=id,displayName", GraphJson.Wire.GraphPageGraphPlace, cancellationToken);

    /// <summary>The id under which the organisation's catalogue has the bot's app; null where it does not have it. Permission: AppCatalog.Read.All.</summary>
    public async Task<string?> FindAppAsync(CancellationToken cancellationToken)
    {
        var filter = Uri.EscapeDataString($"externalId eq '{options.Value.AppExternalId}'");
        return (await graph.GetAsync($"appCatalogs/teamsApps?$filter={filter}", GraphJson.Wire.GraphPageGraphId, cancellationToken)).Value is [var app, ..] ? app.Id : null;
    }

    /// <summary>Installs an app of the catalogue in a team. Permission: TeamsAppInstallation.ReadWriteSelfForTeam.All.</summary>
    /// <returns>False where it was there already.</returns>
    public Task<bool> InstallForTeamAsync(string teamId, string appId, CancellationToken cancellationToken) =>
        InstallAsync($"teams/{GraphConnection.Segment(teamId)}/installedApps", appId, cancellationToken);

    /// <summary>Installs an app of the catalogue for a person; Teams then tells the bot of their chat. Permission: TeamsAppInstallation.ReadWriteSelfForUser.All.</summary>
    /// <returns>False where it was there already.</returns>
    public Task<bool> InstallForPersonAsync(string userId, string appId, CancellationToken cancellationToken) =>
        InstallAsync($"users/{GraphConnection.Segment(userId)}/teamwork/installedApps", appId, cancellationToken);

    /// <summary>The id of the chat between a person and the bot's app; null where the app is not installed for them. Permission: TeamsAppInstallation.ReadWriteSelfForUser.All.</summary>
    public async Task<string?> FindChatAsync(string userId, CancellationToken cancellationToken)
    {
        var installed = $"users/{GraphConnection.Segment(userId)}/teamwork/installedApps";
        var filter = Uri.EscapeDataString($"teamsApp/externalId eq '{options.Value.AppExternalId}'");
        if ((await graph.GetAsync($"{installed}?$expand=teamsApp&$filter={filter}", GraphJson.Wire.GraphPageGraphId, cancellationToken)).Value is not [var installation, ..])
            return null;
        return (await graph.GetAsync($"{installed}/{GraphConnection.Segment(installation.Id)}/chat", GraphJson.Wire.GraphId, cancellationToken)).Id;
    }

    /// <summary>Puts an event into a calendar. The same <see cref="GraphEventRequest.TransactionId"/> twice makes one event. Permission: Calendars.ReadWrite.</summary>
    public Task<GraphEvent> CreateEventAsync(string mailbox, GraphEventRequest request, CancellationToken cancellationToken) =>
        graph.SendAsync(HttpMethod.Post, $"users/{GraphConnection.Segment(mailbox)}/events", request, GraphJson.Wire.GraphEventRequest, GraphJson.Wire.GraphEvent, cancellationToken);

    /// <summary>Changes an event; null where somebody has deleted it. Permission: Calendars.ReadWrite.</summary>
    public async Task<GraphEvent?> UpdateEventAsync(string mailbox, string eventId, GraphEventRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await graph.SendAsync(HttpMethod.Patch, EventPath(mailbox, eventId), request, GraphJson.Wire.GraphEventRequest, GraphJson.Wire.GraphEvent, cancellationToken);
        }
        catch (GraphException exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Deletes an event; one that is gone already is as it should be. Permission: Calendars.ReadWrite.</summary>
    public async Task DeleteEventAsync(string mailbox, string eventId, CancellationToken cancellationToken)
    {
        try
        {
            await graph.DeleteAsync(EventPath(mailbox, eventId), cancellationToken);
        }
        catch (GraphException exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            // It is gone, as it should be.
        }
    }

    /// <summary>When people are free and busy, in the order of their addresses. Permission: Calendars.ReadBasic.</summary>
    public async Task<IReadOnlyList<GraphSchedule>> GetSchedulesAsync(
        string mailbox, IReadOnlyList<string> addresses, GraphTime from, GraphTime until, TimeSpan interval, CancellationToken cancellationToken)
    {
        var schedules = new List<GraphSchedule>();
        foreach (var some in addresses.Chunk(MaxSchedules))
        {
            var request = new GraphScheduleRequest(some, from, until, (int)interval.TotalMinutes);
            schedules.AddRange((await graph.SendAsync(
                HttpMethod.Post, $"users/{GraphConnection.Segment(mailbox)}/calendar/getSchedule", request, GraphJson.Wire.GraphScheduleRequest,
                GraphJson.Wire.GraphPageGraphSchedule, cancellationToken)).Value);
        }

        return schedules;
    }

    private static string EventPath(string mailbox, string eventId) => $"users/{GraphConnection.Segment(mailbox)}/events/{GraphConnection.Segment(eventId)}";

    private async Task<bool> InstallAsync(string path, string appId, CancellationToken cancellationToken)
    {
        try
        {
            await graph.SendAsync(HttpMethod.Post, path, new GraphAppBinding { App = Catalogue + GraphConnection.Segment(appId) }, GraphJson.Wire.GraphAppBinding, cancellationToken);
            return true;
        }
        catch (GraphException exception) when (exception.StatusCode == HttpStatusCode.Conflict)
        {
            return false;
        }
    }
}
