using RenkeiBot.Service.WebChat;

namespace RenkeiBot.BrowserTests;

/// <summary>
/// A test that needs Chromium, and the page's third-party scripts. Where one is missing it reports itself skipped and says which, unless
/// RENKEI_REQUIRE_BROWSER is set: then it runs, and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = BrowserTools.ReasonToSkip;
}

/// <summary>What a browser test needs of the machine.</summary>
internal static class BrowserTools
{
    public const string ChromiumIsMissing = "Chromium is missing: install the package chromium, or name the browser in RENKEI_CHROMIUM.";

    private static readonly string[] UsualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>The browser to start; RENKEI_CHROMIUM names one that is not in a usual place.</summary>
    public static string? Chromium { get; } =
        Environment.GetEnvironmentVariable("RENKEI_CHROMIUM") is { Length: > 0 } named ? named : UsualPlaces.FirstOrDefault(File.Exists);

    /// <summary>Why the tests cannot run here, or null.</summary>
    public static string? ReasonToSkip { get; } = Environment.GetEnvironmentVariable("RENKEI_REQUIRE_BROWSER") is "1" ? null : Missing();

    private static string? Missing()
    {
        if (Chromium is null) return ChromiumIsMissing;
        return typeof(WebChatPage).Assembly.GetManifestResourceInfo("webchat/lib/adaptivecards.min.js") is null
            ? "The page's scripts are missing: install Node.js with npm, then build again."
            : null;
    }
}
