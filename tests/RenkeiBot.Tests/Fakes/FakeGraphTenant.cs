using System.Globalization;
using System.Text.Json.Nodes;

namespace RenkeiBot.Tests.Fakes;

/// <summary>
/// A tenant as Microsoft Graph v1.0 serves it: people, teams, the app catalogue, installations and one calendar. Which requests there are, with which parameters, bodies and permissions, is
/// written here after Microsoft's reference and not after the bot.
/// </summary>
public sealed class FakeGraphTenant(string baseUrl)
{
    public const string AppExternalId = "7c9d3f52-0a4b-4a36-9a0f-5f2f64f0b0aa";
    public const string CatalogueId = "b1c5353a-7aca-41b3-830f-27d5218fe0e5";

    /// <summary>What GET /users can select of those that the bot could want (user resource type).</summary>
    private static readonly string[] UserProperties =
        ["id", "displayName", "givenName", "surname", "mail", "userPrincipalName", "jobTitle", "department", "officeLocation", "companyName", "employeeId", "accountEnabled"];

    private readonly Lock gate = new();
    private int lastEvent;

    /// <summary>People by id, with all their properties.</summary>
    public Dictionary<string, JsonObject> Users { get; } = [];

    /// <summary>Teams by id, each with its channels' names.</summary>
    public Dictionary<string, (string Name, string[] Channels)> Teams { get; } = [];

    /// <summary>Whether the catalogue has the bot's app.</summary>
    public bool HasApp { get; set; } = true;

    /// <summary>The ids of the people and teams for whom the app is installed.</summary>
    public HashSet<string> Installed { get; } = [];

    /// <summary>The events of the calendar by id.</summary>
    public Dictionary<string, JsonObject> Events { get; } = [];

    /// <summary>Availability by address; an address that is not here is not to be found.</summary>
    public Dictionary<string, string> Availability { get; } = [];

    /// <summary>Permissions that the app was not given.</summary>
    public HashSet<string> Denied { get; } = [];

    public int PageSize { get; set; } = 100;

    /// <summary>What the next page's link is to be, in place of the right one.</summary>
    public string? NextLink { get; set; }

    public GraphAnswer Answer(GraphCall call)
    {
        lock (gate)
        {
            return (call.Method, call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray()) switch
            {
                ("GET", ["users"]) => With("User.Read.All", () => Page(call, [.. Users.Values.Select(user => Selected(user, call))], "$top")),
                ("GET", ["users", var id]) => With("User.Read.All", () => Users.GetValueOrDefault(id) is { } user ? new(200, Selected(user, call)) : NotFound("Request_ResourceNotFound")),
                ("GET", ["teams"]) => With("Team.ReadBasic.All", () => Page(call, [.. Teams.Select(team => Place(team.Key, team.Value.Name))], "$select")),
                ("GET", ["teams", var id, "channels"]) => With("Channel.ReadBasic.All", () => Teams.TryGetValue(id, out var team)
                    ? Page(call, [.. team.Channels.Select((name, i) => Place($"19:{i}@thread.tacv2", name))], "$select") : NotFound("NotFound")),
                ("GET", ["appCatalogs", "teamsApps"]) => With("AppCatalog.Read.All", () => Catalogue(call)),
                ("POST", ["teams", var id, "installedApps"]) => With("TeamsAppInstallation.ReadWriteSelfForTeam.All", () => Install(call, Teams.ContainsKey(id), id)),
                ("POST", ["users", var id, "teamwork", "installedApps"]) => With("TeamsAppInstallation.ReadWriteSelfForUser.All", () => Install(call, Users.ContainsKey(id), id)),
                ("GET", ["users", var id, "teamwork", "installedApps"]) => With("TeamsAppInstallation.ReadWriteSelfForUser.All", () => InstalledFor(call, id)),
                ("GET", ["users", var id, "teamwork", "installedApps", var installation, "chat"]) => With("TeamsAppInstallation.ReadWriteSelfForUser.All",
                    () => installation == $"install-{id}" && call.Query == "" ? new(200, new JsonObject { ["id"] = $"19:{id}_bot@unq.gbl.spaces", ["chatType"] = "oneOnOne" }) : NotFound("NotFound")),
                ("POST", ["users", _, "events"]) => With("Calendars.ReadWrite", () => Create(call)),
                ("PATCH", ["users", _, "events", var id]) => With("Calendars.ReadWrite", () => Update(call, id)),
                ("DELETE", ["users", _, "events", var id]) => With("Calendars.ReadWrite", () => call.Body is null && Events.Remove(id) ? new(204) : NotFound("ErrorItemNotFound")),
                ("POST", ["users", _, "calendar", "getSchedule"]) => With("Calendars.ReadBasic", () => Schedule(call)),
                _ => throw new UndocumentedException("no such request"),
            };
        }
    }

