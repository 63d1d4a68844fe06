using System.Security.Cryptography;
using System.Text;
using RenkeiBot.Cards;
using RenkeiBot.Data.Channels;
using RenkeiBot.Service.Cards;

namespace RenkeiBot.Service.Channels;

/// <summary>Channels to choose from on a form.</summary>
internal static class ChannelChoices
{
    private const int ValueBytes = 10;

    public static IReadOnlyList<CardChoice> Of(IEnumerable<Channel> channels) =>
        [.. channels.Select(channel => new CardChoice(AudienceTargets.NameOf(channel), ValueOf(channel.ConversationId)))];

    /// <summary>A channel as a card names it: conversation ids are long, may have commas, and are no business of a client's. Rows keep the conversation ids themselves.</summary>
    public static string ValueOf(string conversationId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(conversationId)).AsSpan(0, ValueBytes));

    /// <summary>The conversation ids of the channels that were chosen.</summary>
    public static IReadOnlyList<string> Read(CardInputs inputs, string key, string name, IEnumerable<Channel> channels)
    {
        var byValue = channels.ToDictionary(channel => ValueOf(channel.ConversationId), channel => channel.ConversationId);
        return [.. inputs.Chosen(key, name, byValue.Keys).Select(value => byValue[value])];
    }
}
