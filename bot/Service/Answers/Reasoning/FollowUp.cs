using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Tables;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>What a conversation is about: the last question as it was understood, and what its answer rested on.</summary>
/// <param name="Question">The last question, completed.</param>
/// <param name="Entries">The entries its answer rests on; none where it was computed.</param>
/// <param name="AnswerText">The answer's words: a date that only the answer named can be leaned on too.</param>
internal sealed record ConversationTopic(Question Question, IReadOnlyList<Entry> Entries, string AnswerText);

/// <summary>Completes a question that leans on the one before: 「じゃあ第2回は？」 takes over all that it does not say anew.</summary>
internal static class FollowUp
{
    /// <summary>Up to so many characters, a question that asks nothing itself is taken as one that goes on.</summary>
    private const int ShortQuestion = 16;

    /// <summary>True where the question cannot stand alone, or says that it goes on.</summary>
    public static bool LeansOn(Question question)
    {
        if (question.PointsBack || question.Date?.Condition.Kind == DateKind.Relative)
            return true;
        if (question.IsGibberish)
            return false;
        // Without a name there is nothing to answer about but what was talked about; a kind of support alone does not say after
        // which disaster: 「派遣した職員は？」
        if (!question.Tokens.Any(token => token is TermToken term && !term.Is(TermKind.Support)))
            return question.Contents.Count(content => content.Weight > 0.5) <= 1 || question.Display.Length <= ShortQuestion;
        var asksNothing = !question.Tokens.Any(token => token is AskToken);
        return asksNothing && question.Display.Length <= ShortQuestion;
    }

    /// <summary>
    /// 「次回は？」 after a meeting that is planned, was cancelled or was held lately asks for what is still to come. After one of years ago it asks for the one after that, which is on record.
    /// </summary>
    public static Question WithComing(Question question, ConversationTopic topic)
    {
        if (question.Coming is not { } coming || question.Date is not null || question.TermTokens.Any() || question.Tokens.Any(token => token is OrdinalToken))
            return question;
        var isLate = topic.Question.Date?.Coming is not null || topic.Entries.Count > 0 && topic.Entries.All(entry => entry.FirstDay >= question.Today.AddYears(-1));
        var isOfMeetings = topic.Question.TermTokens.Select(token => token.Of(TermKind.Category)).Concat(topic.Entries.Select(entry => entry.Categories[0])).Any(category => category is not null && Categories.IsMeeting(category));
        return isLate && isOfMeetings ? question with { Tokens = [.. question.Tokens, ComingDates.Of(0, coming, question.Today)] } : question;
    }

    public static Question Complete(Question question, ConversationTopic topic)
    {
        var before = topic.Question.Tokens;
        var own = question.Tokens.Where(token => !IsComparedWith(token, question, topic)).Select(token => token is DateToken date ? Resolve(date, topic) : token).ToList();
        var slots = own.Select(Slot).Where(slot => slot.Length > 0).ToHashSet();
        // A new subject takes the place of the old one, of whatever kind the two are.
        if (slots.Contains("subject"))
            slots.UnionWith(["subject", "ordinal"]);
        // The answer to 「どれのことですか」 only adds to what was asked.
        if (slots.Contains("date") && topic.Entries.Count <= 1)
            slots.Add("ordinal");
        // 「場所も」 adds to what was asked.
        if (question.Tokens.OfType<AskToken>().LastOrDefault() is { } last && question.Folded.AsSpan(last.End).StartsWith("も"))
            slots.Remove("ask");
        // 「同じ日に…したのは？」 keeps nothing but the day.
        if (slots.Contains("content") && own.OfType<DateToken>().Any(date => date.Condition is { Kind: DateKind.Known, Unit: DateUnit.Day } && question.Date?.Condition.Kind == DateKind.Relative))
            return question with { Tokens = own };
        var kept = IsAnotherOfItsKind(slots, topic)
            ? [.. Kind(topic.Entries[0], own), .. before.Where(token => Slot(token) is "ask" or "ward" && !slots.Contains(Slot(token)))]
            : before.Where(token => !slots.Contains(Slot(token))).ToList();
        kept = [.. kept.Select(token => token with { Inherited = true })];
        return question with
        {
            Tokens = [.. kept, .. own],
            Folded = string.Concat(string.Concat(kept.Select(token => token.Text + " ")), question.Folded),
            // 「…は？」 after a question answered by yes or no is one too.
            YesNo = question.YesNo || topic.Question.YesNo && !question.Tokens.Any(token => token is AskToken),
        };
    }

