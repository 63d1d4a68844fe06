using System.Security.Cryptography;
using System.Text;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Service.Answers.Conversations;

/// <summary>
/// Whose questions belong together: a personal chat's, and in a group or channel those of one person. (In a channel the conversation id names the thread, too.) Two
/// people who ask in one chat must not inherit from each other.
/// </summary>
internal static class ConversationKey
{
    /// <summary>The key, or null for an activity that names no conversation.</summary>
    public static string? Of(Activity activity)
    {
        if (activity.Conversation is not { Id: { Length: > 0 } conversation } account)
            return null;
        var isPersonal = account.ConversationType is { } type ? type == "personal" : account.IsGroup != true;
        var key = isPersonal ? conversation : $"{conversation}|{activity.From?.Id}";
        return key.Length <= RenkeiBotDbContext.ConversationIdLength ? key : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }
}
