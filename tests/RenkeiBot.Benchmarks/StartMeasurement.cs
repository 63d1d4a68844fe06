namespace RenkeiBot.Benchmarks;

/// <summary>From the start of the process to the first answer, without a database and with one, and what the process takes at rest.</summary>
internal static class StartMeasurement
{
    private const double MaxSeconds = 2;
    private const double MaxMegabytes = 150;
    private const int Repetitions = 3;

    public static async Task RunAsync(Report report)
    {
        var folder = Directory.CreateTempSubdirectory("renkeibot-benchmark-").FullName;
        try
        {
            using var sink = new ReplySink();
            var without = new List<double>();
            var with = new List<double>();
            for (var i = 0; i < Repetitions; i++)
            {
                var own = Directory.CreateDirectory(Path.Combine(folder, $"{i}")).FullName;
                without.Add(await SecondsAsync(own, sink.ServiceUrl));
                with.Add(await SecondsAsync(own, sink.ServiceUrl));
            }

            report.AtMost($"start to first answer, no database (median of {Repetitions})", Median(without), MaxSeconds, "s");
            report.AtMost($"start to first answer, with its database (median of {Repetitions})", Median(with), MaxSeconds, "s");

            using var bot = BotProcess.Service(Path.Combine(folder, "0"));
            await bot.FirstAnswerAsync(Question(sink.ServiceUrl));
            await Task.Delay(TimeSpan.FromSeconds(5));
            report.AtMost("memory at rest, 5 s after the first answer", bot.Memory(), MaxMegabytes, "MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> SecondsAsync(string folder, string serviceUrl)
    {
        using var bot = BotProcess.Service(folder);
        return (await bot.FirstAnswerAsync(Question(serviceUrl))).TotalSeconds;
    }

    private static byte[] Question(string serviceUrl) => Questions.Activity(Questions.Conversations[0][0], "start", serviceUrl);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