    private GraphAnswer With(string permission, Func<GraphAnswer> answer) =>
        Denied.Contains(permission) ? new(403, FakeGraph.Error("Authorization_RequestDenied")) : answer();

    private static GraphAnswer NotFound(string code) => new(404, FakeGraph.Error(code));

    private static JsonObject Place(string id, string name) => new() { ["id"] = id, ["displayName"] = name, ["description"] = "" };

    private static JsonObject Selected(JsonObject user, GraphCall call)
    {
        var fields = Parameters(call).GetValueOrDefault("$select")?.Split(',') ?? throw new UndocumentedException("without $select neither department nor company are returned");
        if (fields.Except(UserProperties).ToArray() is [var unknown, ..])
            throw new UndocumentedException($"a user has no {unknown}");
        return new JsonObject(fields.Where(user.ContainsKey).Select(field => KeyValuePair.Create(field, user[field]?.DeepClone())));
    }

    /// <summary>A page; the link to the next has a token that says nothing to the caller.</summary>
    private GraphAnswer Page(GraphCall call, IReadOnlyList<JsonObject> items, params string[] allowed)
    {
        var parameters = Parameters(call);
        if (parameters.Keys.Except([.. allowed, "$select", "$skiptoken"]).ToArray() is [var unknown, ..])
            throw new UndocumentedException($"{unknown} is not supported");
        var top = parameters.TryGetValue("$top", out var asked) ? int.Parse(asked, CultureInfo.InvariantCulture) : PageSize;
        if (top is < 1 or > 999)
            throw new UndocumentedException("$top is from 1 to 999");
        var skip = parameters.TryGetValue("$skiptoken", out var token) ? int.Parse(token.Replace("RFNwdA+/=", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : 0;
        var size = Math.Min(top, PageSize);
        var page = new JsonObject { ["@odata.context"] = $"{baseUrl}/$metadata", ["value"] = new JsonArray([.. items.Skip(skip).Take(size)]) };
        if (skip + size < items.Count)
            page["@odata.nextLink"] = NextLink ?? $"{baseUrl}{call.Path}?$select={parameters["$select"]}&$skiptoken={Uri.EscapeDataString("RFNwdA+/=")}{skip + size}";
        return new(200, page);
    }

    private GraphAnswer Catalogue(GraphCall call)
    {
        if (call.Query != $"$filter=externalId eq '{AppExternalId}'")
            throw new UndocumentedException("the app is found by its external id");
        JsonNode[] apps = HasApp ? [new JsonObject { ["id"] = CatalogueId, ["externalId"] = AppExternalId, ["displayName"] = "連携ボット", ["distributionMethod"] = "organization" }] : [];
        return new(200, new JsonObject { ["value"] = new JsonArray(apps) });
    }

    private GraphAnswer Install(GraphCall call, bool isKnown, string id)
    {
        if (call.Body?.ToJsonString() != new JsonObject { ["teamsApp@odata.bind"] = $"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{CatalogueId}" }.ToJsonString())
            throw new UndocumentedException("the body binds an app of the catalogue and has nothing else");
        return !isKnown ? NotFound("NotFound") : Installed.Add(id) ? new(201) : new(409, FakeGraph.Error("Conflict"));
    }

    private GraphAnswer InstalledFor(GraphCall call, string id)
    {
        if (call.Query != $"$expand=teamsApp&$filter=teamsApp/externalId eq '{AppExternalId}'")
            throw new UndocumentedException("the filter needs the app to be expanded");
        JsonNode[] apps = Installed.Contains(id) ? [new JsonObject { ["id"] = $"install-{id}", ["teamsApp"] = new JsonObject { ["id"] = CatalogueId, ["externalId"] = AppExternalId } }] : [];
        return new(200, new JsonObject { ["value"] = new JsonArray(apps) });
    }

    private GraphAnswer Create(GraphCall call)
    {
        var body = call.Body ?? throw new UndocumentedException("no JSON object");
        CheckEvent(body, ["subject", "body", "start", "end", "location", "attendees", "isOnlineMeeting", "onlineMeetingProvider", "transactionId"]);
        if ((string?)body["transactionId"] is not { Length: > 0 } transaction)
            throw new UndocumentedException("without a transactionId a second try makes a second event");
        if (Events.Values.FirstOrDefault(one => (string?)one["transactionId"] == transaction) is { } there)
            return new(201, there.DeepClone().AsObject());
        var id = $"AAMkAG/E+{++lastEvent}=";
        var made = body.DeepClone().AsObject();
        made["id"] = id;
        if ((bool?)body["isOnlineMeeting"] == true)
            made["onlineMeeting"] = new JsonObject { ["joinUrl"] = $"https://teams.microsoft.com/l/meetup-join/19%3ameeting_{lastEvent}%40thread.v2/0" };
        Events[id] = made;
        return new(201, made.DeepClone().AsObject());
    }

    private GraphAnswer Update(GraphCall call, string id)
    {
        var body = call.Body ?? throw new UndocumentedException("no JSON object");
        // transactionId cannot be changed, and a new body would take the way into the online meeting away.
        CheckEvent(body, ["subject", "start", "end", "location", "attendees"]);
        if (!Events.TryGetValue(id, out var known))
            return NotFound("ErrorItemNotFound");
        foreach (var (name, value) in body)
            known[name] = value?.DeepClone();
        return new(200, known.DeepClone().AsObject());
    }

    private static void CheckEvent(JsonObject body, string[] allowed)
    {
        if (body.Select(property => property.Key).Except(allowed).ToArray() is [var unknown, ..])
            throw new UndocumentedException($"{unknown} cannot be set here");
        CheckTime(body["start"]);
        CheckTime(body["end"]);
        if (body["body"] is { } text && (string?)text["contentType"] is not ("text" or "html"))
            throw new UndocumentedException("contentType is text or html");
        if (body["onlineMeetingProvider"] is { } provider && (string?)provider is not ("teamsForBusiness" or "skypeForBusiness" or "skypeForConsumer"))
            throw new UndocumentedException("no such provider");
        if (body["location"]?["displayName"] is null)
            throw new UndocumentedException("a location has a displayName");
    }

    private static void CheckTime(JsonNode? time)
    {
        if (!DateTime.TryParseExact((string?)time?["dateTime"], "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) || (string?)time["timeZone"] != "Tokyo Standard Time")
            throw new UndocumentedException("a time is a local time without offset, and a zone");
    }

    private GraphAnswer Schedule(GraphCall call)
    {
        var body = call.Body ?? throw new UndocumentedException("no JSON object");
        if (body.Select(property => property.Key).Except(["schedules", "startTime", "endTime", "availabilityViewInterval"]).Any() || body["schedules"] is not JsonArray { Count: >= 1 and <= 20 } addresses)
            throw new UndocumentedException("schedules (1 to 20), startTime, endTime and availabilityViewInterval");
        CheckTime(body["startTime"]);
        CheckTime(body["endTime"]);
        if ((int?)body["availabilityViewInterval"] is < 5 or > 1440)
            throw new UndocumentedException("availabilityViewInterval is from 5 to 1440 minutes");
        return new(200, new JsonObject
        {
            ["value"] = new JsonArray([.. addresses.Select(address => Availability.TryGetValue((string)address!, out var view)
                ? new JsonObject { ["scheduleId"] = (string)address!, ["availabilityView"] = view, ["scheduleItems"] = new JsonArray() }
                : new JsonObject { ["scheduleId"] = (string)address!, ["error"] = new JsonObject { ["message"] = "not found", ["responseCode"] = "ErrorMailRecipientNotFound" } })]),
        });
    }

    private static Dictionary<string, string> Parameters(GraphCall call) =>
        call.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part.ElementAtOrDefault(1) ?? "");
}
