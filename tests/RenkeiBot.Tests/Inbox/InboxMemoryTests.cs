using RenkeiBot.BotFramework;
using RenkeiBot.Service.Inbox;

namespace RenkeiBot.Tests.Inbox;

/// <summary>What makes an activity one and the same, and how long it is remembered without the database.</summary>
public sealed class InboxMemoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);
    private static readonly TurnResult Ok = new(200, null);

    private static Activity Activity(string conversation = "a:1", string id = "1", string type = "message", string? name = null) =>
        new() { ChannelId = "msteams", Type = type, Name = name, Id = id, Conversation = new ConversationAccount { Id = conversation } };

    [Fact]
    public void Channel_conversation_kind_and_id_tell_activities_apart()
    {
        var activities = new[]
        {
            Activity(), Activity("a:2"), Activity(id: "2"), Activity(type: "typing"), Activity(type: "invoke", name: "task/fetch"), Activity(type: "invoke", name: "task/submit"),
            Activity() with { ChannelId = "emulator" },
        };
        Assert.Equal(activities.Length, activities.Select(InboxKey.Of).Distinct().Count());
        Assert.Equal(InboxKey.Of(Activity()), InboxKey.Of(Activity() with { Text = "x" }));
    }

    [Fact]
    public void What_cannot_be_recognised_has_no_key()
    {
        Assert.Null(InboxKey.Of(Activity(id: "")));
        Assert.Null(InboxKey.Of(Activity() with { Conversation = null }));
        Assert.Null(InboxKey.Of(Activity(type: "messageUpdate")));
    }

    [Fact]
    public void A_key_that_is_too_long_for_its_column_is_hashed()
    {
        var keys = new[] { InboxKey.Of(Activity(new string('a', 400), "1")), InboxKey.Of(Activity(new string('a', 400), "2")) };
        Assert.All(keys, key => Assert.Matches("^[0-9A-F]{64}$", key));
        Assert.NotEqual(keys[0], keys[1]);
    }

    [Fact]
    public void An_answer_is_remembered_for_a_day()
    {
        var memory = new InboxMemory(10, 1000, TimeSpan.FromHours(24), Start);
        memory.Add("a", Ok, Start);
        Assert.Equal(Ok, memory.Find("a", Start.AddHours(24)));
        Assert.Null(memory.Find("a", Start.AddHours(24.1)));
        memory.Add("b", Ok, Start.AddHours(25));
        Assert.Equal(Start, memory.CompleteSince);
    }

    [Fact]
    public void What_makes_room_is_left_to_the_database()
    {
        var memory = new InboxMemory(2, 1000, TimeSpan.FromHours(24), Start);
        for (var i = 1; i <= 3; i++)
            memory.Add($"{i}", Ok, Start.AddMinutes(i));
        Assert.Null(memory.Find("1", Start.AddMinutes(3)));
        Assert.NotNull(memory.Find("2", Start.AddMinutes(3)));
        Assert.Equal(Start.AddMinutes(1), memory.CompleteSince);
    }

    [Fact]
    public void Bodies_take_up_to_so_many_bytes_together()
    {
        var memory = new InboxMemory(100, 100, TimeSpan.FromHours(24), Start);
        var large = new TurnResult(200, RawJson.FromText(new string('x', 58)));
        memory.Add("a", large, Start);
        memory.Add("a", large, Start);
        memory.Add("b", Ok, Start);
        Assert.NotNull(memory.Find("a", Start));
        memory.Add("c", large, Start);
        Assert.Null(memory.Find("a", Start));
        Assert.NotNull(memory.Find("b", Start));
        Assert.NotNull(memory.Find("c", Start));
    }
}
