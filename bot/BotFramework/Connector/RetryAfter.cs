using System.Globalization;

namespace RenkeiBot.BotFramework;

/// <summary>Reads the header Retry-After as Microsoft's services send it.</summary>
public static class RetryAfter
{
    /// <summary>How long to wait before another try; null where the response does not say. A date in the past gives zero.</summary>
    /// <param name="response">The response.</param>
    /// <param name="time">For a header that holds a date.</param>
    /// <remarks>Read by hand: the typed header knows no fractions, and the services send them ("2.128").</remarks>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(time);
        if (!response.Headers.NonValidated.TryGetValues("Retry-After", out var values))
            return null;
        var value = values.ToString();
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(1).TotalSeconds));
        if (!DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return null;
        var wait = date - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
