using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Tenants;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Tenants;

/// <summary>Who may ask, through the front door.</summary>
public sealed class TenantGateTests
{
    private const string Question = "平成29年度第1回の講演会はいつ？";
    private const string Foreign = "99999999-7a56-4c11-9d5b-2f5d0a6f1e99";

    private static readonly (string, string) Allowed = ("Tenants:Allowed:0", TeamsUser.TenantId.ToUpperInvariant());

    private static JsonObject Message(TeamsUser user)
    {
        var activity = user.Activity("message");
        activity["text"] = Question;
        return activity;
    }

    private static JsonObject Of(string tenant, JsonObject activity)
    {
        activity["conversation"]!["tenantId"] = tenant;
        activity["channelData"]!["tenant"]!["id"] = tenant;
        return activity;
    }

    [Fact]
    public async Task People_of_an_allowed_tenant_are_answered()
    {
        await using var bot = await RunningBot.StartAsync(Allowed);
        Assert.NotNull((await bot.User().SendAsync(Question)).Card);
    }

    [Fact]
    public async Task In_Development_everyone_may_ask_while_no_tenant_is_set()
    {
        await using var bot = await RunningBot.StartAsync();
        var user = bot.User();
        Assert.NotNull((await user.PostAsync(Of(Foreign, Message(user)))).Card);
    }

    [Fact]
    public async Task A_foreign_message_is_refused_once_in_a_conversation_and_then_met_with_silence()
    {
        await using var bot = await RunningBot.StartAsync(Allowed);
        var user = bot.User();
        Assert.Equal(TenantGate.Refusal, (await user.PostAsync(Of(Foreign, Message(user)))).Answer);
        var second = await user.PostAsync(Of(Foreign, Message(user)));
        Assert.Equal((HttpStatusCode.OK, 0), (second.Status, second.Calls.Count));
        var other = bot.User();
        Assert.Equal(TenantGate.Refusal, (await other.PostAsync(Of(Foreign, Message(other)))).Answer);
    }

    [Fact]
    public async Task After_an_hour_a_foreign_message_is_refused_again()
    {
        var clock = new MovedClock();
        await using var bot = await RunningBot.StartAsync(null, services => services.AddSingleton<TimeProvider>(clock), Allowed);
        var user = bot.User();
        Assert.Single((await user.PostAsync(Of(Foreign, Message(user)))).Replies);
        clock.Moved = TimeSpan.FromMinutes(59);
        Assert.Empty((await user.PostAsync(Of(Foreign, Message(user)))).Replies);
        clock.Moved = TimeSpan.FromMinutes(61);
        Assert.Single((await user.PostAsync(Of(Foreign, Message(user)))).Replies);
    }

    [Theory]
    [InlineData("conversation")]
    [InlineData("channelData")]
    [InlineData("from")]
    public async Task One_foreign_tenant_among_those_named_is_enough(string where)
    {
        await using var bot = await RunningBot.StartAsync(Allowed);
        var user = bot.User();
        var activity = Message(user);
        if (where == "channelData")
            activity["channelData"]!["tenant"]!["id"] = Foreign;
        else
            activity[where]!["tenantId"] = Foreign;
        Assert.Equal(TenantGate.Refusal, (await user.PostAsync(activity)).Answer);
    }

    [Fact]
    public async Task A_foreign_press_is_forbidden_each_time_in_the_form_of_a_card_action()
    {
        await using var bot = await RunningBot.StartAsync(Allowed);
        var user = bot.User();
        for (var i = 0; i < 2; i++)
        {
            var activity = user.Activity("invoke");
            activity["name"] = "adaptiveCard/action";
            activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "ask" } };
            var turn = await user.PostAsync(Of(Foreign, activity));
            Assert.Equal((HttpStatusCode.OK, 403), (turn.Status, (int)turn.Body!["statusCode"]!));
            Assert.Equal(TenantGate.Refusal, (string?)turn.Body["value"]!["message"]);
            Assert.Empty(turn.Calls);
        }
    }

    [Fact]
    public async Task Foreign_events_are_ignored_in_silence()
    {
        await using var bot = await RunningBot.StartAsync(Allowed);
        var user = bot.User();
        var activity = user.Activity("conversationUpdate");
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = TeamsUser.BotId });
        var turn = await user.PostAsync(Of(Foreign, activity));
        Assert.Equal((HttpStatusCode.OK, 0), (turn.Status, turn.Calls.Count));
    }

    [Fact]
    public async Task A_tenant_that_the_secretariat_adds_may_ask_at_once_and_after_a_restart()
    {
        await using var bot = await RunningBot.StartAsync(Allowed);
        await using (var context = await bot.Services.GetRequiredService<IDbContextFactory<RenkeiBotDbContext>>().CreateDbContextAsync())
        {
            context.AllowedTenants.Add(new AllowedTenant { TenantId = Foreign, Name = "大船渡市", AddedAt = DateTimeOffset.UnixEpoch, AddedBy = Guid.Empty });
            await context.SaveChangesAsync();
        }
        await bot.Services.GetRequiredService<AllowedTenants>().RefreshAsync(CancellationToken.None);
        var user = bot.User();
        Assert.NotNull((await user.PostAsync(Of(Foreign, Message(user)))).Card);

        await using var restarted = await bot.RestartAsync(Allowed);
        Assert.NotNull((await TeamsUser.PostAsync(restarted.Http, restarted.Connector, Of(Foreign, Message(user)))).Card);
    }

    [Theory]
    [InlineData("Production", false)]
    [InlineData("Development", true)]
    public async Task An_activity_without_any_tenant_is_refused_outside_of_Development(string environment, bool isAnswered)
    {
        await using var bot = await RunningBot.StartAsync(null, services => services.AddSingleton<ITurnGate>(provider =>
            ActivatorUtilities.CreateInstance<TenantGate>(provider, new HostingEnvironment { EnvironmentName = environment })), Allowed);
        var user = bot.User();
        var activity = Message(user);
        activity["conversation"]!.AsObject().Remove("tenantId");
        activity.Remove("channelData");
        Assert.Equal(isAnswered, (await user.PostAsync(activity)).Answer != TenantGate.Refusal);
    }

    [Theory]
    [InlineData("Production", null, "Tenants:Allowed is empty")]
    [InlineData("Production", "special-wards.example", "special-wards.example")]
    [InlineData("Development", "00000000-0000-0000-0000-000000000000", "Tenants:Allowed has")]
    public async Task A_setting_that_lets_in_no_one_stops_the_start_and_is_named(string environment, string? setting, string expected)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection([new("Tenants:Allowed:0", setting)]);
        if (setting is null)
            builder.Configuration.Sources.Clear();
        builder.Services.AddTenants(builder.Configuration);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDbContextFactory<RenkeiBotDbContext>(options => options.UseSqlite("Data Source=:memory:"));
        using var host = builder.Build();

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Tenants:Allowed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tenants_may_be_one_text_with_commas()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Tenants:Allowed", $" {Foreign} , {TeamsUser.TenantId}")]).Build();
        Assert.Equal([Foreign, TeamsUser.TenantId], TenantOptions.Read(configuration));
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Moved { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Moved;
    }
}
