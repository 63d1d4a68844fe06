using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Outbox;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Outbox;

/// <summary>Two instances over one table: which of them may send.</summary>
public sealed class OutboxLeaseTests(OutboxLeaseTests.IdleBot idle) : IClassFixture<OutboxLeaseTests.IdleBot>
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse(RunningBot.Now, null);

    private OutboxTable Table => idle.Bot.Services.GetRequiredService<OutboxTable>();

    private async Task<OutboxMessage> DueAsync(DateTimeOffset now, string person) =>
        (await Table.ReadDueAsync(now, CancellationToken.None)).Single(delivery => delivery.Message.AadObjectId == person).Message;

    private async Task<string> AddAsync()
    {
        var person = Guid.NewGuid().ToString();
        await using var context = await idle.Bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync();
        context.PersonalChats.Add(new PersonalChat { TenantId = "t", AadObjectId = person, Reference = "{}", ServiceUrl = "https://smba.trafficmanager.net/jp/", UpdatedAt = Now });
        context.OutboxMessages.Add(new OutboxMessage { Key = person, TenantId = "t", AadObjectId = person, Activity = "{}", CreatedAt = Now, NotBefore = Now });
        await context.SaveChangesAsync();
        return person;
    }

    [Fact]
    public async Task Of_two_that_read_a_message_one_gets_it()
    {
        var person = await AddAsync();
        var (one, other) = (await DueAsync(Now, person), await DueAsync(Now, person));
        Assert.True(await Table.TryLeaseAsync(one, Now.AddMinutes(1), CancellationToken.None));
        Assert.False(await Table.TryLeaseAsync(other, Now.AddMinutes(1), CancellationToken.None));
        Assert.DoesNotContain(await Table.ReadDueAsync(Now, CancellationToken.None), delivery => delivery.Message.AadObjectId == person);
    }

    [Fact]
    public async Task Who_read_before_another_one_sent_or_released_it_gets_it_no_more()
    {
        var sent = await AddAsync();
        var (one, late) = (await DueAsync(Now, sent), await DueAsync(Now, sent));
        await Table.TryLeaseAsync(one, Now.AddMinutes(1), CancellationToken.None);
        await Table.TryEndAsync(one, Now, "1", null, CancellationToken.None);
        Assert.False(await Table.TryLeaseAsync(late, Now.AddMinutes(1), CancellationToken.None));

        var released = await AddAsync();
        (one, late) = (await DueAsync(Now, released), await DueAsync(Now, released));
        await Table.TryLeaseAsync(one, Now.AddMinutes(1), CancellationToken.None);
        await Table.TryReleaseAsync(one, Now.AddSeconds(1), Now.AddSeconds(2), CancellationToken.None);
        Assert.False(await Table.TryLeaseAsync(late, Now.AddMinutes(1), CancellationToken.None));
        Assert.Equal(1, (await DueAsync(Now.AddSeconds(2), released)).Attempts);
    }

    [Fact]
    public async Task A_lease_that_its_holder_left_behind_ends()
    {
        var person = await AddAsync();
        await Table.TryLeaseAsync(await DueAsync(Now, person), Now.AddMinutes(1), CancellationToken.None);
        Assert.True(await Table.TryLeaseAsync(await DueAsync(Now.AddMinutes(1), person), Now.AddMinutes(2), CancellationToken.None));
    }

    [Theory]
    [InlineData(1, 20, 30)]
    [InlineData(2, 40, 60)]
    [InlineData(3, 60, 90)]
    [InlineData(50, 60, 90)]
    public void The_wait_doubles_up_to_the_longest_and_is_up_to_a_third_less(int attempts, double least, double most)
    {
        var options = new OutboxOptions { FirstWait = TimeSpan.FromSeconds(30), LongestWait = TimeSpan.FromSeconds(90) };
        var wait = OutboxRetry.Wait(new ConnectorException("x", System.Net.HttpStatusCode.BadGateway), attempts, options);
        Assert.InRange(wait.TotalSeconds, least, most);
    }

    [Fact]
    public void Settings_that_cannot_work_are_refused_by_name()
    {
        var validator = new OutboxOptionsValidator(Options.Create(new BotFrameworkOptions { ConnectorTimeout = TimeSpan.FromSeconds(10) }));
        Assert.True(validator.Validate(null, new OutboxOptions()).Succeeded);
        Assert.Contains("Outbox:MaxAttempts", validator.Validate(null, new OutboxOptions { MaxAttempts = 0 }).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Outbox:Lease", validator.Validate(null, new OutboxOptions { Lease = TimeSpan.FromSeconds(15) }).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Outbox:PollInterval", validator.Validate(null, new OutboxOptions { PollInterval = TimeSpan.Zero }).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Outbox:LongestWait", validator.Validate(null, new OutboxOptions { LongestWait = TimeSpan.FromMilliseconds(1) }).FailureMessage, StringComparison.Ordinal);
    }

    /// <summary>A bot whose own dispatcher does not look.</summary>
    public sealed class IdleBot : IAsyncLifetime
    {
        public RunningBot Bot { get; private set; } = null!;

        public async Task InitializeAsync() => Bot = await RunningBot.StartAsync(("Outbox:PollInterval", "10:00:00"));

        public async Task DisposeAsync() => await Bot.DisposeAsync();
    }
}
