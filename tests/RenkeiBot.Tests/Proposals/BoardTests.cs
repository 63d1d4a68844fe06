using System.Text.Json.Nodes;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Proposals;

/// <summary>提案を探す, saved searches, comments, review and cards in channels, through the front door.</summary>
public sealed class BoardTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync(("Outbox:PollInterval", "00:00:00.1"));

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Finds_by_words_field_and_place_and_pages_by_five()
    {
        for (var i = 1; i <= 7; i++)
            await bot.Sakai().PostAsync(("title", $"かにの提案その{i}"));
        await bot.Kushiro().PostAsync(("title", "釧路の秋の味覚"), ("text", "秋刀魚を紹介します。"), ("offer", "秋刀魚"), ("fields", "Industry"));
        var user = bot.Shinagawa();

        var found = (await user.SendAsync("提案を探す かに")).Card!;
        var second = (await user.ExecuteAsync(found, "次のページ")).Card!;
        var filtered = (await user.ExecuteAsync(found, "検索する", ("words", ""), ("areas", "01"), ("fields", "Industry"), ("onlyOpen", "true"), ("order", "Newest"))).Card!;

        Assert.Contains("提案は7件です", Text(found), StringComparison.Ordinal);
        Assert.Equal(5, Buttons(found).Count(title => title == "詳しく見る"));
        Assert.Equal(2, Buttons(second).Count(title => title == "詳しく見る"));
        Assert.Contains("釧路の秋の味覚", Text(filtered), StringComparison.Ordinal);
        Assert.DoesNotContain("かにの提案", Text(filtered), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fields", "王様", "「王様」は選べません")]
    [InlineData("until", "2020-01-01", "開始の日以後")]
    [InlineData("from", "いつか", "日付として読めません")]
    public async Task A_condition_that_cannot_be_read_is_said_and_finds_nothing_else(string key, string value, string said)
    {
        await bot.Sakai().PostAsync();
        var user = bot.Shinagawa();
        var list = (await user.SendAsync("提案を探す かに")).Card!;

        var card = (await user.ExecuteAsync(list, "検索する", ("words", "かに"), ("from", "2027-01-01"), (key, value))).Card!;

        Assert.Contains(said, Text(card), StringComparison.Ordinal);
        Assert.DoesNotContain("詳しく見る", Buttons(card));
        Assert.Equal("かに", (string?)Personas.Input(card, "words")["value"]);
    }

    [Fact]
    public async Task A_saved_search_tells_of_new_proposals_that_it_finds()
    {
        var user = bot.Shinagawa();
        var list = (await user.SendAsync("提案を探す 雪")).Card!;
        var saved = (await user.ExecuteAsync(list, "この条件を保存する", ("words", "雪"))).Card!;

        await bot.Sakai().PostAsync(("title", "雪だるまを作りませんか"));
        await bot.Kushiro().PostAsync(("title", "釧路の物産展"));
        var told = await bot.ToldAsync(user, "保存した条件に合う提案");

        Assert.Contains("この条件を保存しました", Text(saved), StringComparison.Ordinal);
        Assert.Contains("雪だるま", Text(told.Card), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Told(user), call => Text(call.Card).Contains("釧路の物産展", StringComparison.Ordinal));
        var deleted = (await user.ExecuteAsync(saved, "削除する")).Card!;
        Assert.Contains("条件を削除しました", Text(deleted), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_are_threaded_and_the_other_side_is_told()
    {
        var (owner, user) = (bot.Sakai(), bot.Shinagawa());
        await owner.PostAsync();
        await user.SendAsync("ヘルプ");
        var comments = (await user.ExecuteAsync(await user.OpenAsync("黄金がに"), "コメント")).Card!;

        await user.ExecuteAsync(comments, "コメントする", ("message", "会場の広さはどのくらい要りますか。"));
        var atOwner = (await owner.ExecuteAsync((await bot.ToldAsync(owner, "品川区がコメントしました")).Card!, "コメント")).Card!;
        var parent = (string)Personas.Input(atOwner, "parent")["choices"]![0]!["value"]!;
        var replied = (await owner.ExecuteAsync(atOwner, "コメントする", ("message", "30平方メートルほどです。"), ("parent", parent))).Card!;
        var told = await bot.ToldAsync(user, "福井県坂井市がコメントしました");

        Assert.Contains("↳", Text(replied), StringComparison.Ordinal);
        Assert.Contains("30平方メートル", Text(told.Card), StringComparison.Ordinal);
        Assert.Contains("コメントを入力してください", Text((await user.ExecuteAsync(comments, "コメントする", ("message", " "))).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_comment_card_sent_twice_is_one_comment_and_its_writer_alone_deletes_it()
    {
        await bot.Sakai().PostAsync();
        var user = bot.Shinagawa();
        var comments = (await user.ExecuteAsync(await user.OpenAsync("黄金がに"), "コメント")).Card!;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => bot.Shinagawa().ExecuteAsync(comments, "コメントする", ("message", "一度だけ")))));
        var shown = (await user.ExecuteAsync("comments.list", new JsonObject { ["id"] = Personas.Data(comments, "詳しく見る")["id"]!.DeepClone() })).Card!;

        Assert.All(outcomes, outcome => Assert.Contains("一度だけ", Text(outcome.Card), StringComparison.Ordinal));
        Assert.Contains("コメントは1件", Text(shown), StringComparison.Ordinal);
        var forged = await bot.Sakai().ExecuteAsync(shown, "削除する");
        Assert.Equal("application/vnd.microsoft.error", (string?)forged.Body!["type"]);
        Assert.Contains("削除されました", Text((await user.ExecuteAsync(shown, "削除する")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_review_on_a_proposal_waits_for_the_secretariat()
    {
        var (secretary, owner) = (bot.Secretary(), bot.Sakai());
        await secretary.ExecuteAsync((await secretary.SendAsync("提案の審査")).Card!, "審査を始める");
        await owner.SendAsync("ヘルプ");

        var posted = await owner.PostAsync();
        var hidden = await bot.Shinagawa().SendAsync("提案を探す かに");
        var asked = await bot.ToldAsync(secretary, "審査を待っている提案です");
        var missing = (await secretary.ExecuteAsync(asked.Card!, "却下する")).Card!;
        var accepted = (await secretary.ExecuteAsync(missing, "承認する")).Card!;

        Assert.Contains("事務局の確認の後に公開されます", Text(posted), StringComparison.Ordinal);
        Assert.Contains("見つかりませんでした", Text(hidden.Card), StringComparison.Ordinal);
        Assert.Contains("却下の理由を入力してください", Text(missing), StringComparison.Ordinal);
        Assert.Contains("承認しました", Text(accepted), StringComparison.Ordinal);
        await bot.ToldAsync(owner, "事務局が提案を承認し、公開しました");
        Assert.Contains("黄金がに", Text((await bot.Shinagawa().SendAsync("提案を探す かに")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_proposal_is_seen_by_its_organisation_alone_with_the_reason()
    {
        var (secretary, owner) = (bot.Secretary(), bot.Sakai());
        await secretary.ExecuteAsync((await secretary.SendAsync("提案の審査")).Card!, "審査を始める");
        await owner.PostAsync();
        var list = (await secretary.ExecuteAsync((await secretary.SendAsync("提案の審査")).Card!, "審査待ちの提案")).Card!;
        var card = (await secretary.ExecuteAsync(list, "詳しく見る")).Card!;

        await secretary.ExecuteAsync(card, "却下する", ("reason", "営利目的のため。"));
        var own = (await owner.ExecuteAsync((await owner.SendAsync("自分の提案")).Card!, "詳しく見る")).Card!;
        var other = await bot.Shinagawa().ExecuteAsync("proposals.open", Personas.Data(card, "承認する"));

        Assert.Contains("営利目的のため", Text(own), StringComparison.Ordinal);
        Assert.Equal("application/vnd.microsoft.error", (string?)other.Body!["type"]);
    }

    [Fact]
    public async Task A_card_in_a_channel_is_replaced_for_everyone_and_shows_each_viewer_what_they_may_do()
    {
        var (owner, inChannel) = (bot.Sakai(), bot.Shinagawa("channel"));
        await owner.PostAsync();
        var list = (await inChannel.SendAsync("提案を探す かに")).Card!;

        var opened = await inChannel.ExecuteAsync(list, "詳しく見る");
        var posted = opened.Calls.Last(call => call.Card is not null);
        var forOwner = await bot.Sakai("channel").ExecuteAsync("proposals.open", Refresh(posted.Card!), trigger: "automatic");
        var forOther = await inChannel.ExecuteAsync("proposals.open", Refresh(posted.Card!), trigger: "automatic");
        var mine = (await owner.ExecuteAsync((await owner.SendAsync("自分の提案")).Card!, "詳しく見る")).Card!;
        await owner.ExecuteAsync((await owner.ExecuteAsync(mine, "編集する")).Card!, "保存する", Inputs(("title", "新しい題のかに")));

        Assert.Contains("編集する", Buttons(forOwner.Card));
        Assert.Contains("応募する", Buttons(forOther.Card));
        Assert.DoesNotContain("編集する", Buttons(forOther.Card));
        Assert.DoesNotContain("編集する", Buttons(posted.Card));
        var update = await UpdateAsync(posted.SentId!);
        Assert.Contains("新しい題のかに", Text(update.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Action_Submit_on_a_card_in_a_channel_leaves_everyones_card_alone()
    {
        await bot.Sakai().PostAsync();
        var inChannel = bot.Shinagawa("channel");
        var posted = (await inChannel.ExecuteAsync((await inChannel.SendAsync("提案を探す かに")).Card!, "詳しく見る")).Calls.Last(call => call.Card is not null);

        var form = await inChannel.PressFallbackAsync(posted.Card!, "応募する");
        var applied = await inChannel.PressFallbackAsync(form.Card!, "応募する", ("message", "会場があります。"));

        Assert.DoesNotContain(form.Calls, call => call.Operation == ConnectorOperation.Update);
        Assert.Contains("応募しました", Text(applied.Card), StringComparison.Ordinal);
    }

    private async Task<ConnectorCall> UpdateAsync(string activityId)
    {
        for (var i = 0; i < 200; i++)
        {
            if (bot.Connector.Calls.LastOrDefault(call => call.Operation == ConnectorOperation.Update && call.ActivityId == activityId) is { } found)
                return found;
            await Task.Delay(25);
        }

        throw new TimeoutException("The card was not replaced.");
    }

    private static JsonObject Refresh(JsonObject card) => card["refresh"]!["action"]!["data"]!.DeepClone().AsObject();
}
