using System.Diagnostics;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Directories;

/// <summary>利用登録 with what the directory knows, and without its help.</summary>
public sealed class RegistrationPrefillTests : IAsyncLifetime
{
    private FakeGraph graph = null!;
    private RunningBot bot = null!;

    public async Task InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        bot = await GraphBot.StartAsync(graph, ("Graph:PrefillTimeout", "00:00:30"));
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Theory]
    [InlineData("新宿区", "総務部", "新宿区")]
    [InlineData("新宿区役所", null, "新宿区")]
    [InlineData(null, "坂井市 企画政策課", "福井県坂井市")]
    [InlineData("府中市", null, "")]
    [InlineData("特別区", "防災課", "")]
    public async Task Name_contact_and_the_one_organisation_that_is_meant_are_in_the_form(string? company, string? department, string organisation)
    {
        var user = bot.Stranger();
        graph.Tenant.Users[user.AadObjectId] = GraphBot.User(user.AadObjectId, "新宿 太郎", company, department, "taro@city.example.lg.jp");

        var card = (await user.SendAsync("利用登録")).Card!;

        Assert.Equal(
            ("新宿 太郎", organisation, "taro@city.example.lg.jp"),
            ((string?)Personas.Input(card, "name")["value"], (string?)Personas.Input(card, "organisation")["value"] ?? "", (string?)Personas.Input(card, "contact")["value"]));
        Assert.Contains("Microsoft 365に登録されている情報", Personas.Text(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_filled_in_can_be_sent_as_it_is()
    {
        var user = bot.Stranger();
        graph.Tenant.Users[user.AadObjectId] = GraphBot.User(user.AadObjectId, "新宿 太郎", "新宿区役所", "総務部", "taro@city.example.lg.jp");
        var card = (await user.SendAsync("利用登録")).Card!;
        string Value(string id) => (string?)Personas.Input(card, id)["value"] ?? "";

        var outcome = await user.ApplyAsync(Value("organisation"), "LiaisonOfficer", Value("contact"), Value("name"));

        Assert.Contains("申請を受け付けました", Personas.Text(outcome.Card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Where_Graph_fails_the_form_is_as_it_was(int status)
    {
        var user = bot.Stranger("新宿 次郎");
        graph.Fail(new GraphFault(user.AadObjectId, status) { Code = "Failed" });

        AssertPlain(await user.SendAsync("利用登録"));
    }

    [Fact]
    public async Task Nobody_waits_long_for_a_slow_directory()
    {
        await using var impatient = await GraphBot.StartAsync(graph, ("Graph:PrefillTimeout", "00:00:00.500"));
        var user = impatient.Stranger("新宿 次郎");
        graph.Fail(new GraphFault(user.AadObjectId, -1) { Delay = TimeSpan.FromSeconds(30) });
        var started = Stopwatch.GetTimestamp();

        AssertPlain(await user.SendAsync("利用登録"));

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.Contains(impatient.Log, line => line.Contains("was of no help with a registration form", StringComparison.Ordinal));
    }

    [Fact]
    public async Task People_of_other_tenants_are_not_asked_for()
    {
        var user = new TeamsUser(bot.Http, bot.Connector, "personal", "新宿 次郎") { Tenant = "e0000000-0000-4000-8000-000000000000" };

        AssertPlain(await user.SendAsync("利用登録"));

        Assert.Empty(graph.Calls);
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task Where_others_read_along_nothing_of_the_directory_is_shown(string conversationType)
    {
        var user = new TeamsUser(bot.Http, bot.Connector, conversationType, "新宿 次郎") { Tenant = Personas.TenantId };
        graph.Tenant.Users[user.AadObjectId] = GraphBot.User(user.AadObjectId, "新宿 太郎", "新宿区", "総務部", "taro@city.example.lg.jp");

        AssertPlain(await user.SendAsync("利用登録"));
    }

    private static void AssertPlain(TurnOutcome outcome)
    {
        Assert.Equal("新宿 次郎", (string?)Personas.Input(outcome.Card!, "name")["value"]);
        Assert.DoesNotContain("Microsoft 365", Personas.Text(outcome.Card), StringComparison.Ordinal);
    }
}
