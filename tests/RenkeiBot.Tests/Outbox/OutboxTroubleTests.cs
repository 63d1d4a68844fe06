using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.BrowserTests;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Outbox;

/// <summary>The disk is full, or the database locked, while messages are on their way.</summary>
public sealed class OutboxTroubleTests
{
    private static readonly (string, string) Quick = ("Outbox:PollInterval", "00:00:00.1");

    private static async Task UntilAsync(Func<bool> isTrue)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!isTrue())
            await Task.Delay(20, patience.Token);
    }

    /// <summary>The process may not let any file grow: every write of the database that needs room fails, as on a full disk.</summary>
    [Fact]
    public async Task A_full_disk_is_survived_and_what_was_sent_meanwhile_is_not_sent_again()
    {
        var folder = Directory.CreateTempSubdirectory("renkei-full-");
        await using var connector = await FakeConnector.StartAsync();
        try
        {
            await using var service = await ServiceProcess.StartAsync(folder, Quick, ("Outbox:QuietHours", ""), ServiceProcess.ToleratesFullDisk);
            var arrived = new TaskCompletionSource();
            connector.Trouble = _ => new ConnectorFault(Until: arrived.Task);
            await OutboxRows.AddAsync(ServiceProcess.Database(folder), Enumerable.Range(0, 10).Select(number => OutboxRows.Post(number, connector.ServiceUrl, $"{number}", $"{number}")));
            await UntilAsync(() => connector.Calls.Count == 10);

            await service.LimitFilesAsync(4096);
            arrived.SetResult();
            await UntilAsync(() => service.Written.Contains("of the outbox could not be written", StringComparison.Ordinal));
            await Task.Delay(500);
            await service.LimitFilesAsync(null);

            await OutboxRows.AddAsync(ServiceProcess.Database(folder), [OutboxRows.Post(10, connector.ServiceUrl, "10", "10")]);
            await OutboxRows.DoneAsync(() => OutboxRows.Context(ServiceProcess.Database(folder)), TimeSpan.FromSeconds(60));
            Assert.Equal(11, connector.Calls.Count);
            await using var context = OutboxRows.Context(ServiceProcess.Database(folder));
            Assert.All(await context.OutboxMessages.ToListAsync(), message => Assert.True(message is { ActivityId: not null, Failure: null, SentRevision: 1, LeasedUntil: null }));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_locked_database_is_waited_for()
    {
        await using var bot = await RunningBot.StartAsync(Quick);
        await OutboxRows.AddAsync(bot, [OutboxRows.Post(0, bot.Connector.ServiceUrl, "0", "0")]);
        await OutboxRows.DoneAsync(bot);
        await using (var holder = new SqliteConnection($"Data Source={bot.Database};Pooling=False"))
        {
            await holder.OpenAsync();
            await using var command = holder.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync();
            var writing = Task.Run(() => OutboxRows.AddAsync(bot, [OutboxRows.Post(1, bot.Connector.ServiceUrl, "1", "1")]));
            await Task.Delay(2000);
            Assert.False(writing.IsCompleted);
            command.CommandText = "ROLLBACK";
            await command.ExecuteNonQueryAsync();
            await writing.WaitAsync(TimeSpan.FromSeconds(30));
        }

        await OutboxRows.DoneAsync(bot);
        Assert.Equal(["0", "1"], bot.Connector.Sent.Select(call => call.Text));
    }
}
