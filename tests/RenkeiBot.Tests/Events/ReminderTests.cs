using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.Data.Channels;
using RenkeiBot.Service.Events;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Events.EventDriver;

namespace RenkeiBot.Tests.Events;

/// <summary>Reminders of events to the channels that chose them, from the clock to the Connector.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    private const string Channel = "19:events@thread.tacv2";
    private const string Other = "19:others@thread.tacv2";

    /// <summary>The exhibition that the tests register begins on Saturday, 5 December.</summary>
    private const string SevenDaysBefore = "2026-11-28T09:00:00+09:00";
    private const string DayBefore = "2026-12-04T09:00:00+09:00";

    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await RunningBot.StartAsync(At(RunningBot.Now, ("Events:DigestDay", "")));
        await bot.ChannelAsync(Channel);
        await bot.ChannelAsync(Other, ChannelTopics.Announcements | ChannelTopics.Meetings);
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    private async Task GoToAsync(string moment) => bot = await bot.RestartAsync(At(moment, ("Events:DigestDay", "")));

    [Fact]
    public async Task Seven_days_and_one_day_before_each_channel_that_chose_it_is_reminded_once_whatever_restarts()
    {
        await bot.Secretary().RegisterAsync(Inputs());
        Assert.Empty(await bot.SaidAsync(Channel, 0));

        await GoToAsync(SevenDaysBefore);
        var first = Assert.Single(await bot.SaidAsync(Channel, 1));
        Assert.Contains("7日後の12月5日（土）に始まります。", first, StringComparison.Ordinal);
        Assert.Contains("東京区政会館 1階エントランスホール", first, StringComparison.Ordinal);
        await GoToAsync(SevenDaysBefore);
        await GoToAsync("2026-11-29T09:00:00+09:00");
        await GoToAsync("2026-12-03T09:00:00+09:00");
        Assert.Single(await bot.SaidAsync(Channel, 1));

        await GoToAsync(DayBefore);
        Assert.Contains("明日12月5日（土）に始まります。", (await bot.SaidAsync(Channel, 2))[1], StringComparison.Ordinal);
        await GoToAsync("2026-12-05T09:00:00+09:00");
        Assert.Equal(2, (await bot.SaidAsync(Channel, 2)).Count);
        Assert.Empty(bot.Said(Other));
    }

    [Fact]
    public async Task Not_before_nine_and_a_day_late_where_the_service_was_down()
    {
        await bot.Secretary().RegisterAsync(Inputs());

        await GoToAsync("2026-11-28T08:59:00+09:00");
        Assert.Empty(await bot.SaidAsync(Channel, 0));
        await GoToAsync("2026-11-29T09:00:00+09:00");

        Assert.Contains("6日後の12月5日（土）に始まります。", Assert.Single(await bot.SaidAsync(Channel, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exhibition_of_the_documents_is_reminded_of_too()
    {
        await GoToAsync("2019-05-25T09:00:00+09:00");

        Assert.Contains(await bot.SaidAsync(Channel, 1), said => said.Contains("東北絆まつり", StringComparison.Ordinal) && said.Contains("6月1日", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_moved_event_is_not_reminded_of_its_old_day_and_what_was_said_is_corrected()
    {
        await bot.Secretary().RegisterAsync(Inputs());
        await GoToAsync(SevenDaysBefore);
        await bot.RowsAsync(1, isSent: true);

        await bot.Secretary().EditAsync("坂井市", ("from", "2026-12-12"), ("until", "2026-12-22"));
        var said = await bot.SaidAsync(Channel, 3);
        Assert.Contains(said, text => text == "お知らせした行事の日程が変わりました。");
        var update = bot.Connector.Calls.Last(call => call.Operation == ConnectorOperation.Update);
        Assert.Contains("日程が変わりました", Personas.Text(update.Card), StringComparison.Ordinal);
        Assert.Contains("12月12日", Personas.Text(update.Card), StringComparison.Ordinal);

        var before = said.Count;
        await GoToAsync(DayBefore);
        Assert.Equal(before, (await bot.SaidAsync(Channel, before)).Count);
        await GoToAsync("2026-12-05T09:00:00+09:00");
        Assert.Contains("7日後の12月12日（土）に始まります。", (await bot.SaidAsync(Channel, before + 1))[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cancelled", "中止になりました")]
    [InlineData("Postponed", "延期になりました")]
    public async Task An_event_that_is_not_held_is_not_reminded_of(string status, string correction)
    {
        await bot.Secretary().RegisterAsync(Inputs());
        await GoToAsync(SevenDaysBefore);
        await bot.RowsAsync(1, isSent: true);
        await bot.Secretary().EditAsync("坂井市", ("status", status));
        var count = (await bot.SaidAsync(Channel, 3)).Count;
        Assert.Contains(correction, bot.Said(Channel)[^1], StringComparison.Ordinal);

        await GoToAsync(DayBefore);

        Assert.Equal(count, (await bot.SaidAsync(Channel, count)).Count);
    }

    [Fact]
    public async Task An_event_that_is_held_again_on_its_old_day_is_reminded_of_again()
    {
        await bot.Secretary().RegisterAsync(Inputs());
        await bot.Secretary().EditAsync("坂井市", ("status", "Cancelled"));
        await GoToAsync(SevenDaysBefore);
        Assert.Empty(await bot.SaidAsync(Channel, 0));

        await bot.Secretary().EditAsync("坂井市", ("status", "Scheduled"));

        Assert.Contains("7日後の12月5日", Assert.Single(await bot.SaidAsync(Channel, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_that_quiet_hours_hold_is_taken_back_when_the_event_is_cancelled()
    {
        await bot.Secretary().RegisterAsync(Inputs());
        await GoToAsync("2026-11-28T22:00:00+09:00");
        await bot.RowsAsync(1, isSent: false);
        await bot.Secretary().EditAsync("坂井市", ("status", "Cancelled"));

        await GoToAsync("2026-11-29T09:00:00+09:00");

        Assert.Empty(await bot.SaidAsync(Channel, 0));
    }

    [Fact]
    public async Task A_reminder_that_quiet_hours_hold_says_what_was_changed_meanwhile()
    {
        await bot.Secretary().RegisterAsync(Inputs());
        await GoToAsync("2026-11-28T22:00:00+09:00");
        await bot.RowsAsync(1, isSent: false);
        await bot.Secretary().EditAsync("坂井市", ("venue", "品川区役所"));

        await GoToAsync("2026-11-29T09:00:00+09:00");

        var said = Assert.Single(await bot.SaidAsync(Channel, 1));
        Assert.Contains("品川区役所", said, StringComparison.Ordinal);
        Assert.DoesNotContain("1階エントランスホール", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_that_quiet_hours_hold_until_the_day_itself_says_today()
    {
        await bot.Secretary().RegisterAsync(Inputs());
        await GoToAsync("2026-12-04T22:00:00+09:00");
        await bot.RowsAsync(1, isSent: false);
        await bot.Secretary().EditAsync("坂井市", ("venue", "品川区役所"));

        await GoToAsync("2026-12-05T09:00:00+09:00");

        Assert.Contains("本日12月5日（土）に始まります。", Assert.Single(await bot.SaidAsync(Channel, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_quiet_hours_would_hold_until_the_day_after_the_first_is_not_made_at_all()
    {
        await bot.Secretary().RegisterAsync(Inputs());

        await GoToAsync("2026-12-05T22:00:00+09:00");
        await GoToAsync("2026-12-06T09:00:00+09:00");

        Assert.Empty(await bot.SaidAsync(Channel, 0));
    }

    [Fact]
    public async Task Several_instances_at_once_remind_once()
    {
        await bot.Secretary().RegisterAsync(Inputs());
        await bot.ChannelAsync("19:third@thread.tacv2");
        bot = await bot.RestartAsync(At(SevenDaysBefore, ("Events:DigestDay", ""), ("Events:CheckInterval", "01:00:00")));

        // The rounds of one instance each: nothing is shared between them but the database.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ActivatorUtilities.CreateInstance<EventReminders>(bot.Services).MakeAsync(CancellationToken.None))));

        Assert.Single(await bot.SaidAsync(Channel, 1));
        Assert.Single(await bot.SaidAsync("19:third@thread.tacv2", 1));
        await using var context = await bot.ContextAsync();
        Assert.Equal(2, await context.OutboxMessages.CountAsync(message => message.Source.StartsWith("event:")));
    }

    [Fact]
    public async Task Taking_an_event_back_corrects_what_was_said()
    {
        var registered = await bot.Secretary().RegisterAsync(Inputs());
        await GoToAsync(SevenDaysBefore);
        await bot.RowsAsync(1, isSent: true);

        await bot.Secretary().ExecuteAsync(registered, "取り消す");

        Assert.Contains("登録は、取り消されました", (await bot.SaidAsync(Channel, 3))[^1], StringComparison.Ordinal);
    }
}
