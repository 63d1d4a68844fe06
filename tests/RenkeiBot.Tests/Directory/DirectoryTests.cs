using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Directories;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Outbox;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Directories;

/// <summary>「Teams連携」 through the front door: how Graph stands, teams, liaison officers, people who left.</summary>
public sealed class DirectoryTests : IAsyncLifetime
{
    private const string Team = "6f0c0d64-9f43-4a55-8a39-0a61b7f8f0";

    private FakeGraph graph = null!;
    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        bot = await GraphBot.StartAsync(graph);
        graph.Tenant.Knows(bot.Secretary(), bot.Arakawa(), bot.Shinagawa(), bot.Sakai(), bot.Kushiro());
        graph.Tenant.Availability[GraphBot.Mailbox] = "0";
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await graph.DisposeAsync();
    }

    private static string Text(TurnOutcome outcome) => Personas.Text(outcome.Card);

    private void HasTeams(int count)
    {
        for (var i = 0; i < count; i++)
            graph.Tenant.Teams[$"{Team}{i:00}"] = ($"チーム{i:00}", ["一般", "連携"]);
    }

    private async Task<IReadOnlyList<T>> RowsAsync<T>(Func<RenkeiBotDbContext, IQueryable<T>> rows)
    {
        await using var context = await bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync();
        return await rows(context).ToListAsync();
    }

    private static Task<TurnOutcome> UntilAsync(TeamsUser user, JsonObject card, string button, string words) =>
        GraphBot.UntilAsync(() => user.PressAsync(card, button), outcome => Text(outcome).Contains(words, StringComparison.Ordinal));

    [Fact]
    public async Task Without_settings_it_says_so_and_what_works_all_the_same()
    {
        await using var plain = await RunningBot.StartAsync();

        var outcome = await plain.Secretary().SendAsync("Teams連携");

        Assert.Contains("連携は設定されていません", Text(outcome), StringComparison.Ordinal);
        Assert.Contains("そのほかの機能はすべてお使いいただけます", Text(outcome), StringComparison.Ordinal);
        Assert.Empty(Pressing.Buttons(outcome.Card));
        Assert.Contains("設定されていません", (await plain.Secretary().SubmitAsync(new JsonObject { ["verb"] = "directory.teams" })).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_can_be_tried_without_doing_it_is_tried()
    {
        HasTeams(1);

        var outcome = await bot.Secretary().SendAsync("Teams連携");

        Assert.StartsWith("Microsoft 365と連携しています。確かめた項目は、すべて使えます。", Text(outcome), StringComparison.Ordinal);
        Assert.Equal(6, Text(outcome).Split('\n').Count(line => line == "使えます。"));
        Assert.Equal(["チームにアプリを追加", "連携担当にアプリを追加", "登録者の在籍を確かめる", "最新の状態にする"], Pressing.Buttons(outcome.Card));
    }

    [Fact]
    public async Task A_missing_permission_is_named_and_the_others_stay_usable()
    {
        graph.Tenant.Denied.UnionWith(["AppCatalog.Read.All", "Calendars.ReadBasic"]);

        var text = Text(await bot.Secretary().SendAsync("Teams連携"));

        Assert.StartsWith("Microsoft 365と連携していますが、使えない項目が2件あります。", text, StringComparison.Ordinal);
        Assert.Contains("権限「AppCatalog.Read.All」がないようです", text, StringComparison.Ordinal);
        Assert.Contains("使えます。", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_the_catalogue_does_not_have_is_said_to_be_missing()
    {
        graph.Tenant.HasApp = false;

        Assert.Contains("アプリカタログに、このボットのアプリが見つかりません", Text(await bot.Secretary().SendAsync("Teams連携")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_secretariat_sees_it_and_only_alone()
    {
        Assert.Contains("事務局の方だけ", (await bot.Arakawa().SendAsync("Teams連携")).Answer, StringComparison.Ordinal);
        Assert.Contains("個人チャット", (await bot.Secretary("channel").SendAsync("Teams連携")).Answer, StringComparison.Ordinal);
        Assert.Contains("事務局の方だけ", (await bot.Arakawa().SubmitAsync(new JsonObject { ["verb"] = "directory.officers.install" })).Answer, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync(context => context.AppInstallations));
        Assert.Equal(2, (await RowsAsync(context => context.AuditEvents.Where(e => e.Outcome == AuditOutcome.Refused))).Count);
    }

    [Fact]
    public async Task A_team_is_chosen_from_pages_and_gets_the_app()
    {
        HasTeams(13);
        graph.Tenant.PageSize = 5;
        var user = bot.Secretary();

        var first = (await user.PressAsync((await user.SendAsync("Teams連携")).Card!, "チームにアプリを追加")).Card!;
        Assert.StartsWith("チームは13あります", Personas.Text(first), StringComparison.Ordinal);
        var second = (await user.PressAsync(first, "次のページ")).Card!;
        Assert.Contains("チーム12", Personas.Text(second), StringComparison.Ordinal);
        var team = (await user.PressAsync(second, "選ぶ")).Card!;
        Assert.Contains("「チーム10」にアプリを追加します", Personas.Text(team), StringComparison.Ordinal);
        Assert.Contains("一般、連携", Personas.Text(team), StringComparison.Ordinal);
        var list = (await user.PressAsync(team, "アプリを追加する")).Card!;

        await UntilAsync(user, list, "最新の状態にする", "追加しました。");
        Assert.Equal([$"{Team}10"], graph.Tenant.Installed);
        Assert.Equal(3, graph.Calls.Count(call => call.Path == "/teams") - 2);
        Assert.Equal($"{Team}10", Assert.Single(await RowsAsync(context => context.AuditEvents.Where(e => e.Type == "directory.install"))).SubjectId);
    }

    [Fact]
    public async Task A_team_that_the_bot_is_in_is_not_offered_and_one_that_does_not_exist_is_refused()
    {
        HasTeams(2);
        await using (var context = await bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync())
        {
            context.Channels.Add(new Channel
            {
                ConversationId = "19:c@thread.tacv2", TenantId = Personas.TenantId, TeamId = "19:t@thread.tacv2", TeamName = "チーム00", AadGroupId = $"{Team}00", Name = "一般", Reference = "{}",
                ServiceUrl = bot.Connector.ServiceUrl, AddedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch,
            });
            await context.SaveChangesAsync();
        }

        var user = bot.Secretary();
        var list = await user.SubmitAsync(new JsonObject { ["verb"] = "directory.teams" });
        Assert.Contains("追加されています。", Text(list), StringComparison.Ordinal);
        Assert.Single(Pressing.Buttons(list.Card), "選ぶ");

        var forged = await user.SubmitAsync(new JsonObject { ["verb"] = "directory.team.install", ["id"] = "99999999-9f43-4a55-8a39-0a61b7f8f001" });
        Assert.Contains("そのチームは見つかりませんでした", Text(forged), StringComparison.Ordinal);
        Assert.Empty(await RowsAsync(context => context.AppInstallations));
    }

    [Fact]
    public async Task A_team_that_may_not_be_changed_shows_the_reason_and_can_be_tried_again()
    {
        HasTeams(1);
        graph.Tenant.Denied.Add("TeamsAppInstallation.ReadWriteSelfForTeam.All");
        var user = bot.Secretary();
        var press = new JsonObject { ["verb"] = "directory.team.install", ["id"] = $"{Team}00" };

        var list = (await user.SubmitAsync(press)).Card!;
        await UntilAsync(user, list, "最新の状態にする", "権限「TeamsAppInstallation.ReadWriteSelfForTeam.All」がないようです");

        graph.Tenant.Denied.Clear();
        await user.SubmitAsync(press.DeepClone().AsObject());
        await UntilAsync(user, list, "最新の状態にする", "追加しました。");
    }

    [Fact]
    public async Task Officers_whom_nobody_can_reach_get_the_app_and_the_card_says_how_far_it_is()
    {
        await bot.Shinagawa().SendAsync("ヘルプ");
        await using (var context = await bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync())
        {
            context.Members.Add(Officer("d0000000-0000-4000-8000-000000000007", Personas.TenantId, "千代田 三郎", "131016", "千代田区"));
            context.Members.Add(Officer("e0000000-0000-4000-8000-000000000001", "e0000000-0000-4000-8000-000000000000", "中央 四郎", "131024", "中央区"));
            await context.SaveChangesAsync();
        }

        var user = bot.Secretary();
        var card = await UntilAsync(user, (await user.SendAsync("Teams連携")).Card!, "連携担当にアプリを追加", "連携担当が3名います");
        Assert.Contains("荒川 花子", Text(card), StringComparison.Ordinal);
        Assert.DoesNotContain("品川 一郎", Text(card), StringComparison.Ordinal);
        Assert.Contains("ほかの組織（テナント）の方のため", Text(card), StringComparison.Ordinal);
        var asked = await user.PressAsync(card.Card!, "アプリを追加する");
        Assert.Contains("2名へのアプリの追加を受け付けました", Text(asked), StringComparison.Ordinal);

        // One of them is not in the tenant any more: the reason stands beside the name.
        var done = await UntilAsync(user, asked.Card!, "最新の状態にする", "これまでに追加：1名、待っている方：0名、追加できなかった方：1名");
        Assert.Contains("異動や削除がないか", Text(done), StringComparison.Ordinal);
        Assert.Equal([bot.Arakawa().AadObjectId], graph.Tenant.Installed);
        Assert.DoesNotContain(bot.Log, line => line.Contains("花子", StringComparison.Ordinal) || line.Contains("三郎", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Someone_who_had_the_app_before_is_reached_from_then_on()
    {
        var arakawa = bot.Arakawa();
        graph.Tenant.Installed.Add(arakawa.AadObjectId);
        var user = bot.Secretary();
        await user.SendAsync("ヘルプ");
        await GraphBot.UntilAsync(() => RowsAsync(context => context.PersonalChats), chats => chats.Count == 1);

        await user.SubmitAsync(new JsonObject { ["verb"] = "directory.officers.install" });
        await GraphBot.UntilAsync(() => RowsAsync(context => context.PersonalChats), chats => chats.Any(chat => chat.AadObjectId == arakawa.AadObjectId));
        await using (var context = await bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync())
        {
            bot.Services.GetRequiredService<OutboxWriter>().Add(
                context, new OutboxPost("test/1", OutboxTarget.Person(Personas.TenantId, arakawa.AadObjectId), Activity.CreateMessage("お知らせです。"), OutboxLane.Notice), DateTimeOffset.UnixEpoch);
            await context.SaveChangesAsync();
        }

        bot.Services.GetRequiredService<OutboxWriter>().Wake();
        var sent = await GraphBot.UntilAsync(() => Task.FromResult(bot.Connector.Sent), calls => calls.Any(call => (string?)call.Activity?["text"] == "お知らせです。"));
        Assert.Equal($"19:{arakawa.AadObjectId}_bot@unq.gbl.spaces", sent.Single(call => (string?)call.Activity?["text"] == "お知らせです。").ConversationId);
    }

    [Fact]
    public async Task What_may_pass_is_tried_again_also_after_a_restart()
    {
        graph.Fail(new GraphFault("/installedApps", 503) { Left = 4 });
        var user = bot.Secretary();
        await user.SubmitAsync(new JsonObject { ["verb"] = "directory.officers.install" });
        // Both are waited for: a stop between Graph's answer and the row lets the next start find the app there, which is another state.
        await GraphBot.UntilAsync(() => RowsAsync(context => context.AppInstallations), rows => rows.All(row => row.Attempts == 1));
        var refused = Assert.Single(await RowsAsync(context => context.AppInstallations.Where(row => row.State != InstallationState.Installed)));
        Assert.Equal(InstallationState.Waiting, refused.State);
        Assert.NotEmpty(refused.Reason);

        bot = await bot.RestartAsync([.. GraphBot.Settings(graph), ("Clock:Now", "2026-11-21T09:05:00+09:00")]);

        await GraphBot.UntilAsync(() => RowsAsync(context => context.AppInstallations), rows => rows.All(row => row.State == InstallationState.Installed));
        Assert.Equal(2, graph.Tenant.Installed.Count);
    }

    [Fact]
    public async Task A_press_that_is_delivered_twice_is_taken_down_once()
    {
        var user = bot.Secretary();
        var activity = user.Activity("message");
        activity["value"] = new JsonObject { ["verb"] = "directory.officers.install" };

        await user.PostAsync(activity.DeepClone().AsObject());
        await user.PostAsync(activity);

        Assert.Equal(2, (await RowsAsync(context => context.AuditEvents.Where(e => e.Type == "directory.install" && e.Outcome == AuditOutcome.Done))).Count);
    }

    [Fact]
    public async Task Members_whose_account_is_gone_or_disabled_are_listed()
    {
        graph.Tenant.PageSize = 2;
        graph.Tenant.Users.Remove(bot.Sakai().AadObjectId);
        graph.Tenant.Users[bot.Kushiro().AadObjectId]["accountEnabled"] = false;

        var outcome = await bot.Secretary().SubmitAsync(new JsonObject { ["verb"] = "directory.departed" });

        Assert.StartsWith("在籍を確かめられない登録者が2名います。", Text(outcome), StringComparison.Ordinal);
        Assert.Contains("坂井 夏子（福井県坂井市）\nアカウントが見つかりません。", Text(outcome), StringComparison.Ordinal);
        Assert.Contains("アカウントが無効になっています。", Text(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diagnostics_have_Graph_and_its_trouble_does_not_make_the_service_unready()
    {
        Assert.Contains("Microsoft 365連携", AnswersTests.Texts((await bot.Secretary().SendAsync("診断")).Card!));

        graph.Tenant.Denied.Add("AppCatalog.Read.All");
        bot = await bot.RestartAsync(GraphBot.Settings(graph));
        Assert.Contains("許可が足りません。「Teams連携」で確かめられます。", AnswersTests.Texts((await bot.Secretary().SendAsync("診断")).Card!));
        Assert.True((await bot.Http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode);
    }

    [Fact]
    public async Task What_was_asked_for_a_person_is_reported_and_erased_with_them()
    {
        await bot.Secretary().SubmitAsync(new JsonObject { ["verb"] = "directory.officers.install" });
        await GraphBot.UntilAsync(() => RowsAsync(context => context.AppInstallations), rows => rows.All(row => row.State == InstallationState.Installed));

        await using var context = await bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync();
        var held = await RenkeiBot.Data.Privacy.Erasure.RunAsync(context, Personas.TenantId, bot.Arakawa().AadObjectId, DateTimeOffset.UnixEpoch, CancellationToken.None);

        Assert.Equal(InstallationState.Installed, held.AppInstallation!.State);
        Assert.Equal(bot.Shinagawa().AadObjectId, Assert.Single(await RowsAsync(rows => rows.AppInstallations)).TargetId);
    }

    private static Member Officer(string id, string tenant, string name, string code, string organisation) => new()
    {
        Id = Guid.NewGuid(), TenantId = tenant, AadObjectId = id, Name = name, OrganisationKind = OrganisationKind.Ward, OrganisationId = code, OrganisationName = organisation, Role = MemberRole.LiaisonOfficer,
        Contact = "", CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch,
    };
}
