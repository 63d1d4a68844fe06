using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Outbox;
using RenkeiBot.Service.Retention;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Outbox;

/// <summary>A message is changed, taken back or answered in its thread, before and after it was sent.</summary>
public sealed class OutboxRevisionTests
{
    private const string Source = "test";

    private static readonly (string, string)[] Quick = [("Outbox:PollInterval", "00:00:00.05"), ("Outbox:UpdateInterval", "00:00:00")];

    private static Task<RunningBot> StartAsync(params (string, string)[] settings) => RunningBot.StartAsync([.. Quick, .. settings]);

    private static OutboxPost Post(RunningBot bot, string key, string text, int channel = 0) => OutboxRows.Post(channel, bot.Connector.ServiceUrl, key, text);

    private static async Task<int> AllAsync(RunningBot bot, Func<OutboxWriter, RenkeiBotDbContext, Task<int>> change)
    {
        await using var context = await OutboxRows.ContextAsync(bot);
        await using var transaction = await context.Database.BeginTransactionAsync();
        var writer = bot.Services.GetRequiredService<OutboxWriter>();
        var changed = await change(writer, context);
        await transaction.CommitAsync();
        writer.Wake();
        return changed;
    }

    [Fact]
    public async Task What_was_not_sent_is_replaced_and_goes_out_once()
    {
        await using var bot = await StartAsync(("Outbox:QuietHours", "08:00-09:30"));
        await OutboxRows.PutAsync(bot, Post(bot, "1", "第1報"));
        await OutboxRows.PutAsync(bot, Post(bot, "1", "第2報"));
        Assert.Empty(bot.Connector.Calls);

        await using var later = await bot.RestartAsync(("Clock:Now", "2026-11-21T09:30:00+09:00"));
        await OutboxRows.DoneAsync(later);

        Assert.Equal("第2報", Assert.Single(later.Connector.Calls).Text);
    }

    [Fact]
    public async Task What_was_sent_is_updated_where_it_stands()
    {
        await using var bot = await StartAsync();
        await OutboxRows.PutAsync(bot, Post(bot, "1", "第1報"));
        await OutboxRows.DoneAsync(bot);
        await OutboxRows.PutAsync(bot, Post(bot, "1", "第2報"));
        await OutboxRows.DoneAsync(bot);

        var sent = Assert.Single(bot.Connector.Sent);
        Assert.Equal("第2報", (string?)bot.Connector.Message(sent.SentId!)!["text"]);
        var row = await OutboxRows.RowAsync(bot, "1");
        Assert.Equal((2, 2, sent.SentId, null), (row.Revision, row.SentRevision, row.ActivityId, row.Failure));
    }

