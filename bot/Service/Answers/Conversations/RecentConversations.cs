using System.Diagnostics.CodeAnalysis;

namespace RenkeiBot.Service.Answers.Conversations;

/// <summary>The conversations asked in last, up to a number; the one longest without a question makes room.</summary>
internal sealed class RecentConversations(int capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, RememberedConversation Conversation)>> byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, RememberedConversation Conversation)> byAge = [];

    public bool TryGet(string key, [NotNullWhen(true)] out RememberedConversation? conversation)
    {
        lock (gate)
        {
            conversation = byKey.TryGetValue(key, out var node) ? node.Value.Conversation : null;
            return conversation is not null;
        }
    }

    public void Set(string key, RememberedConversation conversation)
    {
        lock (gate)
        {
            if (byKey.TryGetValue(key, out var node))
            {
                byAge.Remove(node);
                node.Value = (key, conversation);
            }
            else
            {
                if (byKey.Count >= capacity && byAge.First is { } oldest)
                {
                    byAge.Remove(oldest);
                    byKey.Remove(oldest.Value.Key);
                }

                node = new((key, conversation));
                byKey.Add(key, node);
            }

            byAge.AddLast(node);
        }
    }
}
