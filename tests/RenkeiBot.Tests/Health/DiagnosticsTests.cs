using System.Text;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Tests.Cards;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Health;

/// <summary>「診断」, through the front door.</summary>
public sealed class DiagnosticsTests(SharedBot shared) : IClassFixture<SharedBot>
{
    [Fact]
    public async Task Diagnostics_are_one_card_that_says_how_everything_is()
    {
        var outcome = await shared.Bot.Secretary().SendAsync("診断");

        var reply = Assert.Single(outcome.Replies);
        Assert.Equal("すべて正常に動いています。", (string?)reply["summary"]);
        var texts = AnswersTests.Texts(outcome.Card!);
        Assert.Equal("すべて正常に動いています。", texts[0]);
        Assert.Superset(new HashSet<string> { "データベース", "移行", "ディスク", "記録", "回答", "認証情報", "正常" }, texts.ToHashSet());
        var json = outcome.Card!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Contains("2026年11月21日 9時00分", json, StringComparison.Ordinal);
        Assert.Contains("稼働時間", json, StringComparison.Ordinal);
        Assert.Empty(CardSchema.Problems(Encoding.UTF8.GetBytes(json)));
        Assert.InRange(Encoding.UTF8.GetByteCount(json), 1, AdaptiveCard.MaxUtf8Length);
    }

    [Fact]
    public async Task What_is_wrong_is_named_in_the_first_sentence()
    {
        await using var bot = await RunningBot.StartAsync(("Health:LowDiskMegabytes", "2147483647"));

        var careful = await bot.Secretary().SendAsync("診断");

        Assert.Equal("動いていますが、注意が必要な項目があります（ディスク）。", careful.Answer);

        File.Delete(bot.Database);
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        var broken = await bot.Secretary().SendAsync("診断");

        Assert.Equal("正常に動いていない項目があります（データベース）。お手数ですが、運用の担当者へお知らせください。", broken.Answer);
        Assert.Contains("データベースのファイルが見つかりません。", AnswersTests.Texts(broken.Card!));
        Assert.DoesNotContain(bot.Database, broken.Card!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task Where_others_read_along_diagnostics_are_not_shown(string conversationType)
    {
        var outcome = await shared.Bot.Secretary(conversationType).SendAsync("診断");

        Assert.Null(outcome.Card);
        Assert.Contains("個人チャット", outcome.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_is_refused_politely_and_the_log_says_so_without_a_name()
    {
        await using var bot = await RunningBot.StartAsync();
        var user = bot.User();

        var outcome = await user.SendAsync("診断");

        Assert.Null(outcome.Card);
        Assert.Contains("事務局の方だけ", outcome.Answer, StringComparison.Ordinal);
        Assert.Contains(bot.Log, line => line.StartsWith("Warning: Diagnostics were refused", StringComparison.Ordinal) && line.Contains(user.ConversationId, StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log, line => line.Contains("山田", StringComparison.Ordinal));
    }
}
