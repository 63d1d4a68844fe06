using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Proposals;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.DisasterSupport;

/// <summary>Questions by the place that the support went to, over what was reported: through the front door.</summary>
public sealed class SupportByPlaceQuestionTests(SupportByPlaceQuestionTests.Reported reported) : IClassFixture<SupportByPlaceQuestionTests.Reported>
{
    [Theory]
    [InlineData("輪島市への支援は？", "能登豪雨での石川県輪島市への支援は、各区の支援金1,300.5万円、職員派遣5人です")]
    [InlineData("輪島への支援内容を教えてください", "石川県輪島市への支援は、各区の支援金1,300.5万円、職員派遣5人です")]
    [InlineData("輪島市への支援は？", "石川県を支援先とする報告が支援金500万円")]
    [InlineData("輪島市にはどの区が支援した？", "2区で、品川区（支援金1,000万円、職員派遣5人）、荒川区（支援金300.5万円）")]
    [InlineData("輪島市を支援している区は？", "2区で、品川区")]
    [InlineData("輪島市に一番多く支援した区は？", "品川区の1,000万円")]
    [InlineData("荒川区は輪島市にどんな支援をしましたか", "荒川区は支援金300.5万円です")]
    [InlineData("能登豪雨で輪島市に送った支援金の総額", "支援金は、各区の1,300.5万円です")]
    [InlineData("今回の輪島市への支援金は？", "1,300.5万円")]
    [InlineData("石川県への支援金はいくら？", "石川県（県内の市町村を含む）への支援金は、23区共同が500万円、各区が1,300.5万円で、合わせて1,800.5万円です")]
    [InlineData("珠洲市への職員派遣は何人？", "石川県珠洲市への職員派遣は、各区の12人です")]
    [InlineData("珠洲市に職員を何人派遣しましたか", "12人です")]
    [InlineData("珠洲市への支援金はいくら？", "石川県珠洲市への支援金の報告は、まだありません")]
    [InlineData("珠洲市への支援は？", "石川県能登町と合わせた報告が救援物資40箱")]
    [InlineData("七尾市への支援は？", "七尾市を支援先とする報告は、まだありません")]
    [InlineData("七尾市への支援は？", "石川県は、能登豪雨の被災地域です")]
    [InlineData("七尾市への支援は？", "支援先を問わない報告の合計は、支援金1,800.5万円")]
    public async Task Answers(string question, string expected) => Assert.Contains(expected, await reported.AskAsync(question), StringComparison.Ordinal);

    /// <summary>A disaster whose reports name no place is said to have struck the place; what the documents have stands beside it.</summary>
    [Theory]
    [InlineData("熊本県への支援は？", "熊本県は、山鹿大雨の被災地域です")]
    [InlineData("熊本県への支援は？", "支援金70万円")]
    [InlineData("熊本県への支援は？", "5,500万円")]
    [InlineData("熊本県への復興支援金はいくら？", "5,500万円")]
    public async Task Stands_beside_what_the_documents_have(string question, string expected) => Assert.Contains(expected, await reported.AskAsync(question), StringComparison.Ordinal);

