using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Conversations;

/// <summary>What is remembered of a conversation in memory.</summary>
/// <param name="Engine">The engine that the topic belongs to: topics point into its knowledge base.</param>
/// <param name="Topic">What the next question may lean on; null where nothing was asked.</param>
/// <param name="Questions">The last questions, oldest first: asking them again makes the topic again.</param>
/// <param name="AskedAt">When the last one was asked.</param>
internal sealed record RememberedConversation(AnswerEngine Engine, ConversationTopic? Topic, IReadOnlyList<string> Questions, DateTimeOffset AskedAt);
