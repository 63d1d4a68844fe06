using System.Text.Json.Nodes;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Proposals;

/// <summary>What passes the secretariat by, and what must not.</summary>
public sealed class ReviewTests : IAsyncLifetime
{
    private RunningBot bot = null!;
    private TeamsUser secretary = null!;
    private TeamsUser owner = null!;

    public async Task InitializeAsync()
    {
        bot = await RunningBot.StartAsync(("Outbox:PollInterval", "00:00:00.1"));
        (secretary, owner) = (bot.Secretary(), bot.Sakai());
        await secretary.ExecuteAsync((await secretary.SendAsync("提案の審査")).Card!, "審査を始める");
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_draft_that_is_posted_is_decided_at_the_first_press()
    {
        var form = (await owner.SendAsync("提案を投稿")).Card!;
        await owner.ExecuteAsync((await owner.ExecuteAsync(form, "プレビュー", Inputs())).Card!, "投稿する");

        var accepted = (await secretary.ExecuteAsync((await bot.ToldAsync(secretary, "審査を待っている提案です")).Card!, "承認する")).Card!;

        Assert.Contains("承認しました", Text(accepted), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_rejected_does_not_pass_by_being_taken_back_and_reopened()
    {
        var rejected = await RejectedAsync();
        var waiting = (await owner.ExecuteAsync((await owner.ExecuteAsync(rejected, "再開する")).Card!, "再開する", Inputs(("title", "審査を通らない題")))).Card!;

        var takenBack = (await owner.ExecuteAsync(waiting, "取り下げる")).Card!;
        var again = (await owner.ExecuteAsync((await owner.ExecuteAsync(takenBack, "再開する")).Card!, "再開する", Inputs(("title", "審査を通らない題")))).Card!;

        Assert.Contains("審査中", Text(again), StringComparison.Ordinal);
        Assert.Contains("見つかりませんでした", Text((await bot.Shinagawa().SendAsync("提案を探す 審査を通らない題")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_what_is_being_reviewed_again_not_in_a_channel_either()
    {
        var posted = await PublishedAsync();
        var inChannel = bot.Shinagawa("channel");
        await inChannel.ExecuteAsync((await inChannel.SendAsync("提案を探す かに")).Card!, "詳しく見る");
        await secretary.ExecuteAsync(await secretary.OpenAsync("黄金がに"), "却下する", ("reason", "直してください。"));
        var own = (await owner.ExecuteAsync((await owner.SendAsync("自分の提案")).Card!, "詳しく見る")).Card!;

        await owner.ExecuteAsync((await owner.ExecuteAsync(own, "再開する")).Card!, "再開する", Inputs(("title", "まだ見せられない題")));
        var opened = await bot.Shinagawa().ExecuteAsync("proposals.open", new JsonObject { ["id"] = Personas.Data(posted, "編集する")["id"]!.DeepClone() });
        await Task.Delay(500);

        Assert.Equal("application/vnd.microsoft.error", (string?)opened.Body!["type"]);
        var updates = bot.Connector.Calls.Where(call => call.Operation == ConnectorOperation.Update).ToList();
        Assert.NotEmpty(updates);
        Assert.DoesNotContain(updates, call => Text(call.Card).Contains("まだ見せられない題", StringComparison.Ordinal));
        Assert.Contains("今は公開されていません", Text(updates[^1].Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_back_before_its_first_review_goes_to_review_again()
    {
        var waiting = await owner.PostAsync();

        var takenBack = (await owner.ExecuteAsync(waiting, "取り下げる")).Card!;
        var again = (await owner.ExecuteAsync(takenBack, "再開する")).Card!;

        Assert.Contains("審査中", Text(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_edit_of_what_waits_for_review_shows_what_the_colleague_wrote()
    {
        var waiting = await owner.PostAsync();
        var (one, other) = ((await owner.ExecuteAsync(waiting, "編集する")).Card!, (await owner.ExecuteAsync(waiting, "編集する")).Card!);
        await owner.ExecuteAsync(one, "保存する", Inputs(("offer", "カニと酒")));

        var stale = (await owner.ExecuteAsync(other, "保存する", Inputs(("need", "広い会場")))).Card!;

        Assert.Contains("今の内容：カニと酒", Text(stale), StringComparison.Ordinal);
        Assert.Equal("広い会場", (string?)Personas.Input(stale, "need")["value"]);
    }

    [Fact]
    public async Task Places_are_never_fewer_than_those_that_are_taken_and_a_passed_day_may_stay()
    {
        var posted = await PublishedAsync(("places", "2"));
        var id = Guid.Parse((string)Personas.Data(posted, "編集する")["id"]!);
        foreach (var application in await bot.AddApplicationsAsync(id, 2))
            await owner.ExecuteAsync("applications.approve", new JsonObject { ["id"] = application.ToString("N"), ["version"] = "0" });
        var fresh = (await owner.ExecuteAsync((await owner.SendAsync("自分の提案")).Card!, "詳しく見る")).Card!;

        var fewer = (await owner.ExecuteAsync((await owner.ExecuteAsync(fresh, "編集する")).Card!, "保存する", Inputs(("places", "1")))).Card!;

        Assert.Contains("募集数は2以上", Text(fewer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_on_one_comments_card_write_two_comments()
    {
        await PublishedAsync();
        var comments = (await bot.Shinagawa().ExecuteAsync(await bot.Shinagawa().OpenAsync("黄金がに"), "コメント")).Card!;

        await bot.Shinagawa().ExecuteAsync(comments, "コメントする", ("message", "品川の質問"));
        var both = (await bot.Arakawa().ExecuteAsync(comments, "コメントする", ("message", "荒川の質問"))).Card!;

        Assert.Contains("品川の質問", Text(both), StringComparison.Ordinal);
        Assert.Contains("荒川の質問", Text(both), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_nobody_has_seen_is_not_adopted()
    {
        await PublishedAsync(("areas", "any"), ("places", ""));
        var first = (await secretary.SendAsync("マッチング会議")).Card!;
        var second = (await secretary.SendAsync("マッチング会議")).Card!;

        var old = (await secretary.ExecuteAsync(first, "このページを採用する")).Card!;
        var adopted = (await secretary.ExecuteAsync(second, "このページを採用する")).Card!;

        Assert.Contains("組み合わせが新しくなっています", Text(old), StringComparison.Ordinal);
        Assert.Contains("採用しました", Text(adopted), StringComparison.Ordinal);
    }

    private async Task<JsonObject> PublishedAsync(params (string Key, string Value)[] different)
    {
        await owner.PostAsync(different);
        var list = (await secretary.ExecuteAsync((await secretary.SendAsync("提案の審査")).Card!, "審査待ちの提案")).Card!;
        await secretary.ExecuteAsync((await secretary.ExecuteAsync(list, "詳しく見る")).Card!, "承認する");
        return (await owner.ExecuteAsync((await owner.SendAsync("自分の提案")).Card!, "詳しく見る")).Card!;
    }

    private async Task<JsonObject> RejectedAsync()
    {
        await PublishedAsync();
        await secretary.ExecuteAsync(await secretary.OpenAsync("黄金がに"), "却下する", ("reason", "直してください。"));
        return (await owner.ExecuteAsync((await owner.SendAsync("自分の提案")).Card!, "詳しく見る")).Card!;
    }
}
