using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.BotFramework;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Directories;

/// <summary>The running bot beside a fake Graph whose tenant is that of the people of the Development settings.</summary>
internal static class GraphBot
{
    public const string Mailbox = "renkei@tokyo-23city.example.jp";

    public static Task<RunningBot> StartAsync(FakeGraph graph, params (string Key, string Value)[] settings) =>
        RunningBot.StartAsync(null, services => services.AddSingleton<IAppTokenSource, TestTokens>(), [.. Settings(graph), .. settings]);

    public static (string Key, string Value)[] Settings(FakeGraph graph) =>
    [
        ("Graph:Enabled", "true"), ("Graph:BaseUrl", graph.BaseUrl), ("Graph:AppExternalId", FakeGraphTenant.AppExternalId), ("Graph:Mailbox", Mailbox),
        ("Graph:FirstWait", "00:00:00.010"), ("Graph:PollInterval", "00:00:00.100"), ("MicrosoftAppTenantId", Personas.TenantId),
    ];

    /// <summary>Puts people of the Development settings into the tenant.</summary>
    public static void Knows(this FakeGraphTenant tenant, params TeamsUser[] people)
    {
        foreach (var person in people)
            tenant.Users[person.AadObjectId] = User(person.AadObjectId);
    }

    public static JsonObject User(string id, string? name = null, string? company = null, string? department = null, string? mail = null, bool isEnabled = true) => new()
    {
        ["id"] = id, ["displayName"] = name, ["companyName"] = company, ["department"] = department, ["mail"] = mail, ["officeLocation"] = null, ["accountEnabled"] = isEnabled,
    };

    /// <summary>Asks until something holds, for at most ten seconds.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> holds)
    {
        for (var i = 0; i < 400; i++)
        {
            if (await ask() is var answer && holds(answer))
                return answer;
            await Task.Delay(25);
        }

        throw new TimeoutException("It did not come to hold.");
    }

    /// <summary>Gives tokens that say whom they are for.</summary>
    internal sealed class TestTokens : IAppTokenSource
    {
        public Task<string> GetTokenAsync(string resource, CancellationToken cancellationToken) => Task.FromResult($"token-for-{resource}");
    }
}
