using System.Globalization;
using RenkeiBot.Benchmarks;

if (args is ["loop", var serviceUrl, var targets, var concurrency])
{
    await Broadcast.LoopAsync(serviceUrl, int.Parse(targets, CultureInfo.InvariantCulture), int.Parse(concurrency, CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["floor", var port])
{
    await Floor.RunAsync(port);
    return 0;
}

(string Name, Func<Report, Task> RunAsync)[] measurements =
    [("start", StartMeasurement.RunAsync), ("turns", TurnMeasurement.RunAsync), ("auth", AuthenticationMeasurement.RunAsync), ("members", MemberMeasurement.RunAsync), ("questions", QuestionMeasurement.RunAsync), ("search", SearchMeasurement.RunAsync), ("matching", MatchingMeasurement.RunAsync), ("outbox", OutboxMeasurement.RunAsync)];
if (args.Any(arg => !measurements.Any(measurement => measurement.Name == arg)))
{
    Console.Error.WriteLine($"usage: dotnet run -c Release --project tests/RenkeiBot.Benchmarks [{string.Join(" | ", measurements.Select(measurement => measurement.Name))}]...");
    return 2;
}

var report = new Report(Console.Out);
report.Machine();
foreach (var (name, runAsync) in measurements)
{
    if (args.Length == 0 || args.Contains(name))
        await runAsync(report);
}

return report.Close();
