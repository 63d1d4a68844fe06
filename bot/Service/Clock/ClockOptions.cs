using System.Globalization;
using Microsoft.Extensions.Options;

namespace RenkeiBot.Service.Clock;

/// <summary>The setting <c>Clock:Now</c>.</summary>
internal sealed class ClockOptions
{
    /// <summary>The moment at which time stands still, as an ISO date-time with offset (2026-11-21T09:00:00+09:00); null for the real time. Development only.</summary>
    public string? Now { get; set; }

    /// <summary>Reads the setting. The offset must be there: without one, "today" would depend on the machine.</summary>
    public static bool TryRead(string text, out DateTimeOffset now)
    {
        string[] formats = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];
        var iso = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        return DateTimeOffset.TryParseExact(iso, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out now);
    }
}

/// <summary>Refuses a moment that cannot be read, and any outside of Development: a forgotten setting would make every answer about today wrong.</summary>
internal sealed class ClockOptionsValidator(IHostEnvironment environment) : IValidateOptions<ClockOptions>
{
    public ValidateOptionsResult Validate(string? name, ClockOptions options) => options.Now switch
    {
        null or "" => ValidateOptionsResult.Success,
        _ when !environment.IsDevelopment() => ValidateOptionsResult.Fail("Clock:Now stops the clock for tests and is refused outside of Development. Remove the setting."),
        { } now when !ClockOptions.TryRead(now, out _) => ValidateOptionsResult.Fail(
            "Clock:Now is not an ISO date-time with offset. Write it as 2026-11-21T09:00:00+09:00."),
        _ => ValidateOptionsResult.Success,
    };
}