    /// <summary>True where only another date or edition is named: the record talked about gives way to its kind.</summary>
    private static bool IsAnotherOfItsKind(HashSet<string> slots, ConversationTopic topic) =>
        topic.Entries.Count == 1 && !slots.Contains("subject") && !slots.Contains("category") && (slots.Contains("date") || slots.Contains("ordinal") || slots.Contains("place") && topic.Entries[0].Subjects.Any(subject => subject.Kind == TermKind.Prefecture));

    /// <summary>「その前の年は？」 after one record asks for another of its kind: of its series where it has one, else of its category, in its year where only the edition is new.</summary>
    private static IEnumerable<Token> Kind(Entry entry, List<Token> own)
    {
        var series = entry.Subjects.Skip(1).FirstOrDefault(subject => subject.Kind == TermKind.Name);
        var kind = series ?? entry.Categories[0];
        yield return new TermToken(-1, 0, Language.QuestionText.Fold(kind.Name), kind.Name, [kind]);
        // Editions are counted within the fiscal year where the name says so.
        if (own.Exists(token => token is OrdinalToken) && !own.Exists(token => token is DateToken) && entry.FiscalYear is { } year && entry.Title.Contains("年度", StringComparison.Ordinal))
            yield return new DateToken(-1, 0, "", "", DateCondition.OfFiscalYear(year));
    }

    /// <summary>「前の年度よりいくつ増えた」: the year talked about stays, the one before it is what the difference is to.</summary>
    private static bool IsComparedWith(Token token, Question question, ConversationTopic topic) =>
        token is DateToken { Condition.Kind: DateKind.Relative } && question.Asks(Operation.Difference) && topic.Question.Date is not null
        && question.TextAfter(token) is var after && (after.StartsWith("より", StringComparison.Ordinal) || after.StartsWith("から", StringComparison.Ordinal) || after.StartsWith("と比", StringComparison.Ordinal));

    private static DateToken Resolve(DateToken date, ConversationTopic topic)
    {
        var condition = date.Condition;
        if (condition.Kind != DateKind.Relative)
            return date;
        var anchor = topic.Question.Date?.Condition;
        var day = topic.Entries.Select(entry => entry.FirstDay).FirstOrDefault(first => first is not null);
        if (anchor is { Kind: DateKind.Known })
            return date with { Condition = condition.Resolve(anchor) };
        if (day is { } first)
            return date with { Condition = condition.Resolve(first) };
        var said = DateReader.Find(QuestionText.Fold(topic.AnswerText), topic.Question.Today).Select(mention => mention.Condition).FirstOrDefault(mentioned => mentioned.Kind == DateKind.Known);
        return said is null ? date : date with { Condition = condition.Resolve(said) };
    }

    /// <summary>What a token fills in a question; a new one of a slot replaces the old one.</summary>
    private static string Slot(Token token) => token switch
    {
        DateToken => "date",
        OrdinalToken => "ordinal",
        AskToken ask when ask.Senses.All(sense => sense is SaysTied) => "tie",
        AskToken ask when ask.Senses.All(sense => sense is LimitsKind) => "kind",
        AskToken => "ask",
        ContentToken => "content",
        NumberToken => "number",
        TermToken term => term.Terms[0].Kind switch
        {
            TermKind.Category => "category",
            TermKind.Prefecture or TermKind.Region or TermKind.Municipality or TermKind.Area => "place",
            TermKind.Ward => "ward",
            TermKind.AssociationKind => "associationKind",
            TermKind.Support => "support",
            TermKind.Person => "person",
            TermKind.Venue => "venue",
            TermKind.Qualifier => "qualifier",
            _ => "subject",
        },
        _ => "",
    };
}
