using System.Text.Json;
using RenkeiBot.BotFramework;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Tests.Tenants;

/// <summary>Who sent an activity.</summary>
public sealed class SenderTests
{
    private const string Host = "3b1f0c5e-7a56-4c11-9d5b-2f5d0a6f1e01";
    private const string Guest = "9c2f0c5e-7a56-4c11-9d5b-2f5d0a6f1e02";
    private const string Person = "00000000-0000-4000-8000-000000000001";

    private static Sender? Of(string json) => Sender.Of(JsonSerializer.Deserialize(json, BotFrameworkJson.Activity)!);

    [Theory]
    [InlineData("""{"type":"message","from":{"aadObjectId":"P"},"conversation":{"tenantId":"H"}}""", Host)]
    [InlineData("""{"type":"message","from":{"aadObjectId":"P"},"channelData":{"tenant":{"id":"H"}}}""", Host)]
    [InlineData("""{"type":"message","from":{"aadObjectId":"P"},"conversation":{"tenantId":"H"},"channelData":{"tenant":{"id":"H"}}}""", Host)]
    [InlineData("""{"type":"message","from":{"aadObjectId":"P","tenantId":"G"},"conversation":{"tenantId":"H"},"channelData":{"tenant":{"id":"H"}}}""", Guest)]
    public void The_sender_s_own_tenant_comes_before_the_conversation_s(string json, string tenant) => Assert.Equal(new Sender(tenant, Person), Of(Filled(json)));

    [Theory]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","from":{"aadObjectId":"P"}}""")]
    [InlineData("""{"type":"message","from":{"id":"29:x"},"conversation":{"tenantId":"H"}}""")]
    [InlineData("""{"type":"message","from":{"aadObjectId":"P"},"conversation":{"tenantId":"H"},"channelData":{"tenant":{"id":"G"}}}""")]
    [InlineData("""{"type":"message","from":{"aadObjectId":"P"},"channelData":{"tenant":"H"}}""")]
    [InlineData("""{"type":"message","from":{"aadObjectId":"P"},"channelData":{"tenant":{"id":"\ud800"}}}""")]
    public void Who_cannot_be_told_is_nobody(string json) => Assert.Null(Of(Filled(json)));

    [Fact]
    public void Ids_are_compared_whatever_their_case_and_those_too_long_to_store_are_none()
    {
        Assert.Equal(new Sender(Host, Person), Of(Filled("""{"type":"message","from":{"aadObjectId":"P"},"conversation":{"tenantId":"H"}}""").ToUpperInvariant()
            .Replace("TYPE", "type", StringComparison.Ordinal).Replace("FROM", "from", StringComparison.Ordinal).Replace("AADOBJECTID", "aadObjectId", StringComparison.Ordinal)
            .Replace("CONVERSATION", "conversation", StringComparison.Ordinal).Replace("TENANTID", "tenantId", StringComparison.Ordinal)));
        Assert.Equal("u-1", Sender.Normalise("U-1"));
        Assert.Null(Sender.Normalise(new string('0', 37)));
    }

    [Fact]
    public void Every_tenant_that_is_named_counts()
    {
        var activity = JsonSerializer.Deserialize(
            Filled("""{"type":"message","from":{"tenantId":"G"},"conversation":{"tenantId":"H"},"channelData":{"tenant":{"id":"a tenant whose id is far too long for one"}}}"""), BotFrameworkJson.Activity)!;
        Assert.Equal([Guest, Host, ""], Sender.TenantsOf(activity));
    }

    private static string Filled(string json) =>
        json.Replace("\"P\"", $"\"{Person}\"", StringComparison.Ordinal).Replace("\"H\"", $"\"{Host}\"", StringComparison.Ordinal).Replace("\"G\"", $"\"{Guest}\"", StringComparison.Ordinal);
}
