using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Members;

/// <summary>利用登録 through the front door: applying, what is wrong with it, one's own registration.</summary>
public sealed class RegistrationTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Shows_the_form_with_the_name_of_who_asks_in_it()
    {
        var card = (await bot.Stranger("北 三郎").SendAsync("利用登録")).Card!;

        Assert.Equal("北 三郎", ((string?)Personas.Input(card, "name")["value"]));
        Assert.Contains("申請する", Personas.Text(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_waits_for_the_secretariat()
    {
        var user = bot.Stranger();

        var outcome = await user.ApplyAsync();

        Assert.Contains("申請を受け付けました", Personas.Text(outcome.Card), StringComparison.Ordinal);
        Assert.Contains("確認を待っています", Personas.Text((await user.SendAsync("自分の登録")).Card), StringComparison.Ordinal);
        Assert.Contains("新宿区", Personas.Text((await user.SendAsync("利用登録")).Card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("しんじゅく", "新宿区")]
    [InlineData("シンジュク", "新宿区")]
    [InlineData("131041", "新宿区")]
    [InlineData("釧路市", "北海道釧路市")]
    [InlineData("長野県町村会", "長野県町村会")]
    public async Task Finds_the_organisation_by_a_part_of_its_name_reading_or_code(string typed, string found)
    {
        var role = found == "新宿区" ? "LiaisonOfficer" : "MunicipalityMember";

        var outcome = await bot.Stranger().ApplyAsync(typed, role);

        Assert.Contains("申請を受け付けました", Personas.Text(outcome.Card), StringComparison.Ordinal);
        Assert.Contains(found, Personas.Text(outcome.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_which_one_where_the_name_fits_several_and_keeps_what_was_typed()
    {
        var user = bot.Stranger();

        var card = (await user.ApplyAsync("府中市", "MunicipalityMember", "042-364-4111")).Card!;

        Assert.Contains("いくつかあります", Personas.Text(card), StringComparison.Ordinal);
        Assert.Contains("東京都府中市", Personas.Text(card), StringComparison.Ordinal);
        Assert.Contains("広島県府中市", Personas.Text(card), StringComparison.Ordinal);
        Assert.Equal("042-364-4111", ((string?)Personas.Input(card, "contact")["value"]));
        var chosen = (string?)Personas.Input(card, "organisationChoice")["choices"]!.AsArray().Single(choice => (string?)choice!["title"] == "広島県府中市")!["value"];
        var outcome = await user.ApplyAsync("府中市", "MunicipalityMember", "042-364-4111", choice: chosen);
        Assert.Contains("申請を受け付けました", Personas.Text(outcome.Card), StringComparison.Ordinal);
        Assert.Contains("広島県府中市", Personas.Text(outcome.Card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "新宿区", "LiaisonOfficer", "a@example.jp", "氏名を入力")]
    [InlineData("新宿 次郎", "", "LiaisonOfficer", "a@example.jp", "組織の名前")]
    [InlineData("新宿 次郎", "ありえない組織", "LiaisonOfficer", "a@example.jp", "当てはまる組織が見つかりません")]
    [InlineData("新宿 次郎", "新宿区", "", "a@example.jp", "役割を選んで")]
    [InlineData("新宿 次郎", "新宿区", "King", "a@example.jp", "役割を選んで")]
    [InlineData("新宿 次郎", "新宿区", "Secretariat", "a@example.jp", "所属が事務局の方だけ")]
    [InlineData("新宿 次郎", "坂井市", "LiaisonOfficer", "a@example.jp", "特別区の方だけ")]
    [InlineData("新宿 次郎", "新宿区", "LiaisonOfficer", "", "連絡先を入力")]
    [InlineData("新宿 次郎", "新宿区", "LiaisonOfficer", "内線のみ", "メールアドレスか電話番号")]
    public async Task Says_what_is_wrong_and_gives_back_what_was_typed(string name, string organisation, string role, string contact, string said)
    {
        var card = (await bot.Stranger().ApplyAsync(organisation, role, contact, name)).Card!;

        Assert.Contains(said, Personas.Text(card), StringComparison.Ordinal);
        Assert.Equal(name, ((string?)Personas.Input(card, "name")["value"] ?? ""));
        Assert.Equal(contact, ((string?)Personas.Input(card, "contact")["value"] ?? ""));
    }

    [Fact]
    public async Task A_name_of_a_thousand_characters_is_refused_with_a_reason()
    {
        var card = (await bot.Stranger().ApplyAsync(name: new string('長', 1000))).Card!;

        Assert.Contains("氏名は100文字まで", Personas.Text(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_can_be_taken_back()
    {
        var user = bot.Stranger();
        var card = (await user.ApplyAsync()).Card!;

        var outcome = await user.PressAsync(card, "申請を取り下げる");

        Assert.Contains("取り下げました", Personas.Text(outcome.Card), StringComparison.Ordinal);
        Assert.Contains("申請はありません", Personas.Text((await bot.Secretary().SendAsync("登録申請一覧")).Replies.Single()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_takes_back_what_someone_else_applied_for()
    {
        var card = (await bot.Stranger().ApplyAsync()).Card!;

        var outcome = await bot.Stranger("別の 人").PressAsync(card, "申請を取り下げる");

        Assert.Contains("ご自身の申請だけ", Personas.Text(outcome.Card), StringComparison.Ordinal);
        Assert.Contains("申請が1件", Personas.Text((await bot.Secretary().SendAsync("登録申請一覧")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_application_takes_the_place_of_the_first()
    {
        var user = bot.Stranger();
        await user.ApplyAsync();

        await user.ApplyAsync("坂井市", "MunicipalityMember");

        var list = Personas.Text((await bot.Secretary().SendAsync("登録申請一覧")).Card);
        Assert.Contains("申請が1件", list, StringComparison.Ordinal);
        Assert.Contains("福井県坂井市", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_changes_their_own_contact_at_once_and_their_role_by_applying()
    {
        var user = bot.Arakawa();

        var changed = await user.ApplyAsync("荒川区", "LiaisonOfficer", "03-3802-3111", "荒川 花子");
        var applied = await user.ApplyAsync("荒川区", "Observer", "03-3802-3111", "荒川 花子");

        Assert.Contains("変更を保存しました", Personas.Text(changed.Card), StringComparison.Ordinal);
        Assert.Contains("03-3802-3111", Personas.Text(changed.Card), StringComparison.Ordinal);
        Assert.Contains("申請を受け付けました", Personas.Text(applied.Card), StringComparison.Ordinal);
        Assert.Contains("特別区の連携担当", Personas.Text((await user.SendAsync("自分の登録")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_be_told_apart_cannot_apply()
    {
        var user = bot.Stranger();
        var activity = user.Activity("message");
        activity["text"] = "利用登録";
        activity["from"]!.AsObject().Remove("aadObjectId");

        var outcome = await user.PostAsync(activity);

        Assert.Contains("どなたか確認できない", outcome.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_is_still_there_after_a_restart()
    {
        var user = bot.Stranger();
        await user.ApplyAsync();
        bot = await bot.RestartAsync();

        Assert.Contains("新宿 次郎", Personas.Text((await bot.Secretary().SendAsync("登録申請一覧")).Card), StringComparison.Ordinal);
    }
}
