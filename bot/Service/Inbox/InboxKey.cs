using System.Security.Cryptography;
using System.Text;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Inbox;

/// <summary>What makes an activity one and the same, however often it is delivered.</summary>
internal static class InboxKey
{
    /// <summary>Channel, conversation, kind and id; null for what cannot be recognised: without an id or a conversation, or the edit of a message, which has the message's id each time.</summary>
    public static string? Of(Activity activity)
    {
        if (activity is not { Id: { Length: > 0 } id, Conversation.Id: { Length: > 0 } conversation } || activity.Type == ActivityTypes.MessageUpdate)
            return null;
        var key = $"{activity.ChannelId}|{conversation}|{activity.Type}{(activity.Name is null ? "" : ":")}{activity.Name}|{id}";
        return key.Length <= RenkeiBotDbContext.ConversationIdLength ? key : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }
}
