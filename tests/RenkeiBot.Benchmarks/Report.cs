using System.Globalization;
using System.Runtime.InteropServices;

namespace RenkeiBot.Benchmarks;

/// <summary>Prints figures as they come, with what they have to reach.</summary>
internal sealed class Report(TextWriter output)
{
    private int missed;

    public void Machine()
    {
        output.WriteLine($"{DateTimeOffset.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
#if DEBUG
        output.WriteLine("This is a debug build: the figures mean nothing. Add -c Release.");
#endif
    }

    public void Line(string text) => output.WriteLine(text);

    /// <summary>A figure that must not be above its limit.</summary>
    public void AtMost(string what, double value, double limit, string unit) => Figure(what, value, value <= limit, $"at most {Number(limit)}", unit);

    /// <summary>A figure that must not be below its limit.</summary>
    public void AtLeast(string what, double value, double limit, string unit = "") => Figure(what, value, value >= limit, $"at least {Number(limit)}", unit);

    /// <returns>The exit code: 1 where a figure was missed.</returns>
    public int Close()
    {
        output.WriteLine(missed == 0 ? "Every figure is reached." : $"{missed} figures are missed.");
        return missed == 0 ? 0 : 1;
    }

    private void Figure(string what, double value, bool reached, string limit, string unit)
    {
        missed += reached ? 0 : 1;
        output.WriteLine($"{(reached ? "ok    " : "MISSED")} {what,-58} {Number(value),10} {unit,-6} ({limit})");
    }

    private static string Number(double value) => value.ToString(value >= 100 ? "N0" : "0.###", CultureInfo.InvariantCulture);
}
