using Microsoft.EntityFrameworkCore;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Members;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;
using static RenkeiBot.Tests.Channels.SettingsSteps;
using static RenkeiBot.Tests.Proposals.Pressing;

namespace RenkeiBot.Tests.Channels;

/// <summary>Who may change the 配信設定 of a channel.</summary>
public sealed class SettingsRightsTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async Task InitializeAsync() => bot = await RunningBot.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Who_is_not_registered_may_not()
    {
        var stranger = new TeamsUser(bot.Http, bot.Connector, "channel") { Tenant = Personas.TenantId };
        bot.HasMembers(Places.General, stranger);

        var refused = await stranger.ExecuteAsync((await ShowAsync(stranger)).Card!, "保存する", ("topics", "Meetings"));

        await AssertRefusedAsync(refused, "利用登録が必要です");
    }

    [Fact]
    public async Task Who_only_reads_may_not()
    {
        var user = bot.Member(bot.Shinagawa("channel"));
        await using (var context = await bot.ContextAsync())
        {
            (await MemberQueries.ByPerson(context, Personas.TenantId, user.AadObjectId).SingleAsync()).Role = MemberRole.Observer;
            await context.SaveChangesAsync();
        }

        var refused = await user.ExecuteAsync((await ShowAsync(user)).Card!, "保存する", ("topics", "Meetings"));

        await AssertRefusedAsync(refused, "「閲覧のみ」の登録では");
    }

    [Theory]
    [InlineData(404, "MemberNotFoundInConversation", "メンバーの方だけが変更できます")]
    [InlineData(404, "ConversationNotFound", "今は確認できませんでした")]
    [InlineData(502, "ServiceError", "今は確認できませんでした")]
    public async Task Who_is_not_in_the_team_or_cannot_be_asked_for_may_not(int status, string code, string said)
    {
        var user = bot.Member(bot.Shinagawa("channel"));
        var card = (await ShowAsync(user)).Card!;
        bot.Connector.Fail(new ConnectorFault(ConnectorOperation.Member, status, code));

        var refused = await user.ExecuteAsync(card, "保存する", ("topics", "Meetings"));

        await AssertRefusedAsync(refused, said);
        await using var context = await bot.ContextAsync();
        Assert.Equal("Refused", (await context.AuditEvents.SingleAsync(e => e.Type == "channel.save")).Outcome.ToString());
    }

    [Fact]
    public async Task The_secretariat_saves_without_taking_the_channel_over_and_undoes_only_where_it_is_a_member()
    {
        var (user, secretary) = (bot.Member(bot.Shinagawa("channel")), bot.Secretary("channel"));
        var saved = await ExecuteAsync(user, await ShowAsync(user), "保存する", ("topics", "Meetings"));

        var bySecretary = await secretary.ExecuteAsync(saved.Card!, "保存する", ("topics", "Meetings,Announcements"));
        var undone = await secretary.ExecuteAsync(bySecretary.Card!, "元に戻す");

        var channel = (await bot.ChannelAsync(Places.General))!;
        Assert.Equal((ChannelTopics.Meetings | ChannelTopics.Announcements, "品川区"), (channel.Topics, channel.OrganisationName));
        Assert.Contains("事務局", Text(bySecretary.Card), StringComparison.Ordinal);
        Assert.Contains("メンバーの方だけが変更できます", (string?)undone.Body!["value"]!["message"], StringComparison.Ordinal);
    }

    private async Task AssertRefusedAsync(TurnOutcome refused, string said)
    {
        Assert.Equal("application/vnd.microsoft.error", (string?)refused.Body!["type"]);
        Assert.Contains(said, (string?)refused.Body["value"]!["message"], StringComparison.Ordinal);
        Assert.Equal((0, ChannelTopics.None), (await bot.ChannelAsync(Places.General))! is var channel ? (channel.Version, channel.Topics) : default);
    }
}
