using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Proposals;

/// <summary>What happens to a proposal after it was posted, through the front door: editing, what two do at once, ending, reopening.</summary>
public sealed class EditingTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync(("Outbox:PollInterval", "00:00:00.1"));

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task An_edit_is_seen_by_others_and_stands_in_the_history()
    {
        var posted = await bot.Sakai().PostAsync();
        var form = (await bot.Sakai().ExecuteAsync(posted, "編集する")).Card!;

        var saved = (await bot.Sakai().ExecuteAsync(form, "保存する", Inputs(("title", "越前がにと黄金がに"), ("deadline", "2027-02-20")))).Card!;
        var opened = await bot.Shinagawa().OpenAsync("越前がに");
        var history = (await bot.Shinagawa().ExecuteAsync(opened, "変更の履歴")).Card!;

        Assert.Contains("変更を保存しました", Text(saved), StringComparison.Ordinal);
        Assert.Contains("黄金がにのPRイベント → 越前がにと黄金がに", Text(history), StringComparison.Ordinal);
        Assert.Contains("第1版", Text(history), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_edit_overwrites_nothing_and_shows_both_texts()
    {
        var posted = await bot.Sakai().PostAsync();
        var (one, other) = ((await bot.Sakai().ExecuteAsync(posted, "編集する")).Card!, (await bot.Sakai().ExecuteAsync(posted, "編集する")).Card!);
        await bot.Sakai().ExecuteAsync(one, "保存する", Inputs(("title", "先に直した題")));

        var stale = (await bot.Sakai().ExecuteAsync(other, "保存する", Inputs(("title", "後から直した題")))).Card!;
        var knowingly = (await bot.Sakai().ExecuteAsync(stale, "保存する", Inputs(("title", "後から直した題")))).Card!;

        Assert.Contains("今の内容：先に直した題", Text(stale), StringComparison.Ordinal);
        Assert.Equal("後から直した題", (string?)Personas.Input(stale, "title")["value"]);
        Assert.Contains("変更を保存しました", Text(knowingly), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_someone_else_changed_meanwhile_is_kept_where_one_did_not_touch_it()
    {
        var posted = await bot.Sakai().PostAsync();
        var (one, other) = ((await bot.Sakai().ExecuteAsync(posted, "編集する")).Card!, (await bot.Sakai().ExecuteAsync(posted, "編集する")).Card!);
        await bot.Sakai().ExecuteAsync(one, "保存する", Inputs(("offer", "カニと酒")));

        var merged = (await bot.Sakai().ExecuteAsync(other, "保存する", Inputs(("need", "広い会場")))).Card!;

        Assert.Equal("カニと酒", (string?)Personas.Input(merged, "offer")["value"]);
        Assert.Equal("広い会場", (string?)Personas.Input(merged, "need")["value"]);
        Assert.DoesNotContain("今の内容：", Text(merged), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_form_does_not_take_the_place_of_a_newer_draft()
    {
        var user = bot.Sakai();
        var first = (await user.SendAsync("提案を投稿")).Card!;
        var draft = (await user.ExecuteAsync(first, "下書き保存", ("title", "一つ目"))).Card!;
        await user.ExecuteAsync((await user.ExecuteAsync(draft, "編集する")).Card!, "下書き保存", ("title", "二つ目"));

        var stale = (await user.ExecuteAsync(first, "下書き保存", ("title", "一つ目"))).Card!;

        Assert.Contains("二つ目", Text(stale), StringComparison.Ordinal);
        Assert.Contains("二つ目", Text((await user.SendAsync("自分の提案")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_rejected_comes_back_through_the_secretariat()
    {
        var secretary = bot.Secretary();
        var posted = await bot.Sakai().PostAsync();
        var seen = await secretary.OpenAsync("黄金がに");
        await secretary.ExecuteAsync(seen, "却下する", ("reason", "表現を直してください。"));
        var own = (await bot.Sakai().ExecuteAsync((await bot.Sakai().SendAsync("自分の提案")).Card!, "詳しく見る")).Card!;

        var form = (await bot.Sakai().ExecuteAsync(own, "再開する")).Card!;
        var waiting = (await bot.Sakai().ExecuteAsync(form, "再開する", Inputs(("title", "直した題の黄金がに")))).Card!;
        var list = (await secretary.ExecuteAsync((await secretary.SendAsync("提案の審査")).Card!, "審査待ちの提案")).Card!;
        await secretary.ExecuteAsync((await secretary.ExecuteAsync(list, "詳しく見る")).Card!, "承認する");

        Assert.Contains("募集中", Text(posted), StringComparison.Ordinal);
        Assert.Contains("表現を直してください", Text(own), StringComparison.Ordinal);
        Assert.Contains("審査中", Text(waiting), StringComparison.Ordinal);
        Assert.Contains("直した題の黄金がに", Text(await bot.Shinagawa().OpenAsync("黄金がに")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_press_gets_the_fresh_card()
    {
        var posted = await bot.Sakai().PostAsync();
        await bot.Sakai().ExecuteAsync(posted, "受付を終了する");

        var stale = (await bot.Sakai().ExecuteAsync(posted, "取り下げる")).Card!;

        Assert.Contains("内容が更新されていました", Text(stale), StringComparison.Ordinal);
        Assert.Contains("受付終了", Text(stale), StringComparison.Ordinal);
        Assert.Contains("再開する", Buttons(stale));
    }

    [Fact]
    public async Task What_waits_for_review_can_be_edited()
    {
        await bot.Secretary().ExecuteAsync((await bot.Secretary().SendAsync("提案の審査")).Card!, "審査を始める");
        var waiting = await bot.Sakai().PostAsync();

        var saved = (await bot.Sakai().ExecuteAsync((await bot.Sakai().ExecuteAsync(waiting, "編集する")).Card!, "保存する", Inputs(("title", "直した題")))).Card!;

        Assert.Contains("変更を保存しました", Text(saved), StringComparison.Ordinal);
        Assert.Contains("直した題", Text(saved), StringComparison.Ordinal);
        Assert.Contains("審査中", Text(saved), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_application_ended_applies_again_once_the_proposal_is_reopened()
    {
        var posted = await bot.Sakai().PostAsync();
        await bot.Shinagawa().ApplyAsync("黄金がに");
        var closed = (await bot.Sakai().ExecuteAsync(posted, "受付を終了する")).Card!;
        await bot.Sakai().ExecuteAsync(closed, "再開する");

        var again = await bot.Shinagawa().ApplyAsync("黄金がに");

        Assert.Contains("応募しました", Text(again.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_proposal_is_not_found_and_can_be_reopened()
    {
        var posted = await bot.Sakai().PostAsync();

        var closed = (await bot.Sakai().ExecuteAsync(posted, "受付を終了する")).Card!;
        var gone = await bot.Shinagawa().SendAsync("提案を探す かに");
        var reopened = (await bot.Sakai().ExecuteAsync(closed, "再開する")).Card!;
        var found = await bot.Shinagawa().SendAsync("提案を探す かに");

        Assert.Contains("受付を終了しました", Text(closed), StringComparison.Ordinal);
        Assert.Contains("見つかりませんでした", Text(gone.Card), StringComparison.Ordinal);
        Assert.Contains("募集を再開しました", Text(reopened), StringComparison.Ordinal);
        Assert.Contains("黄金がに", Text(found.Card), StringComparison.Ordinal);
    }
}
