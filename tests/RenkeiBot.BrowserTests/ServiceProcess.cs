using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace RenkeiBot.BrowserTests;

/// <summary>
/// The service as it is built, in a process of its own with an empty folder for its data: what starts here is what
/// <c>dotnet run --project bot/Service</c> starts.
/// </summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly DirectoryInfo folder;
    private readonly bool ownsFolder;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(Process process, DirectoryInfo folder, bool ownsFolder) => (this.process, this.folder, this.ownsFolder) = (process, folder, ownsFolder);

    public Uri Address => address.Task.Result;

    /// <summary>What the service wrote.</summary>
    public string Written => Output();

    /// <summary>Starts the service on a free port of this machine, in Development, with a folder of its own.</summary>
    /// <exception cref="InvalidOperationException">It did not start; the message has what it wrote.</exception>
    public static Task<ServiceProcess> StartAsync() => StartAsync(Directory.CreateTempSubdirectory("renkei-service-"), ownsFolder: true);

    /// <summary>Starts it on the database of a folder, which stays.</summary>
    public static Task<ServiceProcess> StartAsync(DirectoryInfo folder, params (string Key, string Value)[] settings) => StartAsync(folder, ownsFolder: false, settings);

    /// <summary>
    /// From now on no file may grow beyond a size, as on a disk that is full; null for no limit. Needs Linux, and a start with <see cref="ToleratesFullDisk"/>.
    /// </summary>
    public async Task LimitFilesAsync(long? bytes)
    {
        var limit = bytes?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unlimited";
        using var prlimit = Process.Start("prlimit", ["--pid", $"{process.Id}", $"--fsize={limit}:unlimited"]);
        await prlimit.WaitForExitAsync();
        if (prlimit.ExitCode != 0) throw new InvalidOperationException("The limit could not be set.");
    }

    /// <summary>A setting that makes the process get an error for a file that grows too large, in place of a signal that ends it.</summary>
    public static (string Key, string Value) ToleratesFullDisk { get; } = ("Tests:FullDisk", "true");

    /// <summary>The database of a folder.</summary>
    public static string Database(DirectoryInfo folder) => Path.Combine(folder.FullName, "renkei.db");

    private static async Task<ServiceProcess> StartAsync(DirectoryInfo folder, bool ownsFolder, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "RenkeiBot.Service.dll"),
                "--environment", "Development",
                "--urls", "http://127.0.0.1:0",
                "--contentRoot", ContentRoot(),
                "--ConnectionStrings:RenkeiBot", $"Data Source={Database(folder)}",
                "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information",
            },
        };
        foreach (var (key, value) in settings)
        {
            start.ArgumentList.Add($"--{key}");
            start.ArgumentList.Add(value);
        }

        if (settings.Contains(ToleratesFullDisk))
        {
            // Who ignores the signal passes that on to the program that takes its place.
            foreach (var argument in new[] { start.FileName, "trap '' XFSZ; exec \"$0\" \"$@\"", "-c" })
                start.ArgumentList.Insert(0, argument);
            start.FileName = "/bin/sh";
        }

        var service = new ServiceProcess(new Process { StartInfo = start, EnableRaisingEvents = true }, folder, ownsFolder);
        try
        {
            await service.StartAndListenAsync();
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the service as a power cut would.</summary>
    public async Task EndAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await EndAsync();
        process.Dispose();
        if (ownsFolder) folder.Delete(recursive: true);
    }

    private async Task StartAndListenAsync()
    {
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The service ended at its start:\n{Output()}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await address.Task.WaitAsync(LongestStart);
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"The service did not say where it listens:\n{Output()}");
        }
    }

    /// <summary>The folder of the project, where <c>dotnet run</c> finds the settings files.</summary>
    private static string ContentRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "RenkeiBot.sln"))) directory = directory.Parent!;
        return Path.Combine(directory.FullName, "bot", "Service");
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (output) output.AppendLine(line);
        if (Listening().Match(line) is { Success: true } match) address.TrySetResult(new Uri(match.Value));
    }

    private string Output()
    {
        lock (output) return output.ToString();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex Listening();
}
