using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Conversations;

/// <summary>
/// Asks questions in conversations, so that 「じゃあ第2回は？」 finds what it leans on. What a conversation is about stays in memory; its last questions are written to
/// the database behind the turn, and asked again where a restart, another instance or the bound of the memory has lost the rest.
/// </summary>
internal sealed class ConversationMemory(AnswerEngineSource engines, ConversationStateWriter writer, ConversationStates states, TimeProvider time)
{
    /// <summary>How many questions are kept; those before have nothing left to say.</summary>
    public const int MaxQuestions = 3;

    /// <summary>A conversation is forgotten after this time without a question.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const int MaxConversations = 5_000;

    private readonly RecentConversations recent = new(MaxConversations);

    /// <summary>Answers a question of a conversation.</summary>
    /// <param name="key">The conversation's key; null where the question belongs to none.</param>
    /// <param name="text">The question as typed.</param>
    /// <param name="cancellationToken">Gives up reading what was asked before.</param>
    /// <returns>The answer, and the knowledge base that it is from.</returns>
    public async ValueTask<(Answer Answer, KnowledgeBase Knowledge)> AskAsync(string? key, string text, CancellationToken cancellationToken)
    {
        var engine = engines.Current;
        var now = time.GetUtcNow();
        var today = JapanTime.Today(time);
        var before = key is null ? null : await RecallAsync(key, engine, today, now, cancellationToken);
        var (answer, topic) = engine.Ask(text, today, before?.Topic);
        if (key is not null)
        {
            var questions = Continue(before?.Questions ?? [], text, answer, topic);
            recent.Set(key, new RememberedConversation(engine, topic, questions, now));
            writer.Write(key, questions, now);
        }

        return (answer, engine.Knowledge);
    }

    private async ValueTask<RememberedConversation?> RecallAsync(string key, AnswerEngine engine, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var oldest = now - Lifetime;
        IReadOnlyList<string>? questions;
        if (recent.TryGet(key, out var known))
        {
            if (known.AskedAt < oldest)
                return null;
            if (ReferenceEquals(known.Engine, engine))
                return known;
            questions = known.Questions;
        }
        else
        {
            questions = writer.Find(key) ?? await states.ReadAsync(key, oldest, cancellationToken);
        }

        if (questions is null)
            return null;
        ConversationTopic? topic = null;
        foreach (var question in questions)
            (_, topic) = engine.Ask(question, today, topic);
        return new RememberedConversation(engine, topic, questions, now);
    }

    /// <summary>A question that took nothing over from those before makes them superfluous.</summary>
    private static IReadOnlyList<string> Continue(IReadOnlyList<string> before, string text, Answer answer, ConversationTopic topic)
    {
        var question = text.Length <= QuestionText.MaxLength ? text : text[..QuestionText.MaxLength];
        var standsAlone = (answer.Kind == AnswerKind.Fact || answer.Entries.Count > 0) && !topic.Question.Tokens.Any(token => token.Inherited);
        return standsAlone ? [question] : [.. before.Skip(before.Count - MaxQuestions + 1), question];
    }
}
