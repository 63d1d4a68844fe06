using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.DisasterSupport;

/// <summary>What was reported answers questions at once, exactly, and beside what is on record of other disasters.</summary>
public sealed class SupportQuestionTests(SupportQuestionTests.Reported reported) : IClassFixture<SupportQuestionTests.Reported>
{
    [Theory]
    [InlineData("能登豪雨への支援金はいくら？", "23区共同が500万円、各区が1,300.5万円で、合わせて1,800.5万円です")]
    [InlineData("今回の荒川区の支援金は？", "支援金は、荒川区が300.5万円です")]
    [InlineData("能登豪雨の義援金はいくらですか", "義援金の報告は、まだありません")]
    [InlineData("今回の支援は？", "今回の能登豪雨への支援は")]
    [InlineData("今回の支援は熊本地震のときと比べて？", "熊本地震のときは、")]
    [InlineData("今回の支援は熊本地震のときと比べて？", "430人")]
    [InlineData("今回の支援で一番多い区は？", "品川区の1,000万円")]
    [InlineData("今回の職員派遣で一番多い区は？", "荒川区の12人")]
    [InlineData("今回、職員は何人派遣しましたか", "12人")]
    [InlineData("荒川区は能登豪雨にどんな支援をしましたか", "荒川区は支援金300.5万円、職員派遣12人")]
    [InlineData("中野区の今回の支援は", "中野区は報告なし")]
    [InlineData("今回の支援を報告したのはどの区", "2区で")]
    [InlineData("能登豪雨の発生日は", "令和8年（2026年）11月20日")]
    [InlineData("能登豪雨への車両の派遣は何台", "車両の報告は、まだありません")]
    [InlineData("熊本地震の復興支援金はいくら", "5,500万円")]
    [InlineData("支援の記録がある災害はいくつ", "12件")]
    public async Task Answers(string question, string expected) => Assert.Contains(expected, await reported.AskAsync(question), StringComparison.Ordinal);

    [Fact]
    public async Task Goes_on_with_a_ward()
    {
        var user = reported.User();
        await user.SendAsync("能登豪雨への支援金はいくら？");

        Assert.Contains("支援金は、荒川区が300.5万円", (await user.SendAsync("荒川区は？")).Answer, StringComparison.Ordinal);
    }

    /// <summary>「今回」 says which disaster is meant, whatever was spoken of before.</summary>
    [Theory]
    [InlineData("熊本地震への支援は？", "今回の支援で一番多い区は？", "品川区の1,000万円")]
    [InlineData("豪雨への支援金はいくら？", "荒川区の今回の支援は？", "荒川区が300.5万円")]
    [InlineData("西日本豪雨への支援は？", "今回の支援で一番多い区は？", "品川区の1,000万円")]
    [InlineData("荒川区の今回の支援は？", "今回の支援で一番多い区は？", "品川区の1,000万円")]
    [InlineData("熊本地震への支援は？", "今回と比べて？", "熊本地震のときは、")]
    public async Task Knows_what_now_means(string before, string question, string expected)
    {
        var user = reported.User();
        await user.SendAsync(before);

        Assert.Contains(expected, (await user.SendAsync(question)).Answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("能登豪雨の被災者は何人")]
    [InlineData("能登豪雨について荒川区長は何と言いましたか")]
    public async Task Says_nothing_of_what_was_not_reported(string question)
    {
        var answer = await reported.AskAsync(question);

        Assert.DoesNotContain("万円", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("12人", answer, StringComparison.Ordinal);
    }

    public sealed class Reported : IAsyncLifetime
    {
        private RunningBot bot = null!;

        public async Task InitializeAsync()
        {
            bot = await RunningBot.StartAsync();
            var (secretary, arakawa, shinagawa) = (bot.Secretary(), bot.Arakawa(), bot.Shinagawa());
            await secretary.PublishAsync();
            await secretary.ReportAsync("Fund", "500", "ManYen", ("giver", "joint"));
            await arakawa.ReportAsync("Fund", "300.5", "ManYen");
            await shinagawa.ReportAsync("Fund", "1000", "ManYen");
            await arakawa.ReportAsync("Staff", "12", "Persons");
        }

        public async Task DisposeAsync() => await bot.DisposeAsync();

        public Fakes.TeamsUser User() => bot.Arakawa();

        public async Task<string> AskAsync(string question) => (await bot.Arakawa().SendAsync(question)).Answer;
    }
}
