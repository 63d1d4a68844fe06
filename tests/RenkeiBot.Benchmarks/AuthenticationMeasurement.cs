using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Benchmarks;

/// <summary>Turns per second with the channel's token on every request, as a part of what the same service does anonymously.</summary>
internal static class AuthenticationMeasurement
{
    private const double MinRatio = 0.8;

    public static async Task RunAsync(Report report)
    {
        var folder = Directory.CreateTempSubdirectory("renkeibot-benchmark-").FullName;
        try
        {
            await using var issuer = await ChannelIssuer.StartAsync();
            var anonymous = await TurnMeasurement.RunAsync("anonymous", () => BotProcess.Service(folder), report);
            var guarded = await TurnMeasurement.RunAsync("authenticated", () => BotProcess.Service(folder, issuer.Settings), report, serviceUrl => issuer.Token(serviceUrl));
            report.AtLeast("turns per second, authenticated / anonymous", guarded / anonymous, MinRatio);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
