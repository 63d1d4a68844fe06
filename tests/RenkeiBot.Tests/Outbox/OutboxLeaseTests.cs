using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Outbox;
using RenkeiBot.Tests.Data;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Outbox;

/// <summary>Two instances over one table: which of them may send.</summary>
public sealed class OutboxLeaseTests : IAsyncLifetime
{
    private const string One = "instance-1";
    private const string Other = "instance-2";

    private static readonly DateTimeOffset Now = DateTimeOffset.Parse(RunningBot.Now, null);

    private RunningBot bot = null!;

    /// <summary>A bot whose own dispatcher does not look.</summary>
    public async Task InitializeAsync() => bot = await RunningBot.StartAsync(("Outbox:PollInterval", "10:00:00"));

    public async Task DisposeAsync() => await bot.DisposeAsync();

    private OutboxTable Table => bot.Services.GetRequiredService<OutboxTable>();

    private Task<RenkeiBotDbContext> ContextAsync() => bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync();

    private async Task<IReadOnlyList<OutboxMessage>> LeaseAsync(string leaseholder, DateTimeOffset now, int most = 10) =>
        [.. (await Table.LeaseAsync(leaseholder, now, false, most, CancellationToken.None)).Messages.Select(one => one.Delivery.Message)];

    private async Task AddAsync(params OutboxMessage[] messages)
    {
        await using var context = await ContextAsync();
        foreach (var person in messages.Select(message => message.AadObjectId).Distinct())
            context.PersonalChats.Add(People.Chat(person));
        context.OutboxMessages.AddRange(messages);
        await context.SaveChangesAsync();
    }

    private Task<IReadOnlyList<long>> RecordAsync(string leaseholder, OutboxOutcome outcome) => Table.RecordAsync([outcome], leaseholder, CancellationToken.None);

    private async Task<OutboxMessage> RowAsync(string key)
    {
        await using var context = await ContextAsync();
        return await OutboxQueries.ByKey(context, key).AsNoTracking().SingleAsync();
    }

    [Fact]
    public async Task What_one_has_in_hand_the_other_does_not_get_nor_the_next_of_that_conversation()
    {
        await AddAsync(People.Message("1"), People.Message("2"), People.Message("3", People.SomeoneElse));

        Assert.Equal(["1", "3"], (await LeaseAsync(One, Now)).Select(message => message.Key));
        Assert.Empty(await LeaseAsync(Other, Now));
    }

