using System.Text.Json.Nodes;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Members;

/// <summary>What others are told of a registration in their personal chats, through the fake Connector.</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync(("Outbox:PollInterval", "00:00:00.1"));

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task The_secretariat_gets_the_request_with_its_buttons_and_the_applicant_the_decision()
    {
        var (secretary, user) = (bot.Secretary(), bot.Stranger());
        await secretary.SendAsync("ヘルプ");

        await user.ApplyAsync();
        var request = await ToldAsync(secretary, "利用登録の申請があります");
        var decided = await secretary.PressAsync(request.Card!, "承認する");
        var told = await ToldAsync(user, "利用登録が承認されました");

        Assert.Contains("新宿区", Personas.Text(request.Card), StringComparison.Ordinal);
        Assert.Contains("承認しました", Personas.Text(decided.Card), StringComparison.Ordinal);
        Assert.NotNull(told.Activity);
    }

    [Fact]
    public async Task A_rejection_is_told_with_its_reason()
    {
        var (secretary, user) = (bot.Secretary(), bot.Stranger());
        await secretary.SendAsync("ヘルプ");
        await user.ApplyAsync();
        var request = await ToldAsync(secretary, "利用登録の申請があります");

        await secretary.PressAsync(request.Card!, "却下する", ("reason", "所属を確認できませんでした。"));

        await ToldAsync(user, "所属を確認できませんでした。");
    }

    [Fact]
    public async Task A_press_that_is_delivered_twice_decides_and_tells_once()
    {
        var (secretary, user) = (bot.Secretary(), bot.Stranger());
        await secretary.SendAsync("ヘルプ");
        await user.ApplyAsync();
        var request = await ToldAsync(secretary, "利用登録の申請があります");
        var press = secretary.Activity("message");
        press["value"] = Personas.Data(request.Card!, "承認する");

        await secretary.PostAsync(press.DeepClone().AsObject());
        await secretary.PostAsync(press.DeepClone().AsObject());
        await ToldAsync(user, "利用登録が承認されました");

        Assert.Single(Messages(user), call => Said(call).Contains("利用登録が承認されました", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secretary_who_has_not_written_yet_gets_the_request_when_they_do()
    {
        await bot.Stranger().ApplyAsync();
        var secretary = bot.Secretary();

        await secretary.SendAsync("ヘルプ");

        await ToldAsync(secretary, "利用登録の申請があります");
    }

    [Fact]
    public async Task A_member_is_told_what_the_secretariat_changed_and_took_back()
    {
        var (secretary, member) = (bot.Secretary(), bot.Arakawa());
        await member.SendAsync("ヘルプ");
        var card = (await secretary.PressAsync((await secretary.SendAsync("登録者一覧 荒川")).Card!, "詳しく見る")).Card!;

        var saved = await secretary.PressAsync(card, "保存する", ("role", "Observer"), ("contact", "arakawa@example.jp"));
        await secretary.PressAsync(saved.Card!, "登録を取り消す");

        await ToldAsync(member, "役割は「閲覧のみ」");
        await ToldAsync(member, "利用登録を取り消しました");
    }

    [Fact]
    public async Task The_secretariat_lets_a_tenant_in_and_out_again()
    {
        const string tenant = "6f0c0d64-9f43-4a55-8a39-0a61b7f8f001";
        var secretary = bot.Secretary();

        var wrong = await secretary.SubmitAsync(new JsonObject { ["verb"] = "tenants.add", ["tenantId"] = "x", ["tenantName"] = "北区" });
        var added = await secretary.SubmitAsync(new JsonObject { ["verb"] = "tenants.add", ["tenantId"] = tenant.ToUpperInvariant(), ["tenantName"] = "北区" });
        var again = await secretary.SubmitAsync(new JsonObject { ["verb"] = "tenants.add", ["tenantId"] = tenant, ["tenantName"] = "北区" });
        var removed = await secretary.PressAsync(again.Card!, "外す");
        var refused = await bot.Arakawa().SendAsync("テナント設定");

        Assert.Contains("形で入力してください", Personas.Text(wrong.Card), StringComparison.Ordinal);
        Assert.Equal("北区", (string?)Personas.Input(wrong.Card!, "tenantName")["value"]);
        Assert.Contains("追加しました", Personas.Text(added.Card), StringComparison.Ordinal);
        Assert.Contains("すでに追加", Personas.Text(again.Card), StringComparison.Ordinal);
        Assert.Contains("外しました", Personas.Text(removed.Card), StringComparison.Ordinal);
        Assert.Contains("事務局の方だけ", refused.Answer, StringComparison.Ordinal);
    }

    private async Task<ConnectorCall> ToldAsync(TeamsUser user, string words)
    {
        for (var i = 0; i < 200; i++)
        {
            if (Messages(user).LastOrDefault(call => Said(call).Contains(words, StringComparison.Ordinal)) is { } found)
                return found;
            await Task.Delay(50);
        }

        throw new TimeoutException($"Nobody said \"{words}\".");
    }

    private IEnumerable<ConnectorCall> Messages(TeamsUser user) => bot.Connector.Calls.Where(call => call.ConversationId == user.ConversationId && call.Activity is not null);

    private static string Said(ConnectorCall call) => $"{(string?)call.Activity!["text"]}{(string?)call.Activity["summary"]}";
}
