using System.Text.Json.Nodes;
using RenkeiBot.BotFramework;

namespace RenkeiBot.Tests.BotFramework;

public sealed class MentionTests
{
    private static string Text(string? text, params (string? Id, string? Name, string? Text)[] mentions) => MessageText.Of(new Activity
    {
        Text = text,
        Recipient = new ChannelAccount { Id = "28:bot" },
        Entities =
        [
            new Entity { Type = "clientInfo" },
            .. mentions.Select(m => new Entity { Type = "mention", Mentioned = new ChannelAccount { Id = m.Id, Name = m.Name }, Text = m.Text }),
        ],
    });

    [Theory]
    [InlineData("<at>Bot</at> 展示は？", "展示は？")]
    [InlineData("<AT>bot</AT>&nbsp;展示は？&nbsp;", "展示は？")]
    [InlineData("展示は？ <at>Bot</at>", "展示は？")]
    [InlineData("<at>Bot</at><at>Bot</at>\u00A0展示&NBSP;は？\r\n", "展示 は？")]
    [InlineData("<at>Bot</at>", "")]
    [InlineData("展示は？", "展示は？")]
    [InlineData(null, "")]
    public void The_mention_of_the_bot_is_taken_out(string? text, string expected) => Assert.Equal(expected, Text(text, ("28:bot", "Bot", "<at>Bot</at>")));

    [Fact]
    public void Mentions_of_others_and_text_that_looks_like_a_mention_stay()
    {
        Assert.Equal("<at>山田</at> に聞いて", Text("<at>Bot</at> <at>山田</at> に聞いて", ("28:bot", "Bot", "<at>Bot</at>"), ("29:yamada", "山田", "<at>山田</at>")));
        Assert.Equal("<at>Bot</at> 展示は？", Text("<at>Bot</at> 展示は？", ("29:other", "Bot", "<at>Bot</at>")));
        Assert.Equal("<at>Bot</at> 展示は？", Text("<at>Bot</at> 展示は？"));
    }

    [Fact]
    public void A_mention_without_text_is_known_by_its_name()
    {
        Assert.Equal("展示は？", Text("<at>Bot</at> 展示は？", ("28:bot", "Bot", null)));
        Assert.Equal("<at>Bot</at> 展示は？", Text("<at>Bot</at> 展示は？", ("28:bot", null, " ")));
    }

    [Fact]
    public async Task A_mention_reaches_the_handler_as_plain_text_over_HTTP()
    {
        await using var bot = await LibraryBot.StartAsync(router => router.OnMessage((turn, token) => turn.SendAsync($"[{turn.Text}]", token)));
        var activity = bot.Example("message-channel-mention");
        activity["text"] = "<at>RenkeiBot</at>&nbsp; 展示は何時まで？";
        Assert.Equal("[展示は何時まで？]", (await bot.PostAsync(activity)).Answer);
        activity["recipient"] = new JsonObject();
        Assert.Equal("[<at>RenkeiBot</at>  展示は何時まで？]", (await bot.PostAsync(activity)).Answer);
    }
}
