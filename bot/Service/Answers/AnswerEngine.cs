using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers;

/// <summary>Answers a question from one state of the records. Safe for any number of turns at a time.</summary>
internal sealed class AnswerEngine
{
    private const int ShortQuestion = 20;

    private readonly QuestionReader reader;
    private readonly IReadOnlyList<ITableAnswers> tables;
    private readonly RecordAnswers records;

    public AnswerEngine(KnowledgeBase knowledge)
    {
        Knowledge = knowledge;
        reader = new QuestionReader(knowledge);
        records = new RecordAnswers(knowledge);
        tables = TableAnswers.All(knowledge, records);
    }

    public KnowledgeBase Knowledge { get; }

    /// <summary>Answers a question; <paramref name="topic"/> is what the conversation was about before, where it goes on.</summary>
    /// <returns>The answer, and what the conversation is about now.</returns>
    public (Answer Answer, ConversationTopic Topic) Ask(string text, DateOnly today, ConversationTopic? topic)
    {
        var question = reader.Read(text, today);
        if (QuestionParts.Of(text, part => reader.Read(part, today)) is { } parts && AskBoth(parts, today, topic) is { } both)
            return both;
        if (topic is not null)
            question = FollowUp.WithComing(question, topic);
        if (topic is not null && FollowUp.LeansOn(question))
        {
            var completed = FollowUp.Complete(question, topic);
            var answer = InTopic(question, completed, topic) ?? Answer(completed);
            if (answer.Kind is AnswerKind.Fact or AnswerKind.AskBack)
                return (answer, Next(completed, answer, topic));
            var alone = Answer(Anchored(question));
            // An edition or a date alone is one of what was talked about, or of nothing.
            var stands = !question.PointsBack && question.Tokens.Any(token => token is TermToken or ContentToken or AskToken);
            return alone.Kind is AnswerKind.Fact or AnswerKind.AskBack && stands
                ? (alone, Next(question, alone, topic))
                : (answer, Next(completed, answer, topic));
        }

        question = Anchored(question);
        var direct = Answer(question);
        // A short question that finds nothing by itself may still go on with the one before: 「中野区はどこの町？」
        if (topic is not null && direct.Kind != AnswerKind.Fact && question.Display.Length <= ShortQuestion && !question.IsGibberish)
        {
            var completed = FollowUp.Complete(question, topic);
            var answer = Answer(completed);
            if (answer.Kind == AnswerKind.Fact)
                return (answer, Next(completed, answer, topic));
        }

        return (direct, Next(question, direct, topic));
    }

    /// <summary>Two questions in one message: the second goes on with the first. Null where one of them has no answer, so that the whole is tried.</summary>
    private (Answer Answer, ConversationTopic Topic)? AskBoth((string First, string Second) parts, DateOnly today, ConversationTopic? topic)
    {
        var (first, between) = Ask(parts.First, today, topic);
        if (first.Kind != AnswerKind.Fact)
            return null;
        var (second, after) = Ask(parts.Second, today, between);
        if (second.Kind != AnswerKind.Fact || second.Text == first.Text)
            return null;
        return (second with
        {
            Text = Wording.Cut(first.Text + second.Text, Wording.ListLimit),
            Heading = first.Heading,
            Details = [.. first.Details.Concat(second.Details).DistinctBy(detail => detail.Label)],
            Rows = first.Rows ?? second.Rows,
            Notes = [.. first.Notes.Union(second.Notes)],
            Sources = [.. first.Sources.Union(second.Sources).Take(3)],
            Entries = [.. first.Entries.Union(second.Entries)],
        }, after);
    }

    /// <summary>A question that only asks for another side of the one thing talked about.</summary>
    private static Answer? InTopic(Question question, Question completed, ConversationTopic topic)
    {
        if (topic.Entries.Count != 1 || question.Tokens.Any(token => token is TermToken or DateToken or OrdinalToken or ContentToken { Known: false }))
            return null;
        var asks = Asks.Of(question);
        if (asks.Count == 0)
            return null;
        // What of the thing was talked about (a course at an exhibition) tells its sides apart.
        var about = completed.Contents.Any(content => content.Inherited) ? completed : question;
        var answer = SingleAnswers.Answer(topic.Entries[0], about with { YesNo = question.YesNo }, asks);
        return answer.Kind == AnswerKind.Fact ? answer : null;
    }

    private Answer Answer(Question question)
    {
        if (question.UnknownName is { } unknown)
            return records.Unknown(question, unknown);
        foreach (var table in tables)
        {
            if (table.TryAnswer(question) is { } answer)
                return answer;
        }

        return records.Answer(question);
    }

    /// <summary>「前年度」 with nothing said before means the one before today's.</summary>
    private static Question Anchored(Question question) => question with
    {
        Tokens = [.. question.Tokens.Select(token => token is DateToken { Condition: { Kind: DateKind.Relative, TodayMayAnchor: true } condition } date
            ? date with { Condition = condition.Resolve(question.Today) }
            : token)],
    };

    private static ConversationTopic Next(Question question, Answer answer, ConversationTopic? before) =>
        new(question, answer.Entries.Count > 0 || answer.Kind == AnswerKind.Fact ? answer.Entries : before?.Entries ?? [], answer.Text);
}
