using RenkeiBot.Benchmarks;

if (args is ["floor", var port])
{
    await Floor.RunAsync(port);
    return 0;
}

if (args.Length > 0)
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/RenkeiBot.Benchmarks");
    return 2;
}

var report = new Report(Console.Out);
report.Machine();
await StartMeasurement.RunAsync(report);
await TurnMeasurement.RunAsync(report);
await QuestionMeasurement.RunAsync(report);
return report.Close();
