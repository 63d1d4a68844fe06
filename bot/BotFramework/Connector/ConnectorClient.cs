using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RenkeiBot.BotFramework;

/// <summary>
/// The Bot Connector REST API: what a bot says goes through it (botframework-channel.json 3.1.12; Microsoft Teams for members and
/// teams). Every call takes the service URL of the conversation, whose host must be on the list of those that are answered, or in Development on this
/// machine. With an app id every call carries the bot's token, but to this machine none does. Nothing is retried. Every method throws <see cref="ConnectorException"/> when the call does not succeed, and <see cref="OperationCanceledException"/> only
/// when its own token is cancelled.
/// </summary>
public sealed class ConnectorClient
{
    /// <summary>Whom the bot's token is for (Bot Connector API: authentication, bot to Connector).</summary>
    private const string Resource = "https://api.botframework.com";

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly HttpClient http;
    private readonly TimeProvider time;
    private readonly ServiceUrlPolicy serviceUrls;
    private readonly IAppTokenSource? tokens;

    /// <param name="http">Used as it is: its timeout bounds each call.</param>
    /// <param name="time">For a Retry-After header that holds a date.</param>
    /// <param name="serviceUrls">Whom to answer.</param>
    /// <param name="tokens">What to prove the bot with; null where it is anonymous.</param>
    internal ConnectorClient(HttpClient http, TimeProvider time, ServiceUrlPolicy serviceUrls, IAppTokenSource? tokens) =>
        (this.http, this.time, this.serviceUrls, this.tokens) = (http, time, serviceUrls, tokens);

    /// <summary>Appends an activity to a conversation: <c>POST /v3/conversations/{id}/activities</c>.</summary>
    public Task<ResourceResponse> SendToConversationAsync(string serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, serviceUrl, $"/v3/conversations/{Segment(conversationId)}/activities", Body(activity, WireJson.Wire.Activity),
            WireJson.Wire.ResourceResponse, cancellationToken);

    /// <summary>Answers an activity: <c>POST /v3/conversations/{id}/activities/{activityId}</c>.</summary>
    public Task<ResourceResponse> ReplyToActivityAsync(
        string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, serviceUrl, ActivityPath(conversationId, activityId), Body(activity, WireJson.Wire.Activity),
            WireJson.Wire.ResourceResponse, cancellationToken);

    /// <summary>Replaces an activity of the bot as a whole: <c>PUT /v3/conversations/{id}/activities/{activityId}</c>.</summary>
    public Task<ResourceResponse> UpdateActivityAsync(
        string serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, serviceUrl, ActivityPath(conversationId, activityId), Body(activity, WireJson.Wire.Activity),
            WireJson.Wire.ResourceResponse, cancellationToken);