    [Fact]
    public async Task Of_many_who_take_at_once_each_gets_others()
    {
        await AddAsync([.. Enumerable.Range(0, 16).Select(number => People.Message($"{number}", $"22222222-2222-2222-2222-{number:D12}"))]);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => LeaseAsync($"instance-{number}", Now, 2))));

        Assert.Equal(16, taken.SelectMany(messages => messages).Select(message => message.Key).Distinct().Count());
    }

    [Fact]
    public async Task After_the_end_of_one_the_next_of_its_conversation_is_due()
    {
        await AddAsync(People.Message("1"), People.Message("2"));
        var first = Assert.Single(await LeaseAsync(One, Now));
        Assert.Empty(await RecordAsync(One, new(first.Id, first.Revision, Now) { IsDelivered = true, ActivityId = "17" }));

        Assert.Equal("2", Assert.Single(await LeaseAsync(Other, Now)).Key);
        var row = await RowAsync("1");
        Assert.Equal(("17", 1, Now, Now, 1), (row.ActivityId, row.SentRevision, row.SentAt, row.EndedAt, row.Attempts));
    }

    [Fact]
    public async Task What_is_to_be_tried_again_keeps_its_place_before_later_ones_of_its_lane()
    {
        await AddAsync(People.Message("1"), People.Message("2"), People.Message("urgent", lane: OutboxLane.Disaster));
        var urgent = Assert.Single(await LeaseAsync(One, Now));
        await RecordAsync(One, new(urgent.Id, 1, Now) { IsDelivered = true });
        var first = Assert.Single(await LeaseAsync(One, Now));
        await RecordAsync(One, new(first.Id, 1, Now) { NotBefore = Now.AddSeconds(2) });

        Assert.Empty(await LeaseAsync(Other, Now.AddSeconds(1)));
        Assert.Equal(("1", 2), Assert.Single(await LeaseAsync(Other, Now.AddSeconds(2))) is var again ? (again.Key, again.Attempts) : default);
    }

    [Fact]
    public async Task A_conversation_that_was_refused_for_too_many_messages_gets_nothing_of_any_lane()
    {
        await AddAsync(People.Message("1"));
        var first = Assert.Single(await LeaseAsync(One, Now));
        await RecordAsync(One, new(first.Id, 1, Now) { NotBefore = Now.AddSeconds(2), IsThrottled = true });
        await using (var context = await ContextAsync())
        {
            context.OutboxMessages.Add(People.Message("urgent", lane: OutboxLane.Disaster));
            await context.SaveChangesAsync();
        }

        Assert.Empty(await LeaseAsync(Other, Now.AddSeconds(1)));
        Assert.Equal("urgent", Assert.Single(await LeaseAsync(Other, Now.AddSeconds(2))).Key);
    }

    [Fact]
    public async Task A_lease_that_its_holder_left_behind_ends_and_what_that_one_writes_later_counts_no_more()
    {
        await AddAsync(People.Message("1"));
        var first = Assert.Single(await LeaseAsync(One, Now));
        Assert.Empty(await LeaseAsync(Other, Now.AddSeconds(59)));
        Assert.Equal(2, Assert.Single(await LeaseAsync(Other, Now.AddMinutes(1))).Attempts);

        Assert.Equal([first.Id], await RecordAsync(One, new(first.Id, 1, Now) { IsDelivered = true, ActivityId = "17" }));
        Assert.Null((await RowAsync("1")).EndedAt);
    }

    [Fact]
    public async Task What_was_changed_while_it_was_sent_is_due_again_as_an_update()
    {
        await AddAsync(People.Message("1"));
        var sent = Assert.Single(await LeaseAsync(One, Now));
        var content = new OutboxContent { Activity = "{\"text\":\"2\"}" };
        await using (var context = await ContextAsync())
        {
            var message = await OutboxQueries.ByKey(context, "1").SingleAsync();
            (message.Revision, message.Content) = (2, content);
            await context.SaveChangesAsync();
        }

        await RecordAsync(One, new(sent.Id, 1, Now) { IsDelivered = true, ActivityId = "17" });

        var update = Assert.Single(await LeaseAsync(Other, Now));
        Assert.Equal(("17", 2, 1, content.Id), (update.ActivityId, update.Revision, update.Attempts, update.ContentId));
    }

    [Fact]
    public async Task The_turns_of_all_instances_in_one_tenant_are_a_rate_apart()
    {
        await AddAsync([.. Enumerable.Range(0, 100).Select(number => People.Message($"{number}", $"22222222-2222-2222-2222-{number:D12}"))]);

        var one = await Table.LeaseAsync(One, Now, false, 20, CancellationToken.None);
        var other = await Table.LeaseAsync(Other, Now, false, 100, CancellationToken.None);
        var third = await Table.LeaseAsync(One, Now, false, 100, CancellationToken.None);

        var slots = one.Messages.Concat(other.Messages).Select(leased => leased.Slot).ToList();
        Assert.Empty(third.Messages);
        // More are taken once those of half a second are left.
        Assert.Equal(slots[^1] + TimeSpan.FromSeconds(1.0 / 45) - TimeSpan.FromSeconds(0.5), Assert.Single(third.Supplied).Value);
        Assert.Empty((await Table.LeaseAsync(One, third.Supplied[People.Tenant] - TimeSpan.FromMilliseconds(1), false, 100, CancellationToken.None)).Messages);
        Assert.InRange((await Table.LeaseAsync(One, third.Supplied[People.Tenant], false, 100, CancellationToken.None)).Messages.Count, 22, 24);
        Assert.InRange(slots.Count, 45, 46);
        Assert.All(slots.Zip(slots.Skip(1)), pair => Assert.Equal(1000.0 / 45, (pair.Second - pair.First).TotalMilliseconds, 0.01));
    }

    [Fact]
    public async Task A_tenant_that_pauses_pauses_for_every_instance_and_for_no_other_tenant()
    {
        await AddAsync(People.Message("1"));
        await Table.ParkTenantAsync(People.Tenant, Now.AddSeconds(3), CancellationToken.None);
        await Table.ParkTenantAsync("another", Now.AddDays(3), CancellationToken.None);

        Assert.Empty(await LeaseAsync(Other, Now.AddSeconds(2)));
        Assert.Single(await LeaseAsync(Other, Now.AddSeconds(3)));
    }

    [Fact]
    public async Task Quiet_hours_hold_what_is_new_but_neither_disasters_nor_corrections()
    {
        var correction = People.Message("correction", People.SomeoneElse);
        correction.ActivityId = "17";
        await AddAsync(People.Message("new"), correction, People.Message("disaster", "22222222-2222-2222-2222-000000000003", lane: OutboxLane.Disaster));

        var leased = await Table.LeaseAsync(One, Now, quiet: true, 10, CancellationToken.None);

        Assert.Equal(["disaster", "correction"], leased.Messages.Select(one => one.Delivery.Message.Key));
    }

    [Fact]
    public async Task A_message_that_quiet_hours_hold_keeps_no_correction_waiting()
    {
        var correction = People.Message("correction", lane: OutboxLane.Announcement);
        correction.ActivityId = "17";
        await AddAsync(People.Message("new"), correction);

        var leased = await Table.LeaseAsync(One, Now, quiet: true, 10, CancellationToken.None);

        Assert.Equal("correction", Assert.Single(leased.Messages).Delivery.Message.Key);
    }

    [Fact]
    public async Task A_pause_of_a_tenant_is_only_made_longer()
    {
        await AddAsync(People.Message("1"));
        await Table.ParkTenantAsync(People.Tenant, Now.AddSeconds(60), CancellationToken.None);
        await Table.ParkTenantAsync(People.Tenant, Now.AddSeconds(1), CancellationToken.None);

        Assert.Empty(await LeaseAsync(Other, Now.AddSeconds(59)));
        Assert.Single(await LeaseAsync(Other, Now.AddSeconds(60)));
    }

    [Fact]
    public void A_channel_that_asks_for_a_day_is_asked_again_after_an_hour() => Assert.Equal(
        TimeSpan.FromHours(1), OutboxRetry.Wait(new ConnectorException("x", System.Net.HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromDays(1)), 1, new OutboxOptions()));

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
        Assert.True(validator.Validate(null, new OutboxOptions { ConversationLimits = "", QuietHours = "", TenantRate = 0, TenantLimit = 0 }).Succeeded);
        Assert.Contains("Outbox:MaxAttempts", validator.Validate(null, new OutboxOptions { MaxAttempts = 0 }).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Outbox:Lease", validator.Validate(null, new OutboxOptions { Lease = TimeSpan.FromSeconds(15) }).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Outbox:PollInterval", validator.Validate(null, new OutboxOptions { PollInterval = TimeSpan.Zero }).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Outbox:LongestWait", validator.Validate(null, new OutboxOptions { LongestWait = TimeSpan.FromMilliseconds(1) }).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Outbox:Flights", validator.Validate(null, new OutboxOptions { Flights = 0 }).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Outbox:ConversationLimits", validator.Validate(null, new OutboxOptions { ConversationLimits = "7 in 1" }).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Outbox:TenantLimit", validator.Validate(null, new OutboxOptions { TenantLimit = 40 }).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Outbox:QuietHours", validator.Validate(null, new OutboxOptions { QuietHours = "9pm" }).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Outbox:UpdateInterval", validator.Validate(null, new OutboxOptions { UpdateInterval = TimeSpan.FromDays(1) }).FailureMessage, StringComparison.Ordinal);
    }
}
