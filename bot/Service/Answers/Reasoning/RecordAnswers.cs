using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Tables;

namespace RenkeiBot.Service.Answers.Reasoning;

/// <summary>Answers questions about single records and about lists of them: find the entries, then do what is asked with them.</summary>
internal sealed class RecordAnswers(KnowledgeBase knowledge)
{
    /// <summary>A question back offers at most so many things.</summary>
    private const int MostChoices = 8;

    /// <summary>A condition that so many things meet is answered by naming them.</summary>
    private const int MostListed = 6;

    /// <summary>A word at least this rare has to stand in a record that was found by words alone.</summary>
    private const double Telling = 0.6;

    /// <summary>Of more things than this, none is what the question asks about because it says a little more than the others.</summary>
    private const int MostWeighed = 30;

    private readonly EntryFinder finder = new(knowledge);
    private readonly CategoryCounts counts = new(knowledge);

    public Answer Answer(Question question)
    {
        if (counts.TryAnswer(question) is { } compared)
            return compared;
        var finding = OnTheme(finder.Find(question), question);
        var asks = Asks.Of(question);
        if (finding.Entries.Count == 0)
            return NothingMet(question, finding);
        if (Decisive(question, finding) is { } unknown)
            return UnknownWord(unknown, finding.Entries);

        if (SetAnswers.TryAnswer(question, finding, asks) is { } aboutSet)
            return aboutSet;

        var entries = Narrow(question, finding, asks);
        // What the best entry does not say, another that meets the conditions may.
        if (asks.Count > 0 && question.TermTokens.Any() && entries.All(entry => !Says(entry, question, asks)) && AnotherThatSays(question, finding, asks) is { } saying)
            entries = [saying];
        // Many things that only share a word with the question are not what it asks about.
        if (entries.Count > MostListed && !question.Tokens.Any(token => token is TermToken or DateToken or OrdinalToken))
            return Passage(question, finding);
        if (entries.Count == 1 && !finding.ByName && question.Contents.Any(content => !content.Excluded && content.Weight >= Telling && EntryFit.Meets(entries[0], content) == 0))
            return Passage(question, finding);
        return entries.Count == 1 ? SingleAnswers.Answer(entries[0], question, asks) : Several(question, entries, asks);
    }

    /// <summary>「SDGsがテーマの講演会」: those whose theme has the word, where some do, not those at which it was spoken of too.</summary>
    private static Finding OnTheme(Finding finding, Question question)
    {
        var words = question.Tokens.Where(token => token is ContentToken or TermToken && IsTheme(question.TextAfter(token))).Select(token => token.Text).ToList();
        if (words.Count == 0)
            return finding;
        var kept = finding.Entries.Select((entry, index) => (Entry: entry, Score: finding.Scores[index]))
            .Where(pair => words.TrueForAll(word => pair.Entry.Facets.Any(facet => facet.Aspect == Aspect.Theme && facet.Folded.Contains(word, StringComparison.Ordinal)))).ToList();
        return kept.Count == 0 ? finding : finding with { Entries = kept.ConvertAll(pair => pair.Entry), Scores = kept.ConvertAll(pair => pair.Score) };

        static bool IsTheme(ReadOnlySpan<char> after) =>
            after.StartsWith("がてーま", StringComparison.Ordinal) || after.StartsWith("をてーま", StringComparison.Ordinal) || after.StartsWith("てーまの", StringComparison.Ordinal);
    }

    /// <summary>Drops entries that fit clearly worse, and those that do not say what is asked where others do.</summary>
    private static IReadOnlyList<Entry> Narrow(Question question, Finding finding, IReadOnlyList<Ask> asks)
    {
        if (finding.Entries.Count is 1 or > MostWeighed)
            return finding.Entries;
        var fits = finding.Entries
            .Select((entry, index) => (Entry: entry, Score: finding.Scores[index] + FacetFit(entry, question, asks)))
            .OrderByDescending(pair => pair.Score)
            .ToList();
        var best = fits[0].Score;
        return [.. fits.Where(pair => pair.Score >= best - 0.3).Select(pair => pair.Entry)];
    }

    private static bool Says(Entry entry, Question question, IReadOnlyList<Ask> asks) =>
        FacetChooser.Choose(entry, question, asks).All(choice => choice.Facet is not null && choice.Score >= 2 || choice.Ask is AskWhich or AskAspect { Aspect: Aspect.Content, Open: true });

