using Microsoft.Data.Sqlite;

namespace RenkeiBot.Tests.Service;

/// <summary>What is remembered of conversations survives the process.</summary>
public sealed class ConversationMemoryTests
{
    private const string Question = "平成29年度第1回の講演会はいつ？";

    [Fact]
    public async Task A_follow_up_is_answered_after_a_restart()
    {
        await using var bot = await RunningBot.StartAsync();
        var user = bot.User();
        await user.SendAsync(Question);
        var expected = await user.SendAsync("会場は？");

        await using var restarted = await bot.RestartAsync();
        var outcome = await restarted.UserIn(user.ConversationId).SendAsync("会場は？");

        Assert.Contains("東京区政会館", outcome.Answer, StringComparison.Ordinal);
        Assert.Equal(expected.Answer, outcome.Answer);
    }

    [Fact]
    public async Task What_was_asked_more_than_a_day_ago_is_forgotten_and_removed()
    {
        await using var bot = await RunningBot.StartAsync();
        var user = bot.User();
        await user.SendAsync(Question);
        var alone = await bot.User().SendAsync("会場は？");

        await using var restarted = await bot.RestartAsync(("Clock:Now", "2026-11-22T09:00:01+09:00"));
        var outcome = await restarted.UserIn(user.ConversationId).SendAsync("会場は？");
        Assert.Equal(alone.Answer, outcome.Answer);
        await restarted.StopAsync();

        Assert.Equal(1, Rows(restarted.Database));
    }

    [Fact]
    public async Task A_conversation_keeps_the_questions_that_the_next_one_can_lean_on()
    {
        await using var bot = await RunningBot.StartAsync();
        var user = bot.User();
        foreach (var text in new[] { "令和3年度の全国連携展示の期間は？", Question, "会場は？", "テーマは？" })
            await user.SendAsync(text);

        await bot.StopAsync();

        using var connection = new SqliteConnection($"Data Source={bot.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Json FROM ConversationStates";
        var json = (string)command.ExecuteScalar()!;
        var stored = System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("questions").EnumerateArray().Select(q => q.GetString()).ToList();
        Assert.Equal([Question, "会場は？", "テーマは？"], stored);
    }

    private static long Rows(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM ConversationStates";
        return (long)command.ExecuteScalar()!;
    }
}
