using System.CommandLine;

namespace RenkeiBot.Service.Maintenance;

/// <summary>The commands for whoever operates the service: <c>dotnet RenkeiBot.Service.dll &lt;command&gt;</c>. Without a command, the service starts.</summary>
internal static class MaintenanceCommands
{
    /// <summary>The exit code of a command that did its work.</summary>
    public const int Done = 0;

    /// <summary>The exit code of a command line that cannot be read.</summary>
    public const int WrongUsage = 1;

    /// <summary>The exit code of a command that was refused or failed; the reason is on the error output.</summary>
    public const int Refused = 2;

    private static readonly string[] Questions = ["-h", "-?", "--help", "--version"];

    /// <summary>Whether arguments are a command, and not settings of the service (<c>--urls …</c>, <c>Clock:Now=…</c>).</summary>
    public static bool Are(string[] args) =>
        args is [{ Length: > 0 } first, ..] && (Questions.Contains(first) || (first[0] is not ('-' or '/') && !first.Contains('=', StringComparison.Ordinal)));

    /// <summary>Runs a command.</summary>
    /// <param name="args">The command and its arguments.</param>
    /// <param name="output">Where its results go; the console if null.</param>
    /// <param name="error">Where the reason of a refusal goes; the console if null.</param>
    /// <param name="settings">Settings on top of those that the service would have.</param>
    /// <returns>The exit code of the process.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter? output = null, TextWriter? error = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var host = new MaintenanceHost(settings);
        var root = new RootCommand("RenkeiBot: without a command, the service starts. The commands use the service's settings (appsettings.json, environment variables).")
        {
            MigrateCommand.Create(host),
            BackupCommand.Create(host),
            RestoreCommand.Create(host),
            AuditExportCommand.Create(host),
            PrivacyReportCommand.Create(host),
            PrivacyEraseCommand.Create(host),
        };
        var invocation = new InvocationConfiguration();
        if (output is not null)
            invocation.Output = output;
        if (error is not null)
            invocation.Error = error;
        return root.Parse(args).InvokeAsync(invocation);
    }
}