    private static Entry? AnotherThatSays(Question question, Finding finding, IReadOnlyList<Ask> asks) =>
        finding.Naming().Take(MostWeighed).FirstOrDefault(entry => Says(entry, question, asks));

    private static double FacetFit(Entry entry, Question question, IReadOnlyList<Ask> asks)
    {
        var choices = FacetChooser.Choose(entry, question, asks);
        return choices.Sum(choice => choice.Facet is null ? -0.5 : (choice.Ask is null ? 0.7 : 0.4) * Math.Min(choice.Score, 4));
    }

    private static Answer Several(Question question, IReadOnlyList<Entry> entries, IReadOnlyList<Ask> asks)
    {
        // One thing told by records of several kinds (an event and the milestone of it) is not several things.
        if (SameThing(question, entries))
            return SingleAnswers.Answer(entries.MaxBy(entry => FacetFit(entry, question, asks) + (0.01 * entry.Facets.Count))!, question, asks);
        // A person's post is one thing, however many records name it.
        if (asks is [AskAspect { Aspect: Aspect.Role }] && question.Names(TermKind.Person))
            return SingleAnswers.Answer(entries[0], question, asks);
        var value = SingleAnswers.ShortValue(entries[0], question, asks);
        var alike = asks.Count > 0 && entries.Count <= MostWeighed && entries.Skip(1).All(entry => SingleAnswers.ShortValue(entry, question, asks) == value);
        if (alike && value is not null)
        {
            return new Answer(AnswerKind.Fact, $"お尋ねに当てはまる{entries.Count}件は、いずれも{value}です（{Wording.List(entries.As(entry => entry.ShortTitle), 260)}）。")
            {
                Rows = SetAnswers.Table(entries),
                Sources = SetAnswers.OneSourceEach(entries),
                Entries = entries,
            };
        }

        if (alike)
            return Reasoning.Answer.NotFound($"お尋ねの点（{string.Join("、", asks.Select(Asks.Noun))}）は、資料に記載が見つかりませんでした。", [.. entries]);
        if (asks.Count == 0 && entries.Count <= MostListed && !question.Tokens.Any(token => token is OrdinalToken or DateToken { Condition.YearKnown: false }))
            return SetAnswers.List(question, [.. entries.OrderBy(entry => entry.FirstDay ?? DateOnly.MaxValue).ThenBy(entry => entry.Id)], asks);
        return AskBack(question, [.. entries.OrderBy(entry => entry.FirstDay ?? DateOnly.MaxValue).ThenBy(entry => entry.Id).Take(MostChoices).Select(entry => (entry, SingleAnswers.ShortValue(entry, question, asks)))], entries.Count);
    }

    /// <summary>True where one name of the question is the name of every entry, and no two entries are of one kind.</summary>
    private static bool SameThing(Question question, IReadOnlyList<Entry> entries) =>
        entries.Count <= MostWeighed && (entries.MaxBy(entry => entry.Title.Length)!.Title is var longest && entries.All(entry => longest.StartsWith(entry.Title, StringComparison.Ordinal))
        || entries.All(entry => entries.All(other => entry == other || entry.Related.Contains(other.Key) || other.Related.Contains(entry.Key)))
        || entries.Select(entry => entry.Key[..entry.Key.IndexOf('/', StringComparison.Ordinal)]).Distinct().Count() == entries.Count
        && question.TermTokens.Any(token => entries.All(entry => entry.Subjects.Any(subject => token.Terms.Contains(subject)))));

    private static Answer AskBack(Question question, IReadOnlyList<(Entry Entry, string? Value)> shown, int count)
    {
        var lines = shown.Select(option => option.Value is null ? option.Entry.ShortTitle : $"{option.Entry.ShortTitle}: {option.Value}").ToList();
        var text = $"お尋ねに当てはまるものが{count}件あります。どれのことですか。（{Wording.List(lines, limit: 400)}）";
        return new Answer(AnswerKind.AskBack, text)
        {
            Choices = [.. shown.Select(option => new Choice(option.Entry.ShortTitle, option.Value ?? "", $"{option.Entry.Title}: {question.Display}"))],
            Sources = SetAnswers.OneSourceEach(shown.Select(option => option.Entry), MostChoices),
            Entries = [.. shown.Select(option => option.Entry)],
        };
    }

