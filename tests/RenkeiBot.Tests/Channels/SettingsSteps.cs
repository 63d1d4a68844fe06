using System.Text.Json.Nodes;
using RenkeiBot.Tests.Fakes;
using RenkeiBot.Tests.Members;
using RenkeiBot.Tests.Service;

namespace RenkeiBot.Tests.Channels;

/// <summary>What people do with the card of 配信設定.</summary>
internal static class SettingsSteps
{
    /// <summary>Someone of the team.</summary>
    public static TeamsUser Member(this RunningBot bot, TeamsUser user)
    {
        bot.HasMembers(Places.General, user);
        return user;
    }

    public static async Task<ConnectorCall> ShowAsync(TeamsUser user) => (await user.SendAsync("配信設定")).Calls.Single(call => call.Card is not null);

    public static Task<TurnOutcome> ExecuteAsync(TeamsUser user, ConnectorCall shown, string title, params (string, string)[] typed) =>
        user.ExecuteAsync("channels.save", With(Personas.Data(shown.Card!, title), typed), shown.SentId);

    /// <summary>What a client sends that knows no Action.Execute.</summary>
    public static JsonObject Fallback(JsonObject card, string title, params (string, string)[] typed) =>
        With(Personas.Data(card, title), [("verb", "channels.save"), .. typed]);

    public static JsonObject With(JsonObject data, params (string Key, string Value)[] typed)
    {
        foreach (var (key, value) in typed)
            data[key] = value;
        return data;
    }

    /// <summary>The card as it stands now where it was shown.</summary>
    public static JsonObject? CardNow(this RunningBot bot, ConnectorCall shown) => bot.Connector.Message(shown.SentId!)?["attachments"]?[0]?["content"] as JsonObject;
}
