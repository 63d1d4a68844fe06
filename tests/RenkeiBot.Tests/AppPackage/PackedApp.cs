using System.Diagnostics;
using System.IO.Compression;

namespace RenkeiBot.Tests.AppPackage;

/// <summary>The Teams app, packed as the README of appPackage says.</summary>
public sealed class PackedApp : IAsyncLifetime
{
    public const string BotId = "0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("renkei-app-");

    /// <summary>The files of the package, by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; private set; } = new Dictionary<string, byte[]>();

    public async Task InitializeAsync()
    {
        var package = Path.Combine(folder.FullName, "app.zip");
        var (exitCode, output) = await PackAsync($"-p:BotId={BotId}", $"-p:PackageFile={package}", $"-p:StagingFolder={folder.FullName}/package/");
        Assert.True(exitCode == 0, output);
        using var zip = await ZipFile.OpenReadAsync(package);
        Files = zip.Entries.ToDictionary(entry => entry.FullName, Content);
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Runs the packing with the given properties.</summary>
    public static async Task<(int ExitCode, string Output)> PackAsync(params string[] properties)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["msbuild", Project(), "-t:Pack", "-nologo", .. properties])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private static string Project()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "RenkeiBot.sln"))) directory = directory.Parent!;
        return Path.Combine(directory.FullName, "appPackage", "appPackage.proj");
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