    /// <summary>
    /// A word that no record has and that the question turns on: a name put to something (「日本郵便との協定」). A short common word beside
    /// a subject that is found by its own name is not one.
    /// </summary>
    private static ContentToken? Decisive(Question question, Finding finding)
    {
        // English words are hardly in the records; where the names and dates are, they decide.
        if (question.English && question.Tokens.Count(token => token is TermToken or DateToken or OrdinalToken) > 1)
            return null;
        var single = finding.Entries.Count == 1 && finding.ByName;
        // What is supposed of a value in Latin letters is compared with the value.
        var supposes = question.YesNo && (question.Asks(Aspect.Url) || question.Asks(Aspect.Exit) || question.Asks(Aspect.Phone));
        var words = finding.Unknown.Where(token => !supposes && !IsEnglish(question) || Scripts.Of(token.Surface[0]) != Script.Latin || char.IsUpper(token.Surface[0]) && token.Start > 0);
        return words.FirstOrDefault(token => !single || token.Length > 2 || token.Surface.Any(c => Scripts.Of(c) == Script.Katakana));
    }

    /// <summary>「What was the budget for 地方創生推進交付金」 is English too.</summary>
    private static bool IsEnglish(Question question) =>
        question.English || question.Display.Split(' ').Count(word => word.Length > 0 && word.All(char.IsAsciiLetter)) >= 3;

    private Answer NothingMet(Question question, Finding finding)
    {
        if (finding.Near.Count > 0 && finding.Unmet.Count > 0)
        {
            var missing = finding.Unmet[0];
            var rest = question.Tokens.Where(token => token is TermToken { Soft: false } or DateToken or OrdinalToken && !token.Excluded && !finding.Unmet.Contains(token)).Select(Describe).Distinct();
            var text = missing is DateToken or OrdinalToken
                ? $"{Describe(missing)}の{string.Join("・", rest)}の記録は、見つかりませんでした。{Editions(missing, finding.Near)}"
                : $"{string.Join("と", rest.Prepend(Describe(missing)))}の両方に当てはまる記録は、見つかりませんでした。";
            return Reasoning.Answer.NotFound(text, [.. finding.Near]);
        }

        return Passage(question, finding);
    }

    /// <summary>How far the editions go, where one was asked for that there is not.</summary>
    private static string Editions(Token missing, IReadOnlyList<Entry> near) =>
        missing is OrdinalToken ordinal && near.MaxBy(entry => entry.Ordinal) is { Ordinal: { } last } entry && last < ordinal.Ordinal
            ? $"記録にあるのは、第{last}{entry.Counter}までです。" : "";

    /// <summary>The answer to a question that turns on a name which no record has.</summary>
    public Answer Unknown(Question question, ContentToken name) => UnknownWord(name, finder.Find(question).Entries);

    private static Answer UnknownWord(ContentToken unknown, IReadOnlyList<Entry> near) =>
        Reasoning.Answer.NotFound($"「{unknown.Surface}」についての記録は、見つかりませんでした。", [.. near]);

    private Answer Passage(Question question, Finding finding)
    {
        if (finding.Unmet.Count > 0)
        {
            return Reasoning.Answer.NotFound($"{string.Join("、", finding.Unmet.Select(Describe))}に当てはまる記録は、見つかりませんでした。", [.. knowledge.Passages.Search(question, 3)]);
        }

        var passages = question.IsGibberish ? [] : knowledge.Passages.Search(question, 3);
        return passages.Count == 0
            ? Reasoning.Answer.NotFound(Wording.NotFound) with { Suggestions = Wording.Beginnings }
            : new Answer(AnswerKind.Passage, "お尋ねに直接お答えできる記録は見つかりませんでした。近い内容の記録をカードに示します。いつの、どの行事や団体についてのことか、もう少し具体的にお聞かせください。")
            {
                Rows = new AnswerRows(["記録", "内容"], [.. passages.Select(entry => (IReadOnlyList<string>)[entry.Title, Wording.Cut(entry.Overview, 160)])]),
                Sources = SetAnswers.OneSourceEach(passages),
                Suggestions = [.. passages.Select(entry => $"{entry.ShortTitle}について教えて")],
            };
    }

    private static string Describe(Token token) => token switch
    {
        DateToken date => date.Condition.Describe(),
        _ => $"「{token.Surface}」",
    };
}
