using System.Globalization;
using System.Reflection;

namespace RenkeiBot.Service.Health;

/// <summary>Which version runs, and since when.</summary>
internal sealed class ServiceRun(TimeProvider time)
{
    private const int ShortRevision = 7;

    private readonly long started = time.GetTimestamp();

    /// <summary>The version, with the first characters of the revision it was built from where the build knew it.</summary>
    public static string Version { get; } = Short(typeof(ServiceRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    /// <summary>How long this process has run, in Japanese.</summary>
    public string Uptime
    {
        get
        {
            var run = time.GetElapsedTime(started);
            return run.TotalMinutes < 1 ? "1分未満"
                : run.TotalHours < 1 ? string.Create(CultureInfo.InvariantCulture, $"{run.Minutes}分")
                : run.TotalDays < 1 ? string.Create(CultureInfo.InvariantCulture, $"{run.Hours}時間{run.Minutes}分")
                : string.Create(CultureInfo.InvariantCulture, $"{run.Days}日{run.Hours}時間{run.Minutes}分");
        }
    }

    private static string Short(string version) => version.Split('+') switch
    {
        [var number, { Length: > ShortRevision } revision] => $"{number} ({revision[..ShortRevision]})",
        [var number, ..] => number,
        _ => version,
    };
}