    /// <summary>An exercise, and what was taken back or said before a correction, are in no answer.</summary>
    [Theory]
    [InlineData("輪島市への支援は？")]
    [InlineData("輪島市への救援物資は？")]
    [InlineData("輪島市への職員派遣は何人？")]
    [InlineData("石川県への支援は？")]
    [InlineData("加賀市への支援は？")]
    public async Task Counts_only_what_is_real_and_stands(string question)
    {
        var answer = await reported.AskAsync(question);

        Assert.DoesNotContain("777", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("訓練", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("33", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("888", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("輪島市への支援は？", "珠洲市は？", "石川県珠洲市への支援は、各区の職員派遣12人です")]
    [InlineData("輪島市への支援金は？", "荒川区は？", "荒川区が300.5万円")]
    [InlineData("能登豪雨への支援金はいくら？", "輪島市は？", "1,300.5万円")]
    [InlineData("輪島市への支援は？", "能登豪雨への支援金は？", "1,800.5万円")]
    [InlineData("熊本地震への支援は？", "輪島市への支援は？", "1,300.5万円")]
    public async Task Goes_on(string before, string question, string expected)
    {
        var user = reported.User();
        await user.SendAsync(before);

        Assert.Contains(expected, (await user.SendAsync(question)).Answer, StringComparison.Ordinal);
    }

    /// <summary>Where nothing was reported and nothing struck, the answer is the one without any reports.</summary>
    [Theory]
    [InlineData("坂井市への支援は？")]
    [InlineData("福島県への支援は？")]
    [InlineData("北海道への復興支援金はいくら？")]
    [InlineData("南三陸町への職員派遣は？")]
    [InlineData("輪島市の人口は？")]
    [InlineData("輪島市と交流のある区は？")]
    [InlineData("熊本地震の復興支援金はいくら")]
    public async Task Else_answers_as_before(string question) => Assert.Equal(await reported.AskWithoutReportsAsync(question), await reported.AskAsync(question));

    public sealed class Reported : IAsyncLifetime
    {
        private RunningBot bot = null!;
        private RunningBot without = null!;

        public async Task InitializeAsync()
        {
            without = await RunningBot.StartAsync();
            bot = await RunningBot.StartAsync();
            var (secretary, arakawa, shinagawa) = (bot.Secretary(), bot.Arakawa(), bot.Shinagawa());
            var over = await secretary.PublishAsync(("name", "山鹿大雨"), ("areas", "熊本県"));
            await arakawa.ReportAsync("Fund", "70", "ManYen", ("recipient", ""));
            await secretary.ExecuteAsync(over, "対応を終了");
            await secretary.PublishAsync(("name", "加賀地震訓練"), ("areas", "石川県、輪島市、加賀市"), ("drill", "true"));
            var drill = ("disaster", await IdAsync(arakawa, "加賀地震訓練"));
            await arakawa.ReportAsync("Fund", "777", "ManYen", drill, ("recipient", "輪島市"));
            await secretary.PublishAsync();
            var noto = ("disaster", await IdAsync(arakawa, "能登豪雨"));
            await secretary.ReportAsync("Fund", "500", "ManYen", noto, ("giver", "joint"), ("recipient", "石川県"));
            await arakawa.ReportAsync("Fund", "300.5", "ManYen", noto);
            await shinagawa.ReportAsync("Fund", "1000", "ManYen", noto, ("recipient", "輪島市役所（福祉課）"));
            await arakawa.ReportAsync("Staff", "12", "Persons", noto, ("recipient", "珠洲の避難所"));
            await arakawa.ReportAsync("Supplies", "40", "Boxes", noto, ("recipient", "珠洲市、鳳珠郡能登町"));
            // 33 people for another town were meant to be 5 for 輪島市.
            var form = (await shinagawa.ExecuteAsync(await shinagawa.ReportAsync("Staff", "33", "Persons", noto, ("recipient", "七尾市")), "訂正する")).Card!;
            await shinagawa.ExecuteAsync(form, "訂正する", DisasterDriver.Report("Staff", "5", "Persons", ("recipient", "石川県 輪島市")));
            await arakawa.ExecuteAsync(await arakawa.ReportAsync("Supplies", "888", "Boxes", noto, ("recipient", "輪島市")), "取り下げる");
        }

        public async Task DisposeAsync()
        {
            await bot.DisposeAsync();
            await without.DisposeAsync();
        }

        public TeamsUser User() => bot.Arakawa();

        public async Task<string> AskAsync(string question) => (await bot.Arakawa().SendAsync(question)).Answer;

        public async Task<string> AskWithoutReportsAsync(string question) => (await without.Arakawa().SendAsync(question)).Answer;

        private static async Task<string> IdAsync(TeamsUser user, string name) => Personas.Input((await user.SendAsync("支援を報告")).Card!, "disaster")["choices"]!.AsArray()
            .Where(choice => ((string)choice!["title"]!).Contains(name, StringComparison.Ordinal)).Select(choice => (string)choice!["value"]!).Single();
    }
}
