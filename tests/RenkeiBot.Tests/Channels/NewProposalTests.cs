using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Channels;

/// <summary>新着提案 in the channels that chose to hear of them, through the front door.</summary>
public sealed class NewProposalTests
{
    private const string All = "19:all@thread.tacv2";
    private const string Tourism = "19:tourism@thread.tacv2";
    private const string Sports = "19:sports@thread.tacv2";

    private static readonly (string, string) Night = ("Outbox:QuietHours", "21:00-07:00");
    private static readonly (string, string)[] Quick = [("Outbox:PollInterval", "00:00:00.050"), ("Outbox:UpdateInterval", "00:00:00"), ("Proposals:CheckInterval", "00:00:00.200")];

    [Fact]
    public async Task A_posted_proposal_comes_once_to_the_channels_whose_fields_it_has()
    {
        await using var bot = await StartAsync();

        await bot.Sakai().PostAsync();

        var card = await ArrivedAsync(bot, All);
        Assert.Contains("新着の提案です（福井県坂井市）", Text(card.Card), StringComparison.Ordinal);
        Assert.Contains("応募する", Buttons(card.Card));
        await ArrivedAsync(bot, Tourism);
        await Task.Delay(300);
        Assert.Equal((1, 1, 0), (Sent(bot, All), Sent(bot, Tourism), Sent(bot, Sports)));
    }

    [Fact]
    public async Task Accepted_after_review_it_comes_then_and_a_second_acceptance_brings_no_second_card()
    {
        await using var bot = await StartAsync();
        var (secretary, owner) = (bot.Secretary(), bot.Sakai());
        await secretary.ExecuteAsync((await secretary.SendAsync("提案の審査")).Card!, "審査を始める");
        await owner.PostAsync();
        var asked = await bot.ToldAsync(secretary, "黄金がにのPRイベント");
        Assert.Equal(0, Sent(bot, All));

        await secretary.ExecuteAsync(asked.Card!, "承認する");
        var card = await ArrivedAsync(bot, All);
        await secretary.ExecuteAsync(await secretary.OpenAsync("黄金がに"), "却下する", ("reason", "時期を確かめてください。"));
        await ReplacedAsync(bot, card, "今は公開されていません");
        await bot.ToldAsync(owner, "事務局が提案を却下しました");
        var own = (await owner.ExecuteAsync((await owner.SendAsync("自分の提案")).Card!, "詳しく見る")).Card!;
        var form = (await owner.ExecuteAsync(own, "再開する")).Card!;
        await owner.ExecuteAsync(form, "再開する", Inputs(("title", "黄金がにの紹介")));
        await secretary.ExecuteAsync((await bot.ToldAsync(secretary, "黄金がにの紹介")).Card!, "承認する");
        await ReplacedAsync(bot, card, "黄金がにの紹介");

        Assert.Equal(1, Sent(bot, All));
    }

    [Fact]
    public async Task The_card_follows_the_proposal_until_its_end_also_when_the_outbox_has_forgotten_it()
    {
        await using var bot = await StartAsync();
        var owner = bot.Sakai();
        await owner.PostAsync();
        var card = await ArrivedAsync(bot, All);
        await SettledAsync(bot);
        await using (var context = await bot.ContextAsync())
            await context.Database.ExecuteSqlRawAsync("DELETE FROM OutboxMessages");
        var own = (await owner.ExecuteAsync((await owner.SendAsync("自分の提案")).Card!, "詳しく見る")).Card!;

        await owner.ExecuteAsync(own, "受付を終了する");

        var replaced = await ReplacedAsync(bot, card, "終了");
        Assert.DoesNotContain("応募する", Buttons(replaced));
        Assert.Equal(1, Sent(bot, All));
    }

    [Fact]
    public async Task What_is_withdrawn_in_the_night_is_never_sent_and_what_stays_comes_in_the_morning()
    {
        await using var bot = await StartAsync(Night, ("Clock:Now", "2026-11-21T22:00:00+09:00"));
        var owner = bot.Sakai();
        await owner.PostAsync(("title", "夜の提案"));
        var own = (await owner.ExecuteAsync((await owner.SendAsync("自分の提案")).Card!, "詳しく見る")).Card!;
        await owner.ExecuteAsync(own, "取り下げる");
        await owner.PostAsync(("title", "朝の提案"));
        await Task.Delay(300);
        Assert.Equal(0, Sent(bot, All));

        await using var morning = await bot.RestartAsync([.. Quick, Night, ("Clock:Now", "2026-11-22T08:00:00+09:00")]);

        Assert.Contains("朝の提案", Text((await ArrivedAsync(morning, All)).Card), StringComparison.Ordinal);
        await Task.Delay(300);
        Assert.Equal(1, Sent(morning, All));
    }

    [Fact]
    public async Task The_channel_where_it_was_posted_has_one_card()
    {
        await using var bot = await StartAsync();
        await bot.SubscribeAsync(Places.General);
        var inChannel = bot.Shinagawa("channel");

        await inChannel.PostAsync();

        await ArrivedAsync(bot, All);
        await Task.Delay(300);
        Assert.Single(bot.Connector.Sent, call => call.ConversationId!.StartsWith(Places.General, StringComparison.Ordinal) && Buttons(call.Card).Contains("応募する"));
    }

    [Fact]
    public async Task A_channel_that_the_bot_was_removed_from_gets_nothing()
    {
        await using var bot = await StartAsync();
        await using (var context = await bot.ContextAsync())
        {
            (await ChannelQueries.ById(context, Tourism).SingleAsync()).State = ChannelState.Removed;
            await context.SaveChangesAsync();
        }

        await bot.Sakai().PostAsync();

        await ArrivedAsync(bot, All);
        await Task.Delay(300);
        Assert.Equal(0, Sent(bot, Tourism));
    }

    private static async Task<RunningBot> StartAsync(params (string, string)[] settings)
    {
        var bot = await RunningBot.StartAsync([.. Quick, .. settings]);
        await bot.SubscribeAsync(All);
        await bot.SubscribeAsync(Tourism, ProposalField.Tourism, ProposalField.Culture);
        await bot.SubscribeAsync(Sports, ProposalField.Sports);
        return bot;
    }

    private static int Sent(RunningBot bot, string conversationId) => bot.Connector.Sent.Count(call => call.ConversationId == conversationId);

    private static Task<ConnectorCall> ArrivedAsync(RunningBot bot, string conversationId) =>
        WaitAsync(() => Task.FromResult(bot.Connector.Sent.FirstOrDefault(call => call.ConversationId == conversationId)), $"Nothing came to {conversationId}.");

    private static Task<JsonObject> ReplacedAsync(RunningBot bot, ConnectorCall card, string words) => WaitAsync(() =>
        Task.FromResult(bot.Connector.Message(card.SentId!)?["attachments"]?[0]?["content"] is JsonObject now && Text(now).Contains(words, StringComparison.Ordinal) ? now : null), $"The card does not say {words}.");

    private static Task SettledAsync(RunningBot bot) => WaitAsync(async () =>
    {
        await using var context = await bot.ContextAsync();
        return await ProposalQueries.AnnouncedCards(context).AnyAsync() ? null : "settled";
    }, "The places of the cards were not kept.");

    private static async Task<T> WaitAsync<T>(Func<Task<T?>> look, string complaint)
        where T : class
    {
        for (var i = 0; i < 400; i++)
        {
            if (await look() is { } found)
                return found;
            await Task.Delay(25);
        }

        throw new TimeoutException(complaint);
    }
}
