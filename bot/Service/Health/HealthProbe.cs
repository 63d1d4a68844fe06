using System.Net;

namespace RenkeiBot.Service.Health;

/// <summary>
/// <c>RenkeiBot.Service health [address]</c>: asks a running service on this machine whether it is ready, prints what it said and ends with 0 or 1. The container has no
/// shell and no curl, so that its health is asked for by the service's own program.
/// </summary>
internal static class HealthProbe
{
    private const string Word = "health";
    private const string DefaultAddress = "http://localhost:3978";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static bool IsAskedFor(string[] args) => args is [Word] or [Word, _];

    public static async Task<int> RunAsync(string[] args)
    {
        var address = args.Length > 1 ? args[1] : Address(Environment.GetEnvironmentVariable("ASPNETCORE_URLS"), Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS"));
        if (!Uri.TryCreate(address + "/health/ready", UriKind.Absolute, out var uri))
        {
            await Console.Error.WriteLineAsync($"'{address}' is not an address. Write it as {DefaultAddress}.");
            return 1;
        }

        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await http.GetAsync(uri);
            Console.WriteLine(await response.Content.ReadAsStringAsync());
            return response.StatusCode == HttpStatusCode.OK ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"{uri} does not answer: {e.Message}");
            return 1;
        }
    }

    /// <summary>The first address that the service listens on, seen from this machine.</summary>
    internal static string Address(string? urls, string? ports)
    {
        if (urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var url, ..])
            return url.Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal)
                .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal).TrimEnd('/');
        return ports?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var port, ..] ? $"http://localhost:{port}" : DefaultAddress;
    }
}
