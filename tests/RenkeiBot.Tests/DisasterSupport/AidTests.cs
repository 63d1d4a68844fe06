using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.DisasterSupport.DisasterDriver;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.DisasterSupport;

/// <summary>応援・受援: asking, offering, deciding, through the front door.</summary>
public sealed class AidTests : IAsyncLifetime
{
    private RunningBot bot = null!;
    private TeamsUser sakai = null!;
    private TeamsUser arakawa = null!;

    public async Task InitializeAsync()
    {
        bot = await RunningBot.StartAsync(Quick);
        (sakai, arakawa) = (bot.Sakai(), bot.Arakawa());
        await bot.Secretary().PublishAsync();
        await sakai.SendAsync("ヘルプ");
        await arakawa.SendAsync("ヘルプ");
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_request_is_offered_to_confirmed_and_both_sides_are_told()
    {
        var channel = await bot.AddChannelAsync(1);
        var requested = await RequestAsync();
        var posted = await bot.PostedAsync(channel, "福井県坂井市から応援の要請がありました。毛布 500箱（令和8年11月30日まで）");

        var offered = await OfferAsync(arakawa, "300", "明日届けます。");
        var told = await bot.ToldAsync(sakai, "荒川区から、毛布 300箱の支援の申し出がありました");
        await bot.PostedAsync(channel, "残り200箱");
        var opened = (await sakai.ExecuteAsync(told.Card!, "要請を見る")).Card!;
        var confirmed = (await sakai.ExecuteAsync(opened, "受け入れる")).Card!;
        var again = (await sakai.ExecuteAsync(opened, "受け入れる")).Card!;
        await bot.ToldAsync(arakawa, "福井県坂井市が、毛布 300箱の支援の申し出を受け入れました");

        Assert.Contains("応援を要請しました", Text(requested), StringComparison.Ordinal);
        Assert.NotEmpty(Said(posted));
        Assert.Contains("支援を申し出ました", Text(offered), StringComparison.Ordinal);
        Assert.Contains("明日届けます", Text(told.Card), StringComparison.Ordinal);
        Assert.Contains("300箱（受け入れ）", Text(confirmed), StringComparison.Ordinal);
        Assert.Contains("更新されていました", Text(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_at_the_same_moment_fill_a_request_and_never_beyond()
    {
        await RequestAsync(("quantity", "100"));

        var cards = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() => OfferAsync(n % 2 == 0 ? bot.Arakawa() : bot.Shinagawa(), "9"))));

        Assert.Equal(11, cards.Count(card => Text(card).Contains("支援を申し出ました", StringComparison.Ordinal)));
        await using var context = await bot.OpenContextAsync();
        var request = await context.AidRequests.SingleAsync();
        Assert.Equal((99, 11), (request.Taken, await context.AidOffers.CountAsync(offer => offer.State == AidOfferState.Offered)));
        Assert.Contains("支援を申し出ました", Text(await OfferAsync(arakawa, "1")), StringComparison.Ordinal);
        Assert.Contains("充足（100箱）", Text((await arakawa.ExecuteAsync(await arakawa.OpenDisasterAsync(), "応援・受援")).Card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("501", "残りは500箱です")]
    [InlineData("0", "0より大きい")]
    [InlineData("-1", "0より大きい")]
    [InlineData("", "1から1,000,000までの整数")]
    [InlineData("たくさん", "数字として読めません")]
    [InlineData("1.5", "整数で入力")]
    public async Task What_cannot_be_offered_comes_back_with_the_reason(string quantity, string expected)
    {
        await RequestAsync();

        var card = await OfferAsync(arakawa, quantity, "明日届けます。");

        Assert.Contains(expected, Text(card), StringComparison.Ordinal);
        Assert.Equal("明日届けます。", (string?)Personas.Input(card, "message")["value"]);
    }

    [Fact]
    public async Task An_offer_that_is_declined_or_taken_back_is_needed_again()
    {
        await RequestAsync();
        var offered = await OfferAsync(arakawa, "300");
        var takenBack = (await arakawa.ExecuteAsync(offered, "取り下げる")).Card!;
        await bot.ToldAsync(sakai, "荒川区が、毛布 300箱の支援の申し出を取り下げました");
        await OfferAsync(arakawa, "500");
        var told = await bot.ToldAsync(sakai, "毛布 500箱の支援の申し出がありました");
        var declined = (await sakai.ExecuteAsync((await sakai.ExecuteAsync(told.Card!, "要請を見る")).Card!, "見送る")).Card!;
        await bot.ToldAsync(arakawa, "見送りました");

        Assert.Contains("残り500箱", Text(takenBack), StringComparison.Ordinal);
        Assert.Contains("残り500箱", Text(declined), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_closed_by_hand_and_takes_no_more_offers()
    {
        var requested = await RequestAsync();
        await OfferAsync(arakawa, "300");
        var form = await OpenRequestAsync(bot.Shinagawa());

        var listed = (await sakai.ExecuteAsync((await sakai.ExecuteAsync(await sakai.OpenDisasterAsync(), "応援・受援")).Card!, "要請を見る")).Card!;
        var closed = (await sakai.ExecuteAsync(listed, "要請を締め切る")).Card!;
        await bot.ToldAsync(arakawa, "締め切られました");
        var late = await bot.Shinagawa().ExecuteAsync(form, "支援を申し出る", ("offered", "1"));

        Assert.Contains("要請を締め切りました", Text(closed), StringComparison.Ordinal);
        Assert.Contains("申し出を受け付けていません", Text(late.Card), StringComparison.Ordinal);
        Assert.Contains("要請を締め切る", Buttons(requested));
    }

    [Fact]
    public async Task Who_may_do_what()
    {
        await RequestAsync();
        await OfferAsync(arakawa, "300", "内緒の伝言");

        Assert.Contains("自治体の担当と事務局の方だけ", (await arakawa.SendAsync("応援を要請")).Answer, StringComparison.Ordinal);
        var other = await OpenRequestAsync(bot.Shinagawa());
        Assert.DoesNotContain("内緒の伝言", Text(other), StringComparison.Ordinal);
        var kushiro = await OpenRequestAsync(bot.Kushiro());
        Assert.DoesNotContain("内緒の伝言", Text(kushiro), StringComparison.Ordinal);
        Assert.DoesNotContain("支援を申し出る", Buttons(kushiro));
        Assert.DoesNotContain("要請を締め切る", Buttons(kushiro));
    }

    [Fact]
    public async Task The_secretariat_asks_for_a_municipality()
    {
        var secretary = bot.Secretary();
        var form = (await secretary.SendAsync("応援を要請")).Card!;
        var disaster = (string)Personas.Input(form, "disaster")["value"]!;
        var unknown = (await secretary.ExecuteAsync(form, "要請する", Inputs(disaster, ("municipality", "美郷町")))).Card!;
        var requested = (await secretary.ExecuteAsync(form, "要請する", Inputs(disaster, ("municipality", "石川県輪島市")))).Card!;

        Assert.Contains("秋田県美郷町", Text(unknown), StringComparison.Ordinal);
        Assert.Contains("石川県輪島市：毛布 500箱", Text(requested), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_request_comes_back_beside_it()
    {
        var form = (await sakai.SendAsync("応援を要請")).Card!;
        var card = (await sakai.ExecuteAsync(form, "要請する", Inputs("", ("item", ""), ("quantity", "-1"), ("unit", ""), ("neededBy", "2026-11-01"), ("note", "至急")))).Card!;

        foreach (var expected in new[] { "災害を選んでください", "品目か職種を入力してください", "0より大きい", "単位を選んでください", "今日以後" })
            Assert.Contains(expected, Text(card), StringComparison.Ordinal);
        Assert.Equal("至急", (string?)Personas.Input(card, "note")["value"]);
    }

    private async Task<JsonObject> RequestAsync(params (string Key, string Value)[] different)
    {
        var form = (await sakai.SendAsync("応援を要請")).Card!;
        return (await sakai.ExecuteAsync(form, "要請する", Inputs((string)Personas.Input(form, "disaster")["value"]!, different))).Card!;
    }

    private static async Task<JsonObject> OpenRequestAsync(TeamsUser user) =>
        (await user.ExecuteAsync((await user.ExecuteAsync(await user.OpenDisasterAsync(), "応援・受援")).Card!, "要請を見る")).Card!;

    private static async Task<JsonObject> OfferAsync(TeamsUser ward, string quantity, string message = "") =>
        (await ward.ExecuteAsync(await OpenRequestAsync(ward), "支援を申し出る", ("offered", quantity), ("message", message))).Card!;

    private static (string, string)[] Inputs(string disaster, params (string Key, string Value)[] different)
    {
        var inputs = new Dictionary<string, string> { ["disaster"] = disaster, ["item"] = "毛布", ["quantity"] = "500", ["unit"] = "Boxes", ["neededBy"] = "2026-11-30", ["place"] = "市役所", ["note"] = "" };
        foreach (var (key, value) in different)
            inputs[key] = value;
        return [.. inputs.Select(input => (input.Key, input.Value))];
    }
}
