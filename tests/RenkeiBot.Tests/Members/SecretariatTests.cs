using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Storage;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Members;

/// <summary>What the secretariat does with registrations, through the front door, and what others may not.</summary>
public sealed class SecretariatTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task An_approved_applicant_is_a_member()
    {
        var user = bot.Stranger();
        await user.ApplyAsync();
        var request = await RequestAsync();

        var decided = await bot.Secretary().PressAsync(request, "承認する");

        Assert.Contains("承認しました", Personas.Text(decided.Card), StringComparison.Ordinal);
        Assert.Contains("次の内容で登録されています", Personas.Text((await user.SendAsync("自分の登録")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_needs_a_reason()
    {
        var user = bot.Stranger();
        await user.ApplyAsync();
        var request = await RequestAsync();

        var asked = await bot.Secretary().PressAsync(request, "却下する");
        var decided = await bot.Secretary().PressAsync(asked.Card!, "却下する", ("reason", "所属を確認できませんでした。"));

        Assert.Contains("却下の理由を入力", Personas.Text(asked.Card), StringComparison.Ordinal);
        Assert.Contains("却下しました", Personas.Text(decided.Card), StringComparison.Ordinal);
        Assert.Contains("まだ利用登録がありません", Personas.Text((await user.SendAsync("自分の登録")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_who_presses_is_shown_what_the_first_decided()
    {
        await bot.Stranger().ApplyAsync();
        var request = await RequestAsync();
        await bot.Secretary().PressAsync(request, "承認する");

        var late = await bot.Secretary().PressAsync(request, "却下する", ("reason", "遅れて押しました。"));

        Assert.Contains("承認されています", Personas.Text(late.Card), StringComparison.Ordinal);
        Assert.Contains((await AuditAsync()), one => one.Type == "registration.reject" && one.Outcome == AuditOutcome.Stale);
    }

    [Fact]
    public async Task Of_several_who_press_at_once_one_decides()
    {
        await bot.Stranger().ApplyAsync();
        var request = await RequestAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => bot.Secretary().PressAsync(request, n % 2 == 0 ? "承認する" : "却下する", ("reason", "同時"))));

        Assert.Equal(1, outcomes.Count(outcome => Personas.Text(outcome.Card).Contains("申請した方に", StringComparison.Ordinal)));
        Assert.Equal(1, (await AuditAsync()).Count(one => one.Type is "registration.approve" or "registration.reject" && one.Outcome == AuditOutcome.Done));
    }

    [Theory]
    [InlineData("登録申請一覧")]
    [InlineData("登録者一覧")]
    public async Task An_officer_may_not_see_the_secretariats_lists(string command) =>
        Assert.Contains("事務局の方だけ", (await bot.Arakawa().SendAsync(command)).Answer, StringComparison.Ordinal);

    [Fact]
    public async Task Someone_unregistered_is_told_how_to_register() =>
        Assert.Contains("利用登録", (await bot.Stranger().SendAsync("登録者一覧")).Answer, StringComparison.Ordinal);

    [Fact]
    public async Task A_forged_approval_is_refused_and_stands_in_the_audit()
    {
        var user = bot.Stranger();
        await user.ApplyAsync();
        var request = await RequestAsync();

        var forged = await user.PressAsync(request, "承認する");
        var byOfficer = await bot.Arakawa().PressAsync(request, "承認する");

        Assert.Contains("利用登録が必要", forged.Answer, StringComparison.Ordinal);
        Assert.Contains("事務局の方だけ", byOfficer.Answer, StringComparison.Ordinal);
        Assert.Equal(2, (await AuditAsync()).Count(one => one.Type == "registration.approve" && one.Outcome == AuditOutcome.Refused));
        Assert.Contains("確認を待っています", Personas.Text((await user.SendAsync("自分の登録")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_id_is_answered_politely()
    {
        var outcome = await bot.Secretary().SubmitAsync(new JsonObject { ["verb"] = "members.approve", ["id"] = Guid.NewGuid().ToString("N"), ["version"] = "0" });

        Assert.Contains("見つかりませんでした", outcome.Answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("members.approve")]
    [InlineData("members.reject")]
    [InlineData("members.save")]
    [InlineData("members.revoke")]
    [InlineData("members.open")]
    [InlineData("members.registration")]
    [InlineData("members.withdraw")]
    [InlineData("members.list")]
    [InlineData("members.registrations")]
    public async Task A_press_without_id_or_version_is_answered_not_failed(string verb)
    {
        var outcome = await bot.Secretary().SubmitAsync(new JsonObject { ["verb"] = verb, ["id"] = new JsonArray(1), ["version"] = "x", ["page"] = "-1" });

        Assert.Single(outcome.Replies);
        Assert.DoesNotContain(bot.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_secretariat_s_help_shows_what_only_the_secretariat_can_do()
    {
        var ofSecretary = Personas.Text((await bot.Secretary().SendAsync("ヘルプ")).Card);
        var ofOfficer = Personas.Text((await bot.Arakawa().SendAsync("ヘルプ")).Card);

        Assert.All(["利用登録", "自分の登録"], command => Assert.Contains(command, ofOfficer, StringComparison.Ordinal));
        Assert.All(["登録申請一覧", "登録者一覧", "テナント設定", "診断"], command =>
        {
            Assert.Contains(command, ofSecretary, StringComparison.Ordinal);
            Assert.DoesNotContain(command, ofOfficer, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Nobody_decides_about_their_own_application()
    {
        var secretary = bot.Secretary();
        await secretary.ApplyAsync("事務局", "Observer", "jimukyoku@example.jp", "事務局 太郎");
        var request = await RequestAsync();

        var outcome = await secretary.PressAsync(request, "承認する");

        Assert.Contains("ほかの事務局の方", outcome.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretariat_finds_changes_and_revokes_a_member()
    {
        var secretary = bot.Secretary();
        var list = (await secretary.SendAsync("登録者一覧 荒川")).Card!;
        var member = (await secretary.PressAsync(list, "詳しく見る")).Card!;

        var saved = await secretary.PressAsync(member, "保存する", ("role", "Observer"), ("contact", "03-3802-3111"));
        var stale = await secretary.PressAsync(member, "登録を取り消す");
        var revoked = await secretary.PressAsync(stale.Card!, "登録を取り消す");

        Assert.Contains("「荒川」に当てはまる登録者は1名", Personas.Text(list), StringComparison.Ordinal);
        Assert.Contains("保存しました", Personas.Text(saved.Card), StringComparison.Ordinal);
        Assert.Contains("閲覧のみ", Personas.Text(saved.Card), StringComparison.Ordinal);
        Assert.Contains("先に変更していました", Personas.Text(stale.Card), StringComparison.Ordinal);
        Assert.Contains("取り消しました", Personas.Text(revoked.Card), StringComparison.Ordinal);
        Assert.Contains("登録は取り消されています", Personas.Text((await bot.Arakawa().SendAsync("自分の登録")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_secretary_stays()
    {
        var secretary = bot.Secretary();
        var member = (await secretary.PressAsync((await secretary.SendAsync("登録者一覧 事務局")).Card!, "詳しく見る")).Card!;

        var outcome = await secretary.PressAsync(member, "登録を取り消す");

        Assert.Contains("事務局の登録者がいなくなる", outcome.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_lists_have_pages()
    {
        for (var i = 0; i < 12; i++)
            await bot.Stranger($"申請 {i:D2}").ApplyAsync(name: $"申請 {i:D2}");
        var secretary = bot.Secretary();

        var first = (await secretary.SendAsync("登録申請一覧")).Card!;
        var second = (await secretary.PressAsync(first, "次のページ")).Card!;

        Assert.Contains("1 / 2 ページ", Personas.Text(first), StringComparison.Ordinal);
        Assert.Contains("2 / 2 ページ", Personas.Text(second), StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, 12), i => Assert.Single(new[] { first, second }, card => Personas.Text(card).Contains($"申請 {i:D2}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_change_stands_in_the_audit_without_names()
    {
        await bot.Stranger().ApplyAsync();
        await bot.Secretary().PressAsync(await RequestAsync(), "承認する");

        var audit = await AuditAsync();

        Assert.Equal(["member.preapprove", "member.preapprove", "member.preapprove", "member.preapprove", "member.preapprove", "registration.apply", "registration.approve"], audit.Select(one => one.Type));
        Assert.DoesNotContain(audit, one => one.Detail.Contains("新宿", StringComparison.Ordinal) || one.Detail.Contains("example", StringComparison.Ordinal));
    }

    private async Task<JsonObject> RequestAsync()
    {
        var secretary = bot.Secretary();
        var list = (await secretary.SendAsync("登録申請一覧")).Card!;
        return (await secretary.PressAsync(list, "確認する")).Card!;
    }

    private async Task<IReadOnlyList<AuditEvent>> AuditAsync()
    {
        await using var context = await bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync();
        return await context.AuditEvents.AsNoTracking().OrderBy(one => one.Id).ToListAsync();
    }
}