    [Fact]
    public async Task What_was_taken_back_before_it_was_sent_never_is_and_what_stands_is_deleted()
    {
        await using var bot = await StartAsync();
        await OutboxRows.AddAsync(bot, [Post(bot, "1", "1")]);
        await OutboxRows.DoneAsync(bot);
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, 429, RetryAfter: "2"));
        await OutboxRows.AddAsync(bot, [Post(bot, "2", "2"), Post(bot, "3", "3")]);

        Assert.Equal(3, await AllAsync(bot, (writer, context) => writer.WithdrawAllAsync(context, Source, OutboxRows.Now, CancellationToken.None)));
        await OutboxRows.DoneAsync(bot);

        Assert.Null(bot.Connector.Message(bot.Connector.Sent.Single(call => call.Text == "1").SentId!));
        // Those that were in hand at that very moment may have been sent, and are then deleted.
        Assert.All(bot.Connector.Sent, call => Assert.Null(bot.Connector.Message(call.SentId!)));
        Assert.Equal(0, await AllAsync(bot, (writer, context) => writer.WithdrawAllAsync(context, Source, OutboxRows.Now, CancellationToken.None)));
    }

    [Fact]
    public async Task What_somebody_has_deleted_meanwhile_is_taken_back_without_trouble()
    {
        await using var bot = await StartAsync();
        await OutboxRows.AddAsync(bot, [Post(bot, "1", "1")]);
        await OutboxRows.DoneAsync(bot);
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Delete, 404, "ActivityNotFoundInConversation"));

        await AllAsync(bot, (writer, context) => writer.WithdrawAllAsync(context, Source, OutboxRows.Now, CancellationToken.None));
        await OutboxRows.DoneAsync(bot);

        Assert.Equal((true, null), await OutboxRows.RowAsync(bot, "1") is var row ? (row.IsWithdrawn, row.Failure) : default);
    }

    [Fact]
    public async Task All_copies_are_corrected_and_those_that_were_given_up_once_they_are_sent_again()
    {
        await using var bot = await StartAsync();
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, 403, "BotNotInConversationRoster"));
        await OutboxRows.AddAsync(bot, [Post(bot, "refused", "旧")]);
        await OutboxRows.DoneAsync(bot);
        await OutboxRows.AddAsync(bot, [Post(bot, "1", "旧", 1), Post(bot, "2", "旧", 2)]);
        await OutboxRows.DoneAsync(bot);

        Assert.Equal(3, await AllAsync(bot, (writer, context) => writer.ReviseAllAsync(context, Source, Activity.CreateMessage("訂正"), OutboxRows.Now, CancellationToken.None)));
        await OutboxRows.DoneAsync(bot);
        Assert.Equal(2, bot.Connector.Sent.Count);

        Assert.All(bot.Connector.Sent, call => Assert.Equal("訂正", (string?)bot.Connector.Message(call.SentId!)!["text"]));
        Assert.Equal(1, await AllAsync(bot, (writer, context) => writer.SendAllAgainAsync(context, Source, OutboxRows.Now, CancellationToken.None)));
        await OutboxRows.DoneAsync(bot);
        Assert.Equal(["旧", "旧", "訂正"], bot.Connector.Sent.Select(call => call.Text));
    }

    [Fact]
    public async Task What_a_broadcast_says_is_written_once_and_so_is_what_corrects_it()
    {
        await using var bot = await StartAsync();
        await OutboxRows.AddAsync(bot, [.. Enumerable.Range(0, 20).Select(channel => Post(bot, $"{channel}", "全区へ", channel)), Post(bot, "other", "別の件", 20)]);
        await OutboxRows.DoneAsync(bot);
        Assert.Equal(2, await ContentsAsync(bot));
        await AllAsync(bot, (writer, context) => writer.ReviseAllAsync(context, Source, Activity.CreateMessage("訂正"), OutboxRows.Now, CancellationToken.None));
        await OutboxRows.DoneAsync(bot);

        Assert.All(bot.Connector.Sent, call => Assert.Equal("訂正", (string?)bot.Connector.Message(call.SentId!)!["text"]));
        Assert.Equal(3, await ContentsAsync(bot));
        await bot.Services.GetRequiredService<RetentionService>().RemoveAsync(CancellationToken.None);
        Assert.Equal(1, await ContentsAsync(bot));
    }

    private static async Task<int> ContentsAsync(RunningBot bot)
    {
        await using var context = await OutboxRows.ContextAsync(bot);
        return await context.OutboxContents.CountAsync();
    }

    [Fact]
    public async Task What_was_taken_back_and_is_said_again_is_a_new_message()
    {
        await using var bot = await StartAsync();
        await OutboxRows.PutAsync(bot, Post(bot, "1", "1"));
        await OutboxRows.DoneAsync(bot);
        await AllAsync(bot, (writer, context) => writer.WithdrawAllAsync(context, Source, OutboxRows.Now, CancellationToken.None));
        await OutboxRows.DoneAsync(bot);
        await OutboxRows.PutAsync(bot, Post(bot, "1", "2"));
        await OutboxRows.DoneAsync(bot);

        Assert.Equal(["1", "2"], bot.Connector.Sent.Select(call => call.Text));
        Assert.Null((await OutboxRows.RowAsync(bot, "1")).Failure);
        Assert.NotNull(bot.Connector.Message(bot.Connector.Sent[1].SentId!));
    }

    [Fact]
    public async Task A_reply_that_was_written_before_its_message_holds_nobody_up()
    {
        await using var bot = await StartAsync();
        await OutboxRows.AddAsync(bot, [Post(bot, "reply", "第1報") with { ParentKey = "card" }, Post(bot, "other", "別件"), Post(bot, "card", "災害")]);
        await OutboxRows.DoneAsync(bot);

        Assert.Equal(["別件", "災害", "第1報"], bot.Connector.Sent.Select(call => call.Text));
    }

    [Fact]
    public async Task A_message_that_nobody_can_receive_yet_ends_when_it_is_taken_back()
    {
        await using var bot = await StartAsync();
        await OutboxRows.AddAsync(bot, [new OutboxPost("1", OutboxTarget.Person(TeamsUser.TenantId, Guid.NewGuid().ToString()), Activity.CreateMessage("1"), OutboxLane.Meeting)]);
        await using (var context = await OutboxRows.ContextAsync(bot))
        {
            await bot.Services.GetRequiredService<OutboxWriter>().WithdrawAsync(context, "1", OutboxRows.Now, CancellationToken.None);
            await context.SaveChangesAsync();
        }

        await OutboxRows.DoneAsync(bot);

        Assert.Empty(bot.Connector.Calls);
        Assert.Equal((null, 0), await OutboxRows.RowAsync(bot, "1") is var row ? (row.SentAt, row.SentRevision) : default);
    }

    [Fact]
    public async Task A_reply_waits_for_its_message_and_stands_in_its_thread()
    {
        await using var bot = await StartAsync();
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, 502));
        await OutboxRows.AddAsync(bot, [Post(bot, "card", "災害"), Post(bot, "reply", "第1報") with { ParentKey = "card" }]);
        await OutboxRows.DoneAsync(bot);

        var card = bot.Connector.Sent[0];
        Assert.Equal(("災害", $"{card.ConversationId};messageid={card.SentId}"), (card.Text, bot.Connector.Sent[1].ConversationId));
        Assert.Equal(bot.Connector.Sent[1].ConversationId, (string?)bot.Connector.Sent[1].Body!["conversation"]!["id"]);
    }

    [Fact]
    public async Task A_reply_to_what_was_not_delivered_is_given_up_with_that_reason()
    {
        await using var bot = await StartAsync();
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, 403, "BotNotInConversationRoster"));
        await OutboxRows.AddAsync(bot, [Post(bot, "card", "災害"), Post(bot, "reply", "第1報") with { ParentKey = "card" }]);
        await OutboxRows.DoneAsync(bot);

        Assert.Equal(OutboxFailures.NoParent, (await OutboxRows.RowAsync(bot, "reply")).Failure);
        Assert.Single(bot.Connector.Calls);
    }

    [Fact]
    public async Task What_is_too_large_goes_out_as_text_and_what_is_so_even_then_is_given_up()
    {
        await using var bot = await StartAsync();
        var card = Activity.CreateCard(RawJson.FromUtf8("""{"type":"AdaptiveCard","version":"1.5"}"""u8.ToArray()), "会議のお知らせ");
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, 413, "MessageSizeTooBig"));
        await OutboxRows.AddAsync(bot, [Post(bot, "1", "") with { Activity = card }]);
        await OutboxRows.DoneAsync(bot);
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Send, 413, "MessageSizeTooBig"));
        await OutboxRows.AddAsync(bot, [Post(bot, "2", "長い")]);
        await OutboxRows.DoneAsync(bot);

        var sent = Assert.Single(bot.Connector.Sent);
        Assert.StartsWith("会議のお知らせ", sent.Text, StringComparison.Ordinal);
        Assert.Null(sent.Body!["attachments"] as JsonArray);
        Assert.Equal("413 MessageSizeTooBig", (await OutboxRows.RowAsync(bot, "2")).Failure);
    }

    [Theory]
    [InlineData(OutboxLane.Disaster, OutboxLane.Notice)]
    [InlineData(OutboxLane.Notice, OutboxLane.Meeting)]
    [InlineData(OutboxLane.Meeting, OutboxLane.Announcement)]
    [InlineData(OutboxLane.Announcement, OutboxLane.Digest)]
    public async Task What_is_urgent_goes_before_what_has_waited_longer(OutboxLane urgent, OutboxLane other)
    {
        await using var bot = await StartAsync(("Outbox:TenantRate", "10"));
        await OutboxRows.AddAsync(bot, Enumerable.Range(0, 60).Select(number => OutboxRows.Post(number, bot.Connector.ServiceUrl, $"{number}", "other", other)));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (bot.Connector.Sent.Count < 3)
            await Task.Delay(10, patience.Token);
        await OutboxRows.AddAsync(bot, [OutboxRows.Post(100, bot.Connector.ServiceUrl, "urgent", "urgent", urgent)]);
        while (!bot.Connector.Sent.Any(call => call.Text == "urgent"))
            await Task.Delay(10, patience.Token);

        // Behind it are at most those that were in hand already.
        Assert.InRange(bot.Connector.Sent.Count, 4, 40);
    }

    [Theory]
    [InlineData("403 BotNotInConversationRoster", "ボットが会話に入っていません")]
    [InlineData("403 SomethingNew", "書き込みが許可されませんでした")]
    [InlineData("404 ConversationNotFound", "会話が見つかりません")]
    [InlineData("503 ServiceUnavailable", "Teamsで問題が起きています")]
    [InlineData("Timeout", "Teamsに届きませんでした")]
    [InlineData(OutboxFailures.NoParent, "元になるメッセージが届いていません")]
    public void Why_it_was_given_up_is_said_in_words_with_advice(string failure, string reason)
    {
        Assert.Equal(reason, OutboxFailures.Of(failure).Reason);
        Assert.EndsWith("。", OutboxFailures.Of(failure).Advice, StringComparison.Ordinal);
    }
}
