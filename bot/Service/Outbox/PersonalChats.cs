using RenkeiBot.BotFramework;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Outbox;

/// <summary>
/// Notes in which personal chat a person writes, or has the bot installed, so that they can be told something later. It is a gate only to see every turn that was admitted before: it admits everyone.
/// </summary>
internal sealed class PersonalChats(PersonalChatWriter writer, TimeProvider time) : ITurnGate
{
    private const int MaxServiceUrlLength = 500;

    public ValueTask<bool> AdmitAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Activity is { ServiceUrl: { Length: > 0 and <= MaxServiceUrlLength } serviceUrl, Conversation: { Id: { Length: > 0 } } chat }
            && IsPersonal(chat) && Sender.Of(turn.Activity) is { } person)
            writer.Note(person, new SeenChat(turn.ConversationReference with { ActivityId = null }, serviceUrl, turn.ServiceUrlVerifiedAt, time.GetUtcNow()));
        return ValueTask.FromResult(true);
    }

    private static bool IsPersonal(ConversationAccount chat) => chat.ConversationType is { } type ? type == "personal" : chat.IsGroup != true;
}
