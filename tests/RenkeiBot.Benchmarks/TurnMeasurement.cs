using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace RenkeiBot.Benchmarks;

/// <summary>Turns per second over 32 connections that ask the development set without a pause, as a part of what the floor does.</summary>
internal static class TurnMeasurement
{
    public const int Connections = 32;
    private const double MinRatio = 0.2;
    private const int Rounds = 3;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(6);

    public static async Task RunAsync(Report report)
    {
        var folder = Directory.CreateTempSubdirectory("renkeibot-benchmark-").FullName;
        try
        {
            double floor = 0, service = 0;
            // In turns, as the machine is not equally fast all the time.
            for (var round = 0; round < Rounds; round++)
            {
                floor += await RunAsync("floor", BotProcess.Floor, report);
                service += await RunAsync("service", () => BotProcess.Service(folder), report);
            }

            report.AtLeast("turns per second, service / floor", service / floor, MinRatio);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs a bot under load.</summary>
    /// <param name="name">What the report calls it.</param>
    /// <param name="start">Starts it.</param>
    /// <param name="report">Gets the figures.</param>
    /// <param name="token">The token for a service URL, of a bot that wants one.</param>
    /// <returns>Turns per second.</returns>
    public static async Task<double> RunAsync(string name, Func<BotProcess> start, Report report, Func<string, string>? token = null)
    {
        using var sink = new ReplySink();
        using var bot = start();
        var proof = token?.Invoke(sink.ServiceUrl);
        await bot.FirstAnswerAsync(Questions.Activity(Questions.Conversations[0][0], "first", sink.ServiceUrl), proof);

        var clock = Stopwatch.StartNew();
        var processor = Task.Run(async () =>
        {
            await Task.Delay(WarmUp);
            var before = bot.ProcessorTime;
            await Task.Delay(Duration);
            return bot.ProcessorTime - before;
        });
        var loads = await Task.WhenAll(Enumerable.Range(0, Connections).Select(i => Task.Run(() => LoadAsync(bot.Address, Requests(i, bot.Address, sink.ServiceUrl, proof), clock))));

        var latencies = loads.SelectMany(load => load).Order().ToList();
        var perSecond = latencies.Count / Duration.TotalSeconds;
        report.Line($"       {name}: {perSecond:N0} turns/s, {(await processor).TotalMicroseconds / latencies.Count:F0} µs of processor a turn, p50 {latencies[latencies.Count / 2].TotalMilliseconds:F1} ms, "
            + $"p99 {latencies[latencies.Count * 99 / 100].TotalMilliseconds:F1} ms, {bot.Memory():F0} MB under load");
        if (sink.Replies < latencies.Count || bot.Complaints > 0)
            throw new InvalidOperationException($"{name}: {sink.Replies} replies to at least {latencies.Count} turns, {bot.Complaints} warnings and errors.");
        return perSecond;
    }

    /// <summary>All questions, each connection beginning with another one.</summary>
    private static ActivityStamp[] Requests(int connection, Uri bot, string serviceUrl, string? token)
    {
        var conversations = Questions.Conversations;
        return [.. Enumerable.Range(connection, conversations.Count)
            .SelectMany(i => conversations[i % conversations.Count])
            .Select(text => new ActivityStamp(HttpBytes.Post(bot, Questions.Activity(text, $"load-{connection}", serviceUrl), token)))];
    }

    /// <returns>How long each turn took that ended after the warm-up.</returns>
    private static async Task<List<TimeSpan>> LoadAsync(Uri bot, ActivityStamp[] requests, Stopwatch clock)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, bot.Port));
        var http = new HttpBytes(socket);
        var latencies = new List<TimeSpan>(200_000);
        for (var i = 0; clock.Elapsed < WarmUp + Duration; i++)
        {
            var asked = clock.Elapsed;
            await socket.SendAsync(requests[i % requests.Length].Renew());
            if (await http.ReadAsync(CancellationToken.None) is not "HTTP/1.1 200" and var status)
                throw new InvalidOperationException($"A turn was answered with {status ?? "a closed connection"}.");
            var answered = clock.Elapsed;
            if (answered >= WarmUp)
                latencies.Add(answered - asked);
        }

        return latencies;
    }
}