    /// <summary>Deletes an activity of the bot: <c>DELETE /v3/conversations/{id}/activities/{activityId}</c>.</summary>
    public Task DeleteActivityAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Delete, serviceUrl, ActivityPath(conversationId, activityId), null, WireJson.Wire.ResourceResponse, cancellationToken);

    /// <summary>Opens a 1:1 chat or a channel thread: <c>POST /v3/conversations</c>.</summary>
    public Task<ConversationResourceResponse> CreateConversationAsync(
        string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, serviceUrl, "/v3/conversations", Body(parameters, WireJson.Wire.ConversationParameters),
            WireJson.Wire.ConversationResourceResponse, cancellationToken);

    /// <summary>One page of a conversation's members: <c>GET /v3/conversations/{id}/pagedmembers</c>.</summary>
    /// <param name="serviceUrl">The conversation's service URL.</param>
    /// <param name="conversationId">The conversation; for a whole team, the team's id.</param>
    /// <param name="pageSize">50 to 500 on Teams; null for the channel's default.</param>
    /// <param name="continuationToken">From the page before; null for the first one.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    public Task<PagedMembersResult> GetConversationPagedMembersAsync(
        string serviceUrl, string conversationId, int? pageSize, string? continuationToken, CancellationToken cancellationToken)
    {
        var query = (pageSize, continuationToken) switch
        {
            (null, null) => "",
            ({ } size, null) => string.Create(CultureInfo.InvariantCulture, $"?pageSize={size}"),
            (null, { } token) => $"?continuationToken={Uri.EscapeDataString(token)}",
            ({ } size, { } token) => string.Create(CultureInfo.InvariantCulture, $"?pageSize={size}&continuationToken={Uri.EscapeDataString(token)}"),
        };
        return CallAsync(HttpMethod.Get, serviceUrl, $"/v3/conversations/{Segment(conversationId)}/pagedmembers{query}", null,
            WireJson.Wire.PagedMembersResult, cancellationToken);
    }

    /// <summary>One member of a conversation: <c>GET /v3/conversations/{id}/members/{userId}</c>.</summary>
    public Task<TeamsChannelAccount> GetConversationMemberAsync(string serviceUrl, string conversationId, string userId, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Get, serviceUrl, $"/v3/conversations/{Segment(conversationId)}/members/{Segment(userId)}", null,
            WireJson.Wire.TeamsChannelAccount, cancellationToken);

    /// <summary>A team: <c>GET /v3/teams/{teamId}</c>.</summary>
    /// <param name="serviceUrl">The service URL of a conversation in the team.</param>
    /// <param name="teamId">The team's thread id, <c>19:…</c>.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    public Task<TeamDetails> GetTeamDetailsAsync(string serviceUrl, string teamId, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Get, serviceUrl, $"/v3/teams/{Segment(teamId)}", null, WireJson.Wire.TeamDetails, cancellationToken);

    /// <summary>The channels of a team: <c>GET /v3/teams/{teamId}/conversations</c>. General has the team's id, and often no name.</summary>
    public async Task<IReadOnlyList<TeamsChannel>> GetTeamChannelsAsync(string serviceUrl, string teamId, CancellationToken cancellationToken) =>
        (await CallAsync(HttpMethod.Get, serviceUrl, $"/v3/teams/{Segment(teamId)}/conversations", null, WireJson.Wire.ConversationList, cancellationToken))
        .Conversations ?? [];

    private static string ActivityPath(string conversationId, string activityId) =>
        $"/v3/conversations/{Segment(conversationId)}/activities/{Segment(activityId)}";

    private static string Segment(string id)
    {
        // A dot segment survives escaping and would climb out of the path.
        if (string.IsNullOrEmpty(id) || id is "." or "..")
            throw new ConnectorException($"'{id}' is not an id of the Connector.", null, ConnectorException.Refused);
        return Uri.EscapeDataString(id);
    }

    private static ByteArrayContent Body<T>(T value, JsonTypeInfo<T> typeInfo)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, typeInfo));
        content.Headers.ContentType = Json;
        return content;
    }

    private async Task<T> CallAsync<T>(
        HttpMethod method, string serviceUrl, string path, HttpContent? content, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : class, new()
    {
        if (!serviceUrls.Allows(serviceUrl))
            throw new ConnectorException("The service URL is not on the list of those that are answered (BotFramework:AllowedServiceHosts).", null, ConnectorException.Refused);
        var root = serviceUrl.EndsWith('/') ? serviceUrl.AsSpan(0, serviceUrl.Length - 1) : serviceUrl;
        using var request = new HttpRequestMessage(method, string.Concat(root, path)) { Content = content };
        request.Headers.Authorization = await AuthorizationAsync(serviceUrl, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode ? Read(body, answer) ?? new T() : throw Failure(response, body);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorException("The Connector did not answer in time.", null, ConnectorException.Timeout, inner: e);
        }
        catch (HttpRequestException e)
        {
            throw new ConnectorException($"The Connector could not be reached: {e.Message}", null, ConnectorException.ConnectionFailed, inner: e);
        }
    }

    // A connector on this machine is a developer's: a token would be lost on it, and Microsoft Entra need not be reachable to talk to it.
    private async ValueTask<AuthenticationHeaderValue?> AuthorizationAsync(string serviceUrl, CancellationToken cancellationToken)
    {
        if (tokens is null || ServiceUrlPolicy.IsLoopback(serviceUrl))
            return null;
        try
        {
            return new AuthenticationHeaderValue("Bearer", await tokens.GetTokenAsync(Resource, cancellationToken));
        }
        catch (AppTokenException e)
        {
            throw new ConnectorException(e.Message, null, ConnectorException.NoToken, inner: e);
        }
    }

    // A success whose body cannot be read is still a success: what was sent was sent, only its id is not known.
    private static T? Read<T>(byte[] body, JsonTypeInfo<T> typeInfo) where T : class
    {
        if (body.Length == 0)
            return null;
        try
        {
            return JsonSerializer.Deserialize(body, typeInfo);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private ConnectorException Failure(HttpResponseMessage response, byte[] body)
    {
        var error = Read(body, WireJson.Wire.ErrorResponse);
        var message = error?.Error?.Message ?? error?.Message ?? response.ReasonPhrase;
        return new ConnectorException(
            $"The Connector answered {(int)response.StatusCode}: {message}", response.StatusCode, error?.Error?.Code ?? error?.Code,
            RetryAfter.Of(response, time), Header(response, "MS-CV") ?? Header(response, "X-Correlating-OperationId"));
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
