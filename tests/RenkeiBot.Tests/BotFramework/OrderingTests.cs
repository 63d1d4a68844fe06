using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using RenkeiBot.BotFramework;
using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Tests.BotFramework;

public sealed class OrderingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static async Task Until(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
            await Task.Delay(5, patience.Token);
    }

    private static (string? Channel, string Conversation) Key(string conversation) => ("msteams", conversation);

    [Fact]
    public async Task Turns_of_a_conversation_run_one_at_a_time_in_the_order_of_arrival()
    {
        var turns = new ConversationTurns(maxWaiting: 100);
        Assert.True(await turns.EnterAsync(Key("a"), CancellationToken.None));
        var order = new ConcurrentQueue<int>();
        var inside = 0;
        var waiting = Enumerable.Range(0, 100).Select(async i =>
        {
            Assert.True(await turns.EnterAsync(Key("a"), CancellationToken.None));
            Assert.Equal(1, Interlocked.Increment(ref inside));
            order.Enqueue(i);
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            turns.Leave(Key("a"));
        }).ToArray();
        Assert.False(await turns.EnterAsync(Key("a"), CancellationToken.None));
        turns.Leave(Key("a"));
        await Task.WhenAll(waiting).WaitAsync(Patience);
        Assert.Equal(Enumerable.Range(0, 100), order);
        Assert.Equal(0, turns.Count);
    }

    [Fact]
    public async Task A_wait_that_is_given_up_leaves_the_others_in_order()
    {
        var turns = new ConversationTurns(maxWaiting: 3);
        using var first = new CancellationTokenSource();
        using var last = new CancellationTokenSource();
        Assert.True(await turns.EnterAsync(Key("a"), CancellationToken.None));
        var givenUp = turns.EnterAsync(Key("a"), first.Token).AsTask();
        var kept = turns.EnterAsync(Key("a"), CancellationToken.None).AsTask();
        var alsoGivenUp = turns.EnterAsync(Key("a"), last.Token).AsTask();
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        var inItsPlace = turns.EnterAsync(Key("a"), CancellationToken.None).AsTask();
        await last.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => alsoGivenUp);
        Assert.False(kept.IsCompleted);

        turns.Leave(Key("a"));
        Assert.True(await kept.WaitAsync(Patience));
        Assert.False(inItsPlace.IsCompleted);
        turns.Leave(Key("a"));
        Assert.True(await inItsPlace.WaitAsync(Patience));
        turns.Leave(Key("a"));
        Assert.Equal(0, turns.Count);
    }

    [Fact]
    public async Task Waits_given_up_at_the_moment_of_their_turn_never_block_a_conversation()
    {
        var turns = new ConversationTurns(maxWaiting: 1000);
        for (var round = 0; round < 200; round++)
        {
            Assert.True(await turns.EnterAsync(Key("a"), CancellationToken.None));
            using var source = new CancellationTokenSource();
            var wait = turns.EnterAsync(Key("a"), source.Token).AsTask();
            var cancel = Task.Run(source.Cancel);
            turns.Leave(Key("a"));
            try
            {
                Assert.True(await wait.WaitAsync(Patience));
                turns.Leave(Key("a"));
            }
            catch (OperationCanceledException)
            {
                Assert.True(source.IsCancellationRequested);
            }
            await cancel;
            Assert.Equal(0, turns.Count);
        }
    }

    [Fact]
    public async Task Over_HTTP_a_conversation_waits_for_its_own_turns_only()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = new ConcurrentQueue<string>();
        await using var bot = await LibraryBot.StartAsync(router => router.OnMessage(async (turn, _) =>
        {
            seen.Enqueue(turn.Text);
            if (turn.Text == "1")
                await gate.Task;
        }));
        var user = bot.User();
        var pending = new List<Task<TurnOutcome>> { user.SendAsync("1") };
        await Until(() => seen.Count == 1);
        for (var i = 2; i <= 5; i++)
        {
            pending.Add(user.SendAsync(i.ToString(CultureInfo.InvariantCulture)));
            var queued = i - 1;
            await Until(() => bot.Processor.WaitingTurns == queued);
        }
        Assert.Equal(HttpStatusCode.OK, (await bot.User().SendAsync("another conversation")).Status);
        Assert.Equal(["1", "another conversation"], seen);
        gate.SetResult();
        await Task.WhenAll(pending).WaitAsync(Patience);
        Assert.Equal(["1", "another conversation", "2", "3", "4", "5"], seen);
        Assert.Equal(0, bot.Processor.RunningConversations);
    }

    [Fact]
    public async Task A_request_that_is_cancelled_while_it_waits_does_nothing_and_breaks_nothing()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = new ConcurrentQueue<string>();
        await using var bot = await LibraryBot.StartAsync(router => router.OnMessage(async (turn, _) =>
        {
            seen.Enqueue(turn.Text);
            if (turn.Text == "1")
                await gate.Task;
        }));
        var user = bot.User();
        var first = user.SendAsync("1");
        await Until(() => seen.Count == 1);
        using (var source = new CancellationTokenSource())
        {
            var activity = user.Activity("message");
            activity["text"] = "cancelled";
            using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
            var cancelled = bot.Http.PostAsync("/api/messages", content, source.Token);
            await Until(() => bot.Processor.WaitingTurns == 1);
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        }
        await Until(() => bot.Processor.WaitingTurns == 0);
        var second = user.SendAsync("2");
        await Until(() => bot.Processor.WaitingTurns == 1);
        gate.SetResult();
        await Task.WhenAll(first, second).WaitAsync(Patience);
        Assert.Equal(["1", "2"], seen);
    }

    [Fact]
    public async Task Too_many_waiting_turns_are_answered_with_429()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bot = await LibraryBot.StartAsync(router => router.OnMessage((_, _) => gate.Task), "BotFramework:MaxWaitingTurns=1");
        var user = bot.User();
        var first = user.SendAsync("1");
        await Until(() => bot.Processor.RunningConversations == 1);
        var second = user.SendAsync("2");
        await Until(() => bot.Processor.WaitingTurns == 1);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await user.SendAsync("3")).Status);
        gate.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await first.WaitAsync(Patience)).Status);
        Assert.Equal(HttpStatusCode.OK, (await second.WaitAsync(Patience)).Status);
    }
}
