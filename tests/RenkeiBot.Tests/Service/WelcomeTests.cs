using RenkeiBot.Cards.Answers;

namespace RenkeiBot.Tests.Service;

/// <summary>The first words where the bot was added.</summary>
public sealed class WelcomeTests(SharedBot shared) : IClassFixture<SharedBot>
{
    [Theory]
    [InlineData("personal", "ふだんの言葉で")]
    [InlineData("groupChat", "このグループで「@RenkeiBot」")]
    [InlineData("channel", "このチームのどのチャネルでも、「@RenkeiBot」")]
    public async Task An_installation_is_welcomed_once_and_says_how_to_ask_there(string conversationType, string how)
    {
        var user = shared.Bot.User(conversationType);

        var installed = await user.InstallAsync();
        var added = await user.AddBotAsync();

        Assert.Empty(installed.Replies);
        Assert.Contains(how, added.Answer, StringComparison.Ordinal);
        var questions = AnswersTests.Questions(added.Card!).ToHashSet();
        Assert.Superset(WelcomeCard.Examples.ToHashSet(), questions);
        Assert.Equal(conversationType != "personal", questions.Contains("配信設定"));
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task People_who_come_later_are_not_greeted_one_by_one(string conversationType)
    {
        var outcome = await shared.Bot.User(conversationType).JoinAsync("29:somebody-else");

        Assert.Empty(outcome.Calls);
    }

    [Fact]
    public async Task Leaving_says_nothing()
    {
        var user = shared.Bot.User();

        Assert.Empty((await user.InstallAsync("remove")).Calls);
        Assert.Empty((await user.RemoveBotAsync()).Calls);
    }
}
