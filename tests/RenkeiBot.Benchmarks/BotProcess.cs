using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace RenkeiBot.Benchmarks;

/// <summary>A bot as a process of its own.</summary>
internal sealed class BotProcess : IDisposable
{
    public const string DatabaseFile = "renkeibot.db";

    /// <summary>Where the build puts the service as it is published (RenkeiBot.Benchmarks.csproj).</summary>
    private static readonly string Published = Path.Combine(AppContext.BaseDirectory, "published");

    private readonly Process process;
    private readonly long started = Stopwatch.GetTimestamp();

    private int complaints;

    private BotProcess(ProcessStartInfo start, int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}/api/messages");
        process = Process.Start(start) ?? throw new InvalidOperationException("The bot did not start.");
        // What a bot complains about would spoil its figures.
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && (text.StartsWith("fail:", StringComparison.Ordinal) || text.StartsWith("warn:", StringComparison.Ordinal)))
                Interlocked.Increment(ref complaints);
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
                Console.Error.WriteLine(text);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public static BotProcess Service(string folder, params IEnumerable<(string Key, string Value)> settings)
    {
        var port = FreePort();
        var start = Dotnet(Path.Combine(Published, "RenkeiBot.Service.dll"), "--urls", $"http://127.0.0.1:{port}", "--contentRoot", Published);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__RenkeiBot"] = $"Data Source={Path.Combine(folder, DatabaseFile)}";
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        return new BotProcess(start, port);
    }

    public static BotProcess Floor()
    {
        var port = FreePort();
        return new BotProcess(Dotnet("RenkeiBot.Benchmarks.dll", "floor", $"{port}"), port);
    }

    /// <summary>A process that posts messages through HttpClient and does nothing else.</summary>
    public static BotProcess Loop(string serviceUrl, int targets, int concurrency) => new(Dotnet("RenkeiBot.Benchmarks.dll", "loop", serviceUrl, $"{targets}", $"{concurrency}"), 0);

    /// <summary>Asks until an answer comes.</summary>
    /// <returns>The time since the process was started.</returns>
    public async Task<TimeSpan> FirstAnswerAsync(byte[] activity, string? token = null)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);
        while (true)
        {
            using var content = new ByteArrayContent(activity);
            content.Headers.ContentType = new("application/json");
            try
            {
                using var response = await http.PostAsync(Address, content);
                response.EnsureSuccessStatusCode();
                return Stopwatch.GetElapsedTime(started);
            }
            catch (HttpRequestException e) when (e.StatusCode is null && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(5);
            }
        }
    }

    /// <summary>What the process took of the processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>How many warnings and errors it has logged.</summary>
    public int Complaints => Volatile.Read(ref complaints);

    /// <summary>Resident memory, in MB.</summary>
    public double Memory()
    {
        process.Refresh();
        return process.WorkingSet64 / 1e6;
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static ProcessStartInfo Dotnet(string program, params string[] arguments)
    {
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var start = new ProcessStartInfo(host, [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return start;
    }

    private static int FreePort()
    {
        using var probe = new Socket(SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
