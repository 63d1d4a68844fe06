using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Storage;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Outbox;

/// <summary>Whose personal chat is known, and when it is written.</summary>
public sealed class PersonalChatTests
{
    private static async Task<IReadOnlyList<PersonalChat>> ChatsAsync(RunningBot bot)
    {
        await using var context = await bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync();
        return await context.PersonalChats.AsNoTracking().ToListAsync();
    }

    [Fact]
    public async Task A_message_in_a_personal_chat_makes_it_known()
    {
        await using var bot = await RunningBot.StartAsync();
        var user = bot.User();
        await user.SendAsync("ヘルプ");
        await using var restarted = await bot.RestartAsync();

        var chat = Assert.Single(await ChatsAsync(restarted));

        Assert.Equal((TeamsUser.TenantId, user.AadObjectId, bot.Connector.ServiceUrl, null), (chat.TenantId, chat.AadObjectId, chat.ServiceUrl, chat.ServiceUrlVerifiedAt));
        Assert.Contains(user.ConversationId, chat.Reference, StringComparison.Ordinal);
        Assert.DoesNotContain("activityId", chat.Reference, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task Other_conversations_are_not_kept(string conversationType)
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.User(conversationType).SendAsync("ヘルプ");
        await using var restarted = await bot.RestartAsync();
        Assert.Empty(await ChatsAsync(restarted));
    }

    [Fact]
    public async Task A_chat_of_a_tenant_that_may_not_ask_is_not_kept()
    {
        await using var bot = await RunningBot.StartAsync(("Tenants:Allowed", "99999999-7a56-4c11-9d5b-2f5d0a6f1e99"));
        await bot.User().SendAsync("ヘルプ");
        await using var restarted = await bot.RestartAsync();
        Assert.Empty(await ChatsAsync(restarted));
    }

    [Theory]
    [InlineData("2026-11-21T20:00:00+09:00", false)]
    [InlineData("2026-11-22T09:00:00+09:00", true)]
    public async Task A_known_chat_is_written_again_after_a_day(string later, bool isWritten)
    {
        await using var bot = await RunningBot.StartAsync();
        var user = bot.User();
        await user.SendAsync("ヘルプ");
        await using var restarted = await bot.RestartAsync(("Clock:Now", later));
        var before = (await ChatsAsync(restarted)).Single().UpdatedAt;
        var again = user.Activity("message");
        again["text"] = "ヘルプ";
        await TeamsUser.PostAsync(restarted.Http, restarted.Connector, again);
        await using var looked = await restarted.RestartAsync(("Clock:Now", later));
        Assert.Equal(isWritten, (await ChatsAsync(looked)).Single().UpdatedAt > before);
    }
}
