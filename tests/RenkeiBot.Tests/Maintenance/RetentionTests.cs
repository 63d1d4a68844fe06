using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Inbox;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Retention;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Retention;
using RenkeiBot.Tests.Data;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Maintenance;

/// <summary>What is removed after its time.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task What_was_kept_for_long_enough_is_removed_and_nothing_else()
    {
        await using var bot = await RunningBot.StartAsync(
            ("Retention:AuditDays", "30"), ("Retention:InboxHours", "2"), ("Retention:OutboxDays", "3"), ("Retention:RegistrationDays", "4"));
        var now = DateTimeOffset.Parse(RunningBot.Now, null);
        var contexts = bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>();
        await using (var context = await contexts.CreateDbContextAsync())
        {
            context.AddRange(Event(now.AddDays(-31)), Event(now.AddDays(-29)));
            context.AddRange(Activity("old", now.AddHours(-3)), Activity("new", now.AddHours(-1)));
            var (ended, endedLately, waiting) = (People.Message("ended"), People.Message("ended-lately"), People.Message("waiting"));
            (ended.EndedAt, endedLately.EndedAt) = (now.AddDays(-4), now.AddDays(-2));
            context.AddRange(ended, endedLately, waiting);
            context.AddRange(
                People.Registration(state: RegistrationState.Rejected, appliedAt: now.AddDays(-5)),
                People.Registration(state: RegistrationState.Approved, appliedAt: now.AddDays(-3)),
                People.Registration(appliedAt: now.AddDays(-50)));
            await context.SaveChangesAsync();
        }

        await bot.Services.GetRequiredService<RetentionService>().RemoveAsync(CancellationToken.None);

        await using var after = await contexts.CreateDbContextAsync();
        Assert.Equal(now.AddDays(-29), await after.AuditEvents.Where(e => e.At < now).Select(e => e.At).SingleAsync());
        Assert.Equal("new", await after.InboxActivities.Where(a => a.Key == "old" || a.Key == "new").Select(a => a.Key).SingleAsync());
        Assert.Equal(["ended-lately", "waiting"], await after.OutboxMessages.OrderBy(m => m.Id).Select(m => m.Key).ToListAsync());
        Assert.Equal(2, await after.OutboxContents.CountAsync());
        Assert.Equal([RegistrationState.Approved, RegistrationState.Pending], await after.Registrations.OrderByDescending(r => r.AppliedAt).Select(r => r.State).ToListAsync());
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task More_than_one_batch_is_removed_in_several(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var context = database.CreateDbContext())
        {
            context.AddRange(Enumerable.Range(0, OldRows.BatchSize + 1).Select(n => Activity($"{n}", People.Day)));
            await context.SaveChangesAsync();
        }

        Assert.Equal(OldRows.BatchSize + 1, await new OldRows(database).RemoveAsync(context => InboxQueries.OlderThan(context, People.Day.AddTicks(1)), CancellationToken.None));

        await using var after = database.CreateDbContext();
        Assert.Equal(0, await after.InboxActivities.CountAsync());
    }

    [Theory]
    [InlineData("AuditDays", "29", "days from 30 to 3650")]
    [InlineData("AuditDays", "forever", "days from 30 to 3650")]
    [InlineData("InboxHours", "0", "hours from 1 to 720")]
    [InlineData("OutboxDays", "-1", "days from 3 to 365")]
    [InlineData("RegistrationDays", "1.5", "days from 1 to 3650")]
    public async Task A_time_that_makes_no_sense_stops_the_start_by_its_name(string setting, string value, string range)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Retention:" + setting] = value });
        builder.Services.AddDatabase(builder.Configuration);
        builder.Services.AddRetention(builder.Configuration);
        using var host = builder.Build();

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal($"Retention:{setting} is '{value}'. It must be a whole number of {range}.", refusal.Message);
    }

    private static InboxActivity Activity(string key, DateTimeOffset at) => new() { Key = key, StatusCode = 200, ReceivedAt = at };

    private static AuditEvent Event(DateTimeOffset at) => new()
    {
        At = at,
        Type = "a.b",
        ActorTenantId = "",
        ActorAadObjectId = "",
        SubjectType = "Member",
        SubjectId = "x",
        Outcome = AuditOutcome.Done,
    };
}
