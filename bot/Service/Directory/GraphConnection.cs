using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;

namespace RenkeiBot.Service.Directories;

/// <summary>
/// Calls Microsoft Graph as the app: token, errors, pages, and further tries. Every call that is made through it can be made twice without harm, so all are tried again: after what
/// Graph says (Retry-After), or after a wait that doubles, with chance in it.
/// </summary>
internal sealed class GraphConnection(HttpClient http, Lazy<IAppTokenSource> tokens, IOptions<GraphOptions> options, TimeProvider time)
{
    /// <summary>Whom the token is for (Microsoft Graph: get access without a user).</summary>
    private const string Resource = "https://graph.microsoft.com";

    /// <summary>More pages than any tenant of the project has: a circle of links ends here.</summary>
    private const int MaxPages = 500;

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>Read when it is needed: where Graph is not used, nobody looks at the setting.</summary>
    private Uri Root => new(options.Value.BaseUrl.TrimEnd('/') + "/");

    /// <summary>An id as a part of a path.</summary>
    /// <exception cref="GraphException">It cannot be one: a dot segment survives escaping, and would climb out of the path.</exception>
    public static string Segment(string id) =>
        string.IsNullOrEmpty(id) || id is "." or ".." ? throw new GraphException(null, GraphException.Refused) : Uri.EscapeDataString(id);

    /// <summary>Reads one object.</summary>
    /// <exception cref="GraphException">It was not to be had.</exception>
    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) where T : class =>
        CallAsync(HttpMethod.Get, new Uri(Root, path), null, type, cancellationToken)!;

    /// <summary>Reads a collection page by page. The link to the next page is used as it came, but only at Graph itself: the token goes with it.</summary>
    /// <exception cref="GraphException">A page was not to be had.</exception>
    public async IAsyncEnumerable<T> ListAsync<T>(string path, JsonTypeInfo<GraphPage<T>> type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = new Uri(Root, path);
        for (var pages = 1; ; pages++)
        {
            var page = (await CallAsync(HttpMethod.Get, next, null, type, cancellationToken))!;
            foreach (var item in page.Value)
                yield return item;
            if (page.NextLink is null)
                yield break;
            if (pages == MaxPages || !Uri.TryCreate(page.NextLink, UriKind.Absolute, out var link) || !Root.IsBaseOf(link) || link.UserInfo.Length > 0)
                throw new GraphException(null, GraphException.Refused);
            next = link;
        }
    }

    /// <summary>Sends an object and reads the answer.</summary>
    /// <exception cref="GraphException">It did not succeed.</exception>
    public Task<T> SendAsync<TBody, T>(HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> type, CancellationToken cancellationToken) where T : class =>
        CallAsync(method, new Uri(Root, path), JsonSerializer.SerializeToUtf8Bytes(body, bodyType), type, cancellationToken)!;

    /// <summary>Sends an object; what the answer has is of no interest.</summary>
    /// <exception cref="GraphException">It did not succeed.</exception>
    public Task SendAsync<TBody>(HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, CancellationToken cancellationToken) =>
        CallAsync<GraphId>(method, new Uri(Root, path), JsonSerializer.SerializeToUtf8Bytes(body, bodyType), null, cancellationToken);

    /// <summary>Deletes an object.</summary>
    /// <exception cref="GraphException">It did not succeed.</exception>
    public Task DeleteAsync(string path, CancellationToken cancellationToken) => CallAsync<GraphId>(HttpMethod.Delete, new Uri(Root, path), null, null, cancellationToken);

    private async Task<T?> CallAsync<T>(HttpMethod method, Uri url, byte[]? body, JsonTypeInfo<T>? type, CancellationToken cancellationToken) where T : class
    {
        var wait = options.Value.FirstWait;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(method, url, body, type, cancellationToken);
            }
            catch (GraphException exception) when (exception.IsTransient && attempt < options.Value.MaxAttempts && (exception.RetryAfter ?? wait) <= options.Value.LongestWait)
            {
                await Task.Delay(exception.RetryAfter ?? wait * (0.5 + RandomNumberGenerator.GetInt32(1000) / 1000.0), time, cancellationToken);
                wait *= 2;
            }
        }
    }

    private async Task<T?> TryAsync<T>(HttpMethod method, Uri url, byte[]? body, JsonTypeInfo<T>? type, CancellationToken cancellationToken) where T : class
    {
        using var request = new HttpRequestMessage(method, url);
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        try
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.Value.GetTokenAsync(Resource, cancellationToken));
            using var response = await http.SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw Failure(response, answer);
            return type is null ? null : Read(response.StatusCode, answer, type);
        }
        catch (AppTokenException exception)
        {
            throw new GraphException(null, GraphException.NoToken, inner: exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GraphException(null, GraphException.Timeout, inner: exception);
        }
        catch (HttpRequestException exception)
        {
            throw new GraphException(null, GraphException.ConnectionFailed, inner: exception);
        }
    }

    private static T Read<T>(HttpStatusCode status, byte[] answer, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(answer, type) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException exception)
        {
            throw new GraphException(status, GraphException.Unreadable, inner: exception);
        }
    }

    private GraphException Failure(HttpResponseMessage response, byte[] answer)
    {
        string? code = null;
        try
        {
            code = JsonSerializer.Deserialize(answer, GraphJson.Wire.GraphError)?.Error?.Code;
        }
        catch (JsonException)
        {
            // A proxy on the way may answer with something else: the status says enough.
        }

        var requestId = response.Headers.NonValidated.TryGetValues("request-id", out var values) ? values.ToString() : null;
        return new GraphException(response.StatusCode, code is { Length: > 0 } ? code : response.StatusCode.ToString(), RetryAfter.Of(response, time), requestId);
    }
}
