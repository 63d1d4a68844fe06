using Microsoft.EntityFrameworkCore;
using RenkeiBot.BrowserTests;
using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Tests.Outbox;

/// <summary>The service as a process of its own, killed in the middle of its work, or beside another one.</summary>
public sealed class OutboxChaosTests : IAsyncLifetime
{
    private const int Flights = 8;

    private static readonly (string, string)[] Settings =
    [
        ("Outbox:Flights", "8"), ("Outbox:TenantRate", "40"), ("Outbox:TenantLimit", "44"), ("Outbox:Lease", "00:00:06"), ("BotFramework:ConnectorTimeout", "00:00:03"),
        ("Outbox:PollInterval", "00:00:00.2"), ("Outbox:FirstWait", "00:00:00.1"), ("Outbox:QuietHours", ""),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("renkei-chaos-");
    private FakeConnector connector = null!;

    private string Database => ServiceProcess.Database(folder);

    public async Task InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        // The first start makes the database.
        await using var first = await ServiceProcess.StartAsync(folder);
    }

    public async Task DisposeAsync()
    {
        await connector.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private Task BroadcastAsync(int targets) =>
        OutboxRows.AddAsync(Database, Enumerable.Range(0, targets).Select(number => OutboxRows.Post(number, connector.ServiceUrl, $"broadcast/{number}", $"{number}")));

    private async Task<int> LeftAsync()
    {
        await using var context = OutboxRows.Context(Database);
        return await context.OutboxMessages.CountAsync(message => message.EndedAt == null);
    }

    private Task DoneAsync() => OutboxRows.DoneAsync(() => OutboxRows.Context(Database), TimeSpan.FromMinutes(2));

    [Fact]
    public async Task Killed_twenty_times_in_a_broadcast_it_loses_nothing_and_repeats_at_most_what_was_in_flight()
    {
        const int Targets = 1000;
        const int Kills = 20;
        var random = new Random(5);
        await BroadcastAsync(Targets);
        // The channel takes its time, so that something is in flight when the process dies.
        connector.Trouble = _ => new ConnectorFault(Until: Task.Delay(60));
        var lives = new List<(int Before, HashSet<string> Recorded)>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = connector.Sent.Count;
            var service = await ServiceProcess.StartAsync(folder, Settings);
            await Task.Delay(random.Next(200, 900));
            await service.EndAsync();
            await service.DisposeAsync();
            lives.Add((before, await RecordedAsync()));
        }

        // Counted only now: what was on its way to the channel when the process died may arrive after its database was read.
        var calls = connector.Sent;
        var ends = lives.Skip(1).Select(life => life.Before).Append(calls.Count);
        var unrecorded = lives.Zip(ends, (life, end) => calls.Take(end).Skip(life.Before).Count(call => !life.Recorded.Contains($"broadcast/{call.Text}"))).ToList();
        Assert.All(unrecorded, inFlight => Assert.InRange(inFlight, 0, Flights));
        Assert.True(await LeftAsync() > 0, "The broadcast was over before the last kill.");
        await using (await ServiceProcess.StartAsync(folder, [.. Settings, ("Outbox:TenantRate", "0"), ("Outbox:TenantLimit", "0")]))
            await DoneAsync();

        Assert.Equal(Targets, connector.Sent.Select(call => call.Text).Distinct().Count());
        Assert.InRange(connector.Sent.Count - Targets, 0, unrecorded.Sum());
        await using var context = OutboxRows.Context(Database);
        Assert.Equal(Targets, await context.OutboxMessages.CountAsync(message => message.Failure == null && message.ActivityId != null));
    }

    /// <summary>The messages that the database knows to be delivered. What the channel has got beside them was in flight.</summary>
    private async Task<HashSet<string>> RecordedAsync()
    {
        await using var context = OutboxRows.Context(Database);
        return [.. await context.OutboxMessages.Where(message => message.ActivityId != null).Select(message => message.Key).ToListAsync()];
    }

    [Fact]
    public async Task Two_processes_on_one_database_deliver_together_with_neither_loss_nor_duplicates_and_within_the_tenant_s_limit()
    {
        const int Targets = 200;
        // Half as much again as all may do together: in the very second in which the second one begins to send, the first has its undivided share.
        connector.Limits = new ChannelLimits(66, (7, 1), (8, 2), (60, 30));
        (string, string)[] settings = [.. Settings.Where(setting => setting.Item1 is not ("Outbox:Lease" or "BotFramework:ConnectorTimeout" or "Outbox:TenantRate")), ("Outbox:Lease", "00:00:30"), ("Outbox:TenantRate", "30")];
        await using var one = await ServiceProcess.StartAsync(folder, settings);
        await using var other = await ServiceProcess.StartAsync(folder, settings);
        await BroadcastAsync(Targets);

        await DoneAsync();

        Assert.Equal(Targets, connector.Sent.Count);
        Assert.Equal(Targets, connector.Sent.Select(call => call.Text).Distinct().Count());
        Assert.Equal(0, connector.Limits.Refused);
        await using var context = OutboxRows.Context(Database);
        var shares = await context.OutboxMessages.GroupBy(message => message.Leaseholder).Select(share => share.Count()).ToListAsync();
        Assert.Equal(2, shares.Count);
    }
}
