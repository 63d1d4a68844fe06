using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.BotFramework;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Meetings;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Meetings.MeetingSteps;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Directories;

/// <summary>Meetings whose online meeting is made in the calendar of the configured mailbox, through the front door.</summary>
public sealed class OnlineMeetingTests : IAsyncLifetime
{
    private static readonly (string, string)[] Online = [("online", "true"), ("place", "")];

    private FakeGraph graph = null!;
    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        bot = await MeetingSteps.StartAsync(services => services.AddSingleton<IAppTokenSource, GraphBot.TestTokens>(), GraphBot.Settings(graph));
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await graph.DisposeAsync();
    }

    private static Task<T> UntilAsync<T>(Func<T> ask, Func<T, bool> holds) => GraphBot.UntilAsync(() => Task.FromResult(ask()), holds);

    private JsonObject Event => graph.Tenant.Events.Values.Single();

    private async Task<JsonObject> OpenAsync()
    {
        var list = (await bot.Secretary().SendAsync("会議一覧")).Card!;
        return (await bot.Secretary().ExecuteAsync("meetings.open", Find(list, "meetings.open")!["data"]!.DeepClone().AsObject())).Card!;
    }

    private static JsonObject? Find(JsonNode? node, string verb) => node switch
    {
        JsonObject item when (string?)item["verb"] == verb && item["data"] is JsonObject => item,
        JsonObject item => item.Select(property => Find(property.Value, verb)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(item => Find(item, verb)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    [Fact]
    public async Task It_is_made_once_stands_on_the_notice_moves_with_it_and_goes_with_it()
    {
        var sent = await bot.CallMeetingAsync(Online);

        await UntilAsync(() => bot.Connector.Calls, calls => calls.Any(call => call.ConversationId == Channel && Buttons(call.Card).Contains("オンラインで参加する")));
        Assert.Equal(("令和8年度 第2回 連絡会", "2026-12-10T14:00:00"), (((string)Event["subject"]!)[^13..], (string?)Event["start"]!["dateTime"]));

        var form = (await bot.Secretary().ExecuteAsync(await OpenAsync(), "変更する")).Card!;
        await bot.Secretary().ExecuteAsync(form, "配信する", Typed([.. Online, ("date", "2026-12-11")]));
        await UntilAsync(() => (string?)Event["start"]!["dateTime"], start => start == "2026-12-11T14:00:00");

        var data = Personas.Data(await OpenAsync(), "出欠を見る");
        data["reason"] = "台風のため";
        await bot.Secretary().ExecuteAsync("meetings.cancel", data);
        await UntilAsync(() => graph.Tenant.Events, events => events.Count == 0);
        Assert.NotNull(sent);
        Assert.Equal(1, graph.Calls.Count(call => call.Method == "POST" && call.Path.EndsWith("/events", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_permission_the_notice_goes_out_the_secretariat_is_told_why_and_it_is_made_later()
    {
        graph.Tenant.Denied.Add("Calendars.ReadWrite");

        await bot.CallMeetingAsync(Online);
        await bot.SaidAsync(Channel, "第2回 連絡会");
        var card = await GraphBot.UntilAsync(OpenAsync, card => Text(card).Contains("オンライン会議を作成または変更できていません", StringComparison.Ordinal));
        Assert.Contains("権限「Calendars.ReadWrite」がないようです", Text(card), StringComparison.Ordinal);

        graph.Tenant.Denied.Clear();
        bot = await bot.RestartAsync(Settings([.. GraphBot.Settings(graph), ("Clock:Now", "2026-11-21T09:05:00+09:00")]));
        await UntilAsync(() => bot.Connector.Calls, calls => calls.Any(call => call.ConversationId == Channel && Buttons(call.Card).Contains("オンラインで参加する")));
        Assert.DoesNotContain("オンライン会議を作成または変更できていません", Text(await OpenAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_somebody_deleted_in_the_calendar_is_made_anew_with_the_next_change()
    {
        await bot.CallMeetingAsync(Online);
        await UntilAsync(() => bot.Connector.Calls, calls => calls.Any(call => call.ConversationId == Channel && Buttons(call.Card).Contains("オンラインで参加する")));
        graph.Tenant.Events.Clear();

        var form = (await bot.Secretary().ExecuteAsync(await OpenAsync(), "変更する")).Card!;
        await bot.Secretary().ExecuteAsync(form, "配信する", Typed([.. Online, ("start", "15:00")]));

        await UntilAsync(() => graph.Tenant.Events, events => events.Count == 1);
        Assert.EndsWith("/1", (string?)Event["transactionId"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_was_typed_makes_none()
    {
        await bot.CallMeetingAsync(("online", "true"), ("onlineUrl", "https://meet.example.jp/1"));
        await bot.SaidAsync(Channel, "第2回 連絡会");
        await bot.SettleAsync();

        Assert.Empty(graph.Tenant.Events);
    }

    [Fact]
    public async Task A_preview_names_the_officers_who_are_busy_then()
    {
        graph.Tenant.Users[bot.Arakawa().AadObjectId] = GraphBot.User(bot.Arakawa().AadObjectId, mail: "arakawa@example.jp");
        graph.Tenant.Users[bot.Shinagawa().AadObjectId] = GraphBot.User(bot.Shinagawa().AadObjectId, mail: "shinagawa@example.jp");
        (graph.Tenant.Availability["arakawa@example.jp"], graph.Tenant.Availability["shinagawa@example.jp"]) = ("0200", "0000");
        var form = (await bot.Secretary().SendAsync("会議を登録")).Card!;

        var preview = (await bot.Secretary().ExecuteAsync(form, "プレビュー", Typed())).Card!;

        Assert.Contains("この時間に別の予定がある方が1名います：荒川 花子（荒川区）", Text(preview), StringComparison.Ordinal);
        Assert.DoesNotContain("品川 一郎", Text(preview), StringComparison.Ordinal);

        graph.Tenant.Denied.Add("User.Read.All");
        Assert.DoesNotContain("別の予定", Text((await bot.Secretary().ExecuteAsync(form, "プレビュー", Typed())).Card), StringComparison.Ordinal);
    }
}
