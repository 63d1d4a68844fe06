using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Service.Outbox;
using RenkeiBot.Service.Retention;
using RenkeiBot.Tests.Directories;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Meetings;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Outbox;

/// <summary>「未配信一覧」 and the health of the delivery.</summary>
public sealed class UndeliveredTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync(("Outbox:PollInterval", "00:00:00.05"));

    public async Task DisposeAsync() => await bot.DisposeAsync();

    private async Task GiveUpAsync(int number)
    {
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, 403, "BotNotInConversationRoster", Times: number));
        await using (var context = await OutboxRows.ContextAsync(bot))
        {
            context.Channels.Add(OutboxRows.Channel(0, bot.Connector.ServiceUrl));
            await context.SaveChangesAsync();
        }

        await OutboxRows.AddAsync(bot, Enumerable.Range(0, number).Select(one => OutboxRows.Post(one, bot.Connector.ServiceUrl, $"{one}", $"本文 {one}")));
        await OutboxRows.DoneAsync(bot);
    }

    [Fact]
    public async Task The_secretariat_sees_where_why_and_what_to_do_but_not_what_it_said_and_sends_it_again()
    {
        await GiveUpAsync(1);
        var secretary = bot.Secretary();

        var list = (await secretary.SendAsync(UndeliveredFeature.Command)).Card!;

        var text = Personas.Text(list);
        Assert.Contains("届かなかったメッセージが1件", text, StringComparison.Ordinal);
        Assert.Contains("0区（お知らせ）", text, StringComparison.Ordinal);
        Assert.Contains("ボットが会話に入っていません", text, StringComparison.Ordinal);
        Assert.DoesNotContain("本文", text, StringComparison.Ordinal);

        await secretary.PressAsync(list, "再送する");
        await OutboxRows.DoneAsync(bot);
        Assert.Contains(bot.Connector.Sent, call => call.Text == "本文 0");
        Assert.Contains("すでに再送された", (await secretary.PressAsync(list, "再送する")).Answer, StringComparison.Ordinal);
        Assert.Equal("届かなかったメッセージはありません。", (await secretary.SendAsync(UndeliveredFeature.Command)).Answer);
    }

    [Fact]
    public async Task All_of_several_pages_are_sent_again_with_one_press()
    {
        await GiveUpAsync(20);
        var secretary = bot.Secretary();
        var first = (await secretary.SendAsync(UndeliveredFeature.Command)).Card!;
        var second = (await secretary.PressAsync(first, "次のページ")).Card!;
        Assert.Contains("2／3ページ", Personas.Text(second), StringComparison.Ordinal);

        await secretary.PressAsync(second, "すべて再送する");
        await OutboxRows.DoneAsync(bot);

        Assert.Equal(20, bot.Connector.Sent.Count(call => call.Text!.StartsWith("本文", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        await GiveUpAsync(1);
        Assert.Contains("事務局", (await bot.Arakawa().SendAsync(UndeliveredFeature.Command)).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_too_long_for_somebody_who_never_wrote_is_given_up_and_can_be_sent_again()
    {
        var (arakawa, secretary) = (bot.Arakawa(), bot.Secretary());
        await bot.CallMeetingAsync();
        await using (var context = await OutboxRows.ContextAsync(bot))
        {
            var writer = bot.Services.GetRequiredService<OutboxWriter>();
            writer.Add(context, For(arakawa, "old"), OutboxRows.Now.AddDays(-31));
            writer.Add(context, For(arakawa, "young"), OutboxRows.Now.AddDays(-29));
            // It may still be wanted: its meeting is to come.
            writer.Add(context, For(arakawa, "called", (await context.PlannedMeetings.SingleAsync()).Source), OutboxRows.Now.AddDays(-31));
            await context.SaveChangesAsync();
        }

        await bot.Services.GetRequiredService<RetentionService>().RemoveAsync(CancellationToken.None);

        var list = (await secretary.SendAsync(UndeliveredFeature.Command)).Card!;
        Assert.Contains("届かなかったメッセージが1件", Personas.Text(list), StringComparison.Ordinal);
        Assert.Contains("ボットとのチャットがまだありません", Personas.Text(list), StringComparison.Ordinal);
        await secretary.PressAsync(list, "再送する");
        await arakawa.SendAsync("ヘルプ");
        var told = await GraphBot.UntilAsync(() => Task.FromResult(bot.Connector.Sent.Select(call => call.Text).Where(text => text is "old" or "young" or "called").ToList()), texts => texts.Count == 3);
        Assert.Equal(["called", "old", "young"], told.Order());
    }

    private static OutboxPost For(TeamsUser user, string key, string source = "") =>
        new(key, OutboxTarget.Person(Personas.TenantId, user.AadObjectId), Activity.CreateMessage(key), OutboxLane.Notice) { Source = source };

    [Fact]
    public async Task What_is_late_is_said_by_the_health()
    {
        await using var parked = await RunningBot.StartAsync(("Outbox:TenantRate", "1"), ("Outbox:PollInterval", "10:00:00"));
        await using (var context = await OutboxRows.ContextAsync(parked))
        {
            foreach (var (key, minutes) in new[] { ("late", 20), ("fresh", 1) })
                context.OutboxMessages.Add(Late(key, minutes));
            await context.SaveChangesAsync();
        }

        using var response = await parked.Http.GetAsync("/health/ready");
        var body = await response.Content.ReadAsStringAsync();
        Assert.Contains("1 messages are late.", body, StringComparison.Ordinal);
        Assert.Contains("\"outbox\"", body, StringComparison.Ordinal);
    }

    private static OutboxMessage Late(string key, int minutes) => new()
    {
        Key = key,
        Target = key,
        TenantId = TeamsUser.TenantId,
        AadObjectId = "",
        ConversationId = key,
        Content = new OutboxContent { Activity = "{}" },
        CreatedAt = OutboxRows.Now,
        NotBefore = DateTimeOffset.Parse(RunningBot.Now, CultureInfo.InvariantCulture).AddMinutes(-minutes),
    };
}
