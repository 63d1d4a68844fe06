using System.Diagnostics;

namespace RenkeiBot.Benchmarks;

/// <summary>What the delivery of messages reaches without limits, how exactly it keeps its rate, what waiting messages take of memory, and what a broadcast takes from the turns.</summary>
internal static class OutboxMeasurement
{
    private const double MinRatio = 0.5;
    private const int Rounds = 2;
    private const int Conversations = 5_000;
    private const double Rate = 45;
    private const double MinShareOfRate = 0.95;
    private const int TeamsLimit = 50;
    private const double MaxMemoryRatio = 1.1;
    private const double MinTurns = 0.8;

    private static readonly (string, string)[] NoLimits =
    [
        ("Outbox__TenantRate", "0"), ("Outbox__TenantLimit", "0"), ("Outbox__ConversationLimits", ""), ("Outbox__PollInterval", "00:00:00.1"), ("Logging__LogLevel__Default", "Warning"),
    ];

    public static async Task RunAsync(Report report)
    {
        // No Connector is as fast as the first: it shows what the delivery itself costs, beside a loop that posts one body after another. The second is faster than Teams; the outbox has the calls at once that
        // the service has, and the loop as many.
        await CompareAsync(report, "at once", TimeSpan.Zero, 40_000, 128, 1);
        await CompareAsync(report, "after 20 ms", TimeSpan.FromMilliseconds(20), 10_000, 32, 32);
        // The strictest: the loop fills the machine, and writes nothing down.
        await CompareAsync(report, "at once", TimeSpan.Zero, 40_000, 128, 128);
        await CompareTurnsAsync(report);
        await CompareMemoryAsync(report);
        await SustainAsync(report);
    }

    /// <summary>Messages a second of their second half, when both processes are warm.</summary>
    private static async Task CompareAsync(Report report, string connector, TimeSpan answersAfter, int messages, int flights, int calls)
    {
        Speed bare = default, outbox = default;
        // In turns, as the machine is not equally fast all the time.
        for (var round = 0; round < Rounds; round++)
        {
            bare += await InFolderAsync(async folder =>
            {
                using var sink = new ReplySink(answersAfter);
                using var loop = BotProcess.Loop(sink.ServiceUrl, messages, calls);
                return await SpeedAsync(sink, loop, messages);
            });
            outbox += await InFolderAsync(async folder =>
            {
                using var sink = new ReplySink(answersAfter);
                await PrepareAsync(folder);
                await Broadcast.WriteAsync(folder, sink.ServiceUrl, messages);
                using var bot = BotProcess.Service(folder, [.. NoLimits, ("Outbox__Flights", $"{flights}")]);
                return await SpeedAsync(sink, bot, messages);
            });
        }

        report.Line($"       Connector that answers {connector}: bare HttpClient loop, {calls} calls at once: {bare.PerSecond / Rounds:N0} messages/s, {bare.Processor / Rounds:F0} µs of processor each; outbox without limits, {flights} calls at once: {outbox.PerSecond / Rounds:N0}, {outbox.Processor / Rounds:F0} µs");
        report.AtLeast($"messages per second, outbox / bare HttpClient loop with {calls} calls at once, Connector that answers {connector}", outbox.PerSecond / bare.PerSecond, MinRatio);
    }

    private static async Task<Speed> SpeedAsync(ReplySink sink, BotProcess process, int messages)
    {
        await ReachAsync(sink, messages / 2);
        var begun = (Stopwatch.GetTimestamp(), sink.Replies, process.ProcessorTime);
        await ReachAsync(sink, messages);
        var measured = sink.Replies - begun.Replies;
        return new(measured / Stopwatch.GetElapsedTime(begun.Item1).TotalSeconds, (process.ProcessorTime - begun.ProcessorTime).TotalMicroseconds / measured);
    }

    private static async Task ReachAsync(ReplySink sink, int number)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (sink.Replies < number)
            await Task.Delay(2, patience.Token);
    }

    private static Task CompareTurnsAsync(Report report) => InFolderAsync(async folder =>
    {
        var (quiet, busy) = (Directory.CreateDirectory(Path.Combine(folder, "quiet")).FullName, Directory.CreateDirectory(Path.Combine(folder, "busy")).FullName);
        using var sink = new ReplySink();
        await PrepareAsync(busy);
        await Broadcast.WriteAsync(busy, sink.ServiceUrl, 20_000);
        double without = 0, with = 0;
        for (var round = 0; round < 2; round++)
        {
            without += await TurnMeasurement.RunAsync("no broadcast", () => BotProcess.Service(quiet), report);
            with += await TurnMeasurement.RunAsync("while a broadcast runs", () => BotProcess.Service(busy), report);
        }

        report.Line($"       {sink.Replies:N0} messages of the broadcast were delivered meanwhile");
        report.AtLeast("turns per second, while a broadcast runs / without", with / without, MinTurns);
        return 0;
    });

    private static async Task CompareMemoryAsync(Report report)
    {
        var few = await MemoryAsync(1_000);
        var many = await MemoryAsync(100_000);
        report.Line($"       memory while sending, 1,000 waiting: {few:F0} MB, 100,000 waiting: {many:F0} MB");
        report.AtMost("memory, 100,000 waiting messages / 1,000", many / few, MaxMemoryRatio, "");
    }

    private static Task<double> MemoryAsync(int waiting) => InFolderAsync(async folder =>
    {
        using var sink = new ReplySink();
        await PrepareAsync(folder);
        await Broadcast.WriteAsync(folder, sink.ServiceUrl, waiting);
        using var bot = BotProcess.Service(folder);
        await ReachAsync(sink, 600);
        return bot.Memory();
    });

    private static Task SustainAsync(Report report) => InFolderAsync(async folder =>
    {
        using var sink = new ReplySink();
        await PrepareAsync(folder);
        await Broadcast.WriteAsync(folder, sink.ServiceUrl, Conversations);
        using var bot = BotProcess.Service(folder);
        await ReachAsync(sink, Conversations);
        var arrivals = sink.Arrivals;
        var seconds = Stopwatch.GetElapsedTime(arrivals[0], arrivals[^1]).TotalSeconds;
        report.Line($"       {Conversations:N0} conversations in {seconds:F1} s");
        report.AtLeast($"share of the configured rate of {Rate} messages/s", (arrivals.Count - 1) / seconds / Rate, MinShareOfRate);
        report.AtMost("messages that arrived within any one second", arrivals.Select((begin, i) => arrivals.Skip(i).TakeWhile(at => Stopwatch.GetElapsedTime(begin, at) < TimeSpan.FromSeconds(1)).Count()).Max(), TeamsLimit, "");
        return 0;
    });

    /// <summary>Has the service make its database.</summary>
    private static async Task PrepareAsync(string folder)
    {
        using var sink = new ReplySink();
        using var bot = BotProcess.Service(folder);
        await bot.FirstAnswerAsync(Questions.Activity(Questions.Conversations[0][0], "first", sink.ServiceUrl));
    }

    private static async Task<T> InFolderAsync<T>(Func<string, Task<T>> measure)
    {
        var folder = Directory.CreateTempSubdirectory("renkeibot-benchmark-").FullName;
        try
        {
            return await measure(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <param name="PerSecond">Messages a second.</param>
    /// <param name="Processor">Microseconds of processor for each.</param>
    private readonly record struct Speed(double PerSecond, double Processor)
    {
        public static Speed operator +(Speed one, Speed other) => new(one.PerSecond + other.PerSecond, one.Processor + other.Processor);
    }
}
