using System.Net;
using System.Text.Json.Nodes;
using RenkeiBot.BotFramework;

namespace RenkeiBot.Tests.BotFramework;

/// <summary>Gates and the inbox: what stands between an activity and its handlers.</summary>
public sealed class GateTests
{
    private static void Echo(TurnRouter router)
    {
        router.OnMessage((turn, token) => turn.SendAsync($"handled {turn.Text}", token));
        router.OnVerb("save", (turn, token) => turn.RespondWithMessageAsync("saved", token));
        router.OnInvoke("task/fetch", (turn, _) =>
        {
            turn.InvokeResponse = new InvokeResponse();
            return Task.CompletedTask;
        });
    }

    private static Task<LibraryBot> StartAsync(params ITurnGate[] gates) => LibraryBot.StartAsync(Echo, [], gates, null);

    [Fact]
    public async Task A_gate_that_admits_changes_nothing()
    {
        await using var bot = await StartAsync(new Gate((_, _) => Task.FromResult(true)));
        Assert.Equal("handled a", (await bot.User().SendAsync("a")).Answer);
    }

    [Fact]
    public async Task Gates_are_asked_in_order_until_one_ends_the_turn()
    {
        var asked = new List<int>();
        Gate Number(int number, bool admits) => new((_, _) =>
        {
            asked.Add(number);
            return Task.FromResult(admits);
        });
        await using var bot = await StartAsync(Number(1, true), Number(2, false), Number(3, true));
        var turn = await bot.User().SendAsync("a");
        Assert.Equal((HttpStatusCode.OK, 0), (turn.Status, turn.Replies.Count));
        Assert.Equal([1, 2], asked);
    }

    [Fact]
    public async Task A_gate_may_answer_before_it_ends_the_turn()
    {
        await using var bot = await StartAsync(new Gate(async (turn, token) =>
        {
            await turn.RespondWithErrorAsync(403, "Forbidden", "not you", token);
            return false;
        }));
        Assert.Equal("not you", (await bot.User().SendAsync("a")).Answer);
        Assert.Equal("not you", (await bot.User(expectReplies: true).SendAsync("a")).Answer);
        var pressed = await bot.User().ExecuteAsync("save");
        Assert.Equal((HttpStatusCode.OK, 403, "Forbidden", "not you"),
            (pressed.Status, (int)pressed.Body!["statusCode"]!, (string?)pressed.Body["value"]!["code"], (string?)pressed.Body["value"]!["message"]));
        Assert.Empty(pressed.Calls);
    }

    [Fact]
    public async Task An_invoke_that_a_gate_leaves_open_is_forbidden()
    {
        await using var bot = await StartAsync(new Gate((_, _) => Task.FromResult(false)));
        var pressed = await bot.User().ExecuteAsync("save");
        Assert.Equal((HttpStatusCode.OK, 403), (pressed.Status, (int)pressed.Body!["statusCode"]!));
        Assert.Equal(HttpStatusCode.Forbidden, (await bot.User().InvokeAsync("task/fetch", null)).Status);
    }

    [Fact]
    public async Task A_gate_that_throws_has_not_admitted()
    {
        await using var bot = await StartAsync(new Gate((_, _) => throw new InvalidOperationException("broken")));
        var turn = await bot.User().SendAsync("a");
        Assert.Equal((HttpStatusCode.OK, 0), (turn.Status, turn.Replies.Count));
        Assert.Equal(403, (int)(await bot.User().ExecuteAsync("save")).Body!["statusCode"]!);
        Assert.Contains(bot.Log, line => line.StartsWith("Error: The gate Gate failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_inbox_knows_is_answered_as_before_without_a_turn()
    {
        var inbox = new Inbox();
        await using var bot = await LibraryBot.StartAsync(Echo, [], [], inbox);
        var user = bot.User();
        var activity = user.Activity("invoke");
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "save" } };
        var first = await user.PostAsync(activity);
        inbox.Known[(string)activity["id"]!] = new TurnResult(200, RawJson.FromText("as before"));
        var second = await user.PostAsync(activity);
        Assert.Equal("saved", (string?)first.Body!["value"]);
        Assert.Equal("as before", (string?)second.Body);
        Assert.Equal((200, true), (inbox.Remembered.Single().StatusCode, inbox.Remembered.Single().Body!.ToString().Contains("saved", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_turn_that_was_not_run_is_not_remembered()
    {
        var inbox = new Inbox();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bot = await LibraryBot.StartAsync(router => router.OnMessage((_, _) => gate.Task), ["BotFramework:MaxWaitingTurns=0"], [], inbox);
        var user = bot.User();
        var first = user.SendAsync("1");
        while (bot.Processor.RunningConversations == 0)
            await Task.Delay(5);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await user.SendAsync("2")).Status);
        gate.SetResult();
        await first;
        Assert.Single(inbox.Remembered);
    }

    private sealed class Gate(Func<TurnContext, CancellationToken, Task<bool>> admit) : ITurnGate
    {
        public async ValueTask<bool> AdmitAsync(TurnContext turn, CancellationToken cancellationToken) => await admit(turn, cancellationToken);
    }

    private sealed class Inbox : ITurnInbox
    {
        public Dictionary<string, TurnResult> Known { get; } = [];

        public List<TurnResult> Remembered { get; } = [];

        public ValueTask<TurnResult?> FindAsync(Activity activity, CancellationToken cancellationToken) =>
            ValueTask.FromResult(Known.TryGetValue(activity.Id!, out var result) ? result : (TurnResult?)null);

        public void Remember(Activity activity, TurnResult result) => Remembered.Add(result);
    }
}
