using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Outbox;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Channels;

/// <summary>The channels of a running bot: what Teams says of them, and what the database has.</summary>
internal static class Places
{
    public const string General = TeamsUser.TeamId;
    public const string Planning = "19:planning@thread.tacv2";

    /// <summary>The Connector knows the team with two open channels and a private one.</summary>
    public static void KnowsTeam(this RunningBot bot, string name = "全国連携") => bot.Connector.Teams[General] = new JsonObject
    {
        ["id"] = General,
        ["name"] = name,
        ["aadGroupId"] = "6f0c0d64-9f43-4a55-8a39-0a61b7f8f001",
        ["channels"] = JsonNode.Parse($$"""[{"id":"{{General}}"},{"id":"{{Planning}}","name":"企画","type":"standard"},{"id":"19:secret@thread.tacv2","name":"人事","type":"private"}]"""),
    };

    /// <summary>People whom the Connector names as members of a conversation.</summary>
    public static void HasMembers(this RunningBot bot, string conversationId, params TeamsUser[] users) =>
        bot.Connector.Members[conversationId] = [.. users.Select(user => new JsonObject { ["id"] = user.UserId, ["aadObjectId"] = user.AadObjectId })];

    /// <summary>Something happens to the team or to one of its channels (Microsoft Teams: conversation events).</summary>
    public static Task<TurnOutcome> HappensAsync(this TeamsUser user, string eventType, JsonObject? channel = null, string? teamName = null)
    {
        var activity = user.Activity("conversationUpdate");
        activity["conversation"]!["id"] = General;
        activity["channelData"]!["eventType"] = eventType;
        activity["channelData"]!.AsObject().Remove("channel");
        if (channel is not null)
            activity["channelData"]!["channel"] = channel;
        if (teamName is not null)
            activity["channelData"]!["team"]!["name"] = teamName;
        return user.PostAsync(activity);
    }

    /// <summary>The same person in another conversation.</summary>
    public static TeamsUser In(this RunningBot bot, TeamsUser user, string conversationId, string conversationType = "channel") =>
        new(bot.Http, bot.Connector, conversationType) { Tenant = Personas.TenantId, AadObjectId = user.AadObjectId, ConversationId = conversationId };

    public static async Task<Channel?> ChannelAsync(this RunningBot bot, string conversationId)
    {
        await using var context = await bot.ContextAsync();
        return await ChannelQueries.ById(context, conversationId).AsNoTracking().SingleOrDefaultAsync();
    }

    /// <summary>The channel once it is as wanted.</summary>
    public static async Task<Channel> ChannelAsync(this RunningBot bot, string conversationId, Predicate<Channel> isWanted)
    {
        for (var i = 0; i < 400; i++)
        {
            if (await bot.ChannelAsync(conversationId) is { } channel && isWanted(channel))
                return channel;
            await Task.Delay(25);
        }

        throw new TimeoutException($"The channel {conversationId} is not as it should be.");
    }

    /// <summary>A channel that chose to hear of proposals.</summary>
    public static async Task SubscribeAsync(this RunningBot bot, string conversationId, params ProposalField[] fields)
    {
        await using var context = await bot.ContextAsync();
        var now = DateTimeOffset.Parse(RunningBot.Now, null);
        context.Channels.Add(new Channel
        {
            ConversationId = conversationId,
            TenantId = Personas.TenantId,
            TeamId = General,
            TeamName = "全国連携",
            Name = "企画",
            Reference = new JsonObject { ["conversation"] = new JsonObject { ["id"] = conversationId }, ["channelId"] = "msteams", ["serviceUrl"] = bot.Connector.ServiceUrl }.ToJsonString(),
            ServiceUrl = bot.Connector.ServiceUrl,
            Topics = ChannelTopics.Proposals,
            ProposalFields = fields,
            AddedAt = now,
            UpdatedAt = now,
        });
        await context.SaveChangesAsync();
    }

    /// <summary>A message of the outbox once it has ended.</summary>
    public static async Task<OutboxMessage> EndedAsync(this RunningBot bot, string key)
    {
        for (var i = 0; i < 400; i++)
        {
            await using var context = await bot.ContextAsync();
            if (await OutboxQueries.ByKey(context, key).AsNoTracking().SingleOrDefaultAsync() is { EndedAt: not null } ended)
                return ended;
            await Task.Delay(25);
        }

        throw new TimeoutException($"The message {key} has not ended.");
    }

    public static Task<RenkeiBotDbContext> ContextAsync(this RunningBot bot) => bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync();
}
