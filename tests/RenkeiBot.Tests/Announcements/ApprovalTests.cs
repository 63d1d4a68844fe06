using Microsoft.EntityFrameworkCore;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Announcements.Announcing;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Announcements;

/// <summary>全員: two persons of the secretariat.</summary>
public sealed class ApprovalTests : IAsyncLifetime
{
    private RunningBot bot = null!;
    private TeamsUser author = null!;
    private TeamsUser second = null!;

    public async Task InitializeAsync()
    {
        bot = await RunningBot.StartAsync(Settings);
        (author, second) = (bot.Secretary(), bot.Second());
        await bot.GreetAsync(second);
        await bot.AddChannelsAsync(["a"]);
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Everyone_is_told_once_another_one_agrees_and_not_by_the_author_s_own_press()
    {
        var asked = await author.AnnounceAsync(("targets", "Everyone"));
        Assert.Contains("承認を依頼しました", Text(asked), StringComparison.Ordinal);
        Assert.DoesNotContain("承認する", Buttons(asked));
        var request = (await bot.SeenAsync(second, "承認依頼です")).Card!;
        Assert.Contains("依頼した方：事務局 太郎", Text(request), StringComparison.Ordinal);

        var own = (await author.ExecuteAsync(request, "承認する")).Card!;
        Assert.Contains("ご自身の依頼は承認できません", Text(own), StringComparison.Ordinal);
        Assert.Empty(bot.Posted("a"));
        await second.ExecuteAsync(request, "承認する");

        await bot.SeenAsync(author, "配信が終わりました");
        Assert.Single(bot.Posted("a"));
        await bot.SeenAsync(author, "ほかの事務局の方が承認しました");
        Assert.DoesNotContain("却下する", Buttons((await bot.SeenAsync(second, "承認しました")).Card));
    }

    [Fact]
    public async Task A_request_is_stale_once_the_announcement_was_changed()
    {
        var asked = await author.AnnounceAsync(("targets", "Everyone"));
        var request = (await bot.SeenAsync(second, "承認依頼です")).Card!;
        var form = (await author.ExecuteAsync(asked, "修正する")).Card!;
        await author.ExecuteAsync(form, "プレビュー", Typed(("targets", "Everyone"), ("title", "変えた件名")));

        var answer = (await second.ExecuteAsync(request, "承認する")).Card!;

        Assert.Contains("内容が更新されていました", Text(answer), StringComparison.Ordinal);
        Assert.Contains("変えた件名", Text(answer), StringComparison.Ordinal);
        await using var context = await bot.ContextAsync();
        Assert.Equal(0, await context.AnnouncementOccurrences.CountAsync());
    }

    [Fact]
    public async Task A_rejection_wants_a_reason_which_the_author_is_told()
    {
        await author.AnnounceAsync(("targets", "Everyone"));
        var request = (await bot.SeenAsync(second, "承認依頼です")).Card!;

        Assert.Contains("却下の理由を入力してください", Text((await second.ExecuteAsync(request, "却下する")).Card), StringComparison.Ordinal);
        await second.ExecuteAsync(request, "却下する", ("reason", "日付を直してください。"));

        await bot.SeenAsync(author, "理由：日付を直してください。");
        Assert.Empty(bot.Posted("a"));
    }

    [Fact]
    public async Task Of_two_who_agree_at_once_one_does_and_it_goes_once()
    {
        var third = bot.Third();
        await bot.GreetAsync(third);
        await author.AnnounceAsync(("targets", "Everyone"));
        var (one, other) = ((await bot.SeenAsync(second, "承認依頼です")).Card!, (await bot.SeenAsync(third, "承認依頼です")).Card!);

        await Task.WhenAll(second.ExecuteAsync(one, "承認する"), third.ExecuteAsync(other, "承認する"));

        await bot.SeenAsync(author, "配信が終わりました");
        await Task.Delay(400);
        Assert.Single(bot.Posted("a"));
    }

    [Fact]
    public async Task A_correction_of_what_everyone_was_told_wants_a_second_person_too()
    {
        await author.AnnounceAsync(("targets", "Everyone"));
        await second.ExecuteAsync((await bot.SeenAsync(second, "承認依頼です")).Card!, "承認する");
        var end = (await bot.SeenAsync(author, "配信が終わりました")).Card!;

        var form = (await author.ExecuteAsync(end, "訂正する")).Card!;
        var asked = (await author.ExecuteAsync(form, "訂正する", ("title", "正しい件名"), ("text", "正しい本文"))).Card!;
        Assert.Contains("訂正の承認を", Text(asked), StringComparison.Ordinal);
        var request = (await bot.SeenAsync(second, "訂正の承認依頼です")).Card!;
        Assert.Contains("全国連携展示のご案内", Text(bot.Standing("a")), StringComparison.Ordinal);
        Assert.Contains("ご自身の依頼", Text((await author.ExecuteAsync(request, "承認する")).Card), StringComparison.Ordinal);
        await second.ExecuteAsync(request, "承認する");

        await UntilAsync(() => Text(bot.Standing("a")).Contains("【訂正】正しい件名", StringComparison.Ordinal), "The copy was not corrected.");
    }

    [Fact]
    public async Task Without_a_second_person_everyone_cannot_be_told()
    {
        await using var alone = await RunningBot.StartAsync(("Outbox:PollInterval", "00:00:00.05"));
        var answer = await alone.Secretary().AnnounceAsync(("targets", "Everyone"));

        Assert.Contains("承認できる事務局の方がほかにいない", Text(answer), StringComparison.Ordinal);
    }
}
