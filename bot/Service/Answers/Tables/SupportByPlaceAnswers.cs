using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>
/// Answers by the place that the support went to (「輪島市への支援は」): what the reports that name the place as 支援先 add up to; where none does, that a disaster struck it. What the documents have about the same stands beside it.
/// </summary>
/// <param name="knowledge">The records.</param>
/// <param name="records">What is answered from single records.</param>
internal sealed class SupportByPlaceAnswers(KnowledgeBase knowledge, RecordAnswers records) : ITableAnswers
{
    /// <summary>A place was struck by so many disasters at most that an answer tells of; the newest are meant.</summary>
    private const int MostDisasters = 3;

    private static readonly Vocabulary Words = new("宛 宛て 先 向 向け 対 受 側 現地 市 町 村 市町村 提供 届 贈 寄 合計 全部 全体 具体的 何 区 数");

    private readonly IReadOnlyList<Disaster> live =
        [.. knowledge.Tables.Disasters.Where(disaster => disaster.Reported is not null).OrderByDescending(disaster => disaster.Reported!.IsActive).ThenByDescending(disaster => disaster.Reported!.RegisteredAt)];

    private readonly DisasterAnswers documents = new([.. knowledge.Tables.Disasters.Where(disaster => disaster.Reported is null)], knowledge.Tables.ReliefGrants);

    public Answer? TryAnswer(Question question)
    {
        if (live.Count == 0 || !IsAboutSupport(question) || !IsPlain(question))
            return null;
        var tokens = question.TermTokens.Where(IsPlace).ToList();
        // Who names a disaster anew, or says 「今回」, no longer speaks of the place of the question before.
        if (tokens.Count == 0 || tokens.TrueForAll(token => token.Inherited) && (ReportedSupportAnswers.SaysNow(question) || question.TermTokens.Any(token => token.Is(TermKind.Disaster) && !token.Inherited)))
            return null;
        if (Meant(question) is not { } disasters || Places(tokens, disasters) is not { Count: > 0 } places)
            return null;
        var looks = disasters.Select(disaster => new SupportAtPlace(disaster, places)).ToList();
        var found = looks.Exists(look => look.IsSupported) ? looks.Where(look => look.IsSupported) : looks.Where(look => look.IsStruck);
        var answers = found.Take(MostDisasters).Select(look => new SupportByPlaceWording(look, question, [.. Wards(question)]).Answer()).ToList();
        return answers.Count == 0 ? null : Beside(Joined(answers), OfDocuments(question));

        bool IsPlace(TermToken token) => !token.Is(TermKind.Disaster) && (token.Is(TermKind.Municipality) || token.Is(TermKind.Prefecture) || IsReceivingWard(question, token));
    }

    /// <summary>A ward gives, unless it is said that something goes there: 「江戸川区への支援」.</summary>
    private static bool IsReceivingWard(Question question, TermToken token) => token.Is(TermKind.Ward) && question.TextAfter(token) is var after && (after.StartsWith("へ") || after.StartsWith("宛"));

    private static IEnumerable<string> Wards(Question question)
    {
        var isExtreme = question.Asks(Operation.Max) || question.Asks(Operation.Min);
        return question.TermTokens.Where(token => !(isExtreme && token.Inherited) && !IsReceivingWard(question, token)).Select(token => token.Of(TermKind.Ward)?.Name).OfType<string>().Distinct();
    }

    private static bool IsAboutSupport(Question question) => question.Names(TermKind.Support) || question.HasAny("支援", "義援", "見舞", "物資", "派遣", "車両", "拠出");

    /// <summary>True where nothing is said or asked that the reports of a place do not tell: no days, bounds or exclusions, and no disasters to be listed.</summary>
    private static bool IsPlain(Question question) =>
        !question.Negated && !question.Asks(Aspect.Date) && !question.Asks(Aspect.Reason) && !question.Asked.Any(sense => sense is AsksDatePart or SaysTied)
        && !question.Tokens.Any(token => token.Excluded || token is DateToken or NumberToken or OrdinalToken)
        && question.TermTokens.All(token => token.Is(TermKind.Municipality) || token.Is(TermKind.Prefecture) || ReportedSupportAnswers.IsOurs(token) || Words.Explains(token))
        && question.Contents.All(content => ReportedSupportAnswers.Explains(content) || Words.Explains(content))
        && !question.HasAny("被災者", "死者", "負傷", "避難者", "けが", "犠牲") && !question.Folded.Replace("災害支援", "", StringComparison.Ordinal).Replace("災害見舞", "", StringComparison.Ordinal).Contains("災害", StringComparison.Ordinal);

    /// <summary>The disasters that a question may mean: those it names, else all that reports are of. Null where it names one of the documents.</summary>
    private IReadOnlyList<Disaster>? Meant(Question question)
    {
        if (ReportedSupportAnswers.SaysNow(question))
            return [live[0]];
        var named = question.TermTokens.Where(token => token.Is(TermKind.Disaster)).ToList();
        if (named.Count == 0)
            return live;
        var meant = live.Where(disaster => named.TrueForAll(token => token.Terms.Any(term => term.Kind == TermKind.Disaster && term.Name == disaster.Name))).ToList();
        return meant.Count > 0 && !named.Exists(token => DisasterTerms.IsSort(token.Text)) ? meant : null;
    }

    /// <summary>The places named. Of a name that prefectures share those are meant of which there is something to say; a prefecture beside a municipality in it only says where it lies.</summary>
    private static List<NamedPlace> Places(IEnumerable<TermToken> tokens, IReadOnlyList<Disaster> disasters)
    {
        var places = new List<NamedPlace>();
        foreach (var token in tokens)
        {
            var candidates = token.Terms.Where(term => term.Kind is TermKind.Municipality or TermKind.Prefecture or TermKind.Ward)
                .Select(term => term.Kind == TermKind.Prefecture ? new NamedPlace(term.Name) : new NamedPlace(term.Name, term.Parent?.Name)).Distinct().ToList();
            var known = candidates.Where(place => disasters.Select(disaster => new SupportAtPlace(disaster, [place])).Any(look => look.IsSupported || look.IsStruck)).ToList();
            places.AddRange(known.Count > 0 ? known : candidates.Count == 1 ? candidates : []);
        }

        return [.. places.Distinct().Where(place => place.Prefecture is not null || !places.Exists(other => other.Prefecture == place.Name))];
    }

    /// <summary>What would be answered about the support if nothing had been reported. The lists and statistics of partners tell nothing of support.</summary>
    private Answer OfDocuments(Question question) => documents.TryAnswer(question) ?? records.Answer(question);

    private static Answer Joined(List<Answer> answers) => answers.Count == 1 ? answers[0] : answers[0] with
    {
        Text = Wording.Cut(string.Concat(answers.Select(answer => answer.Text)), Wording.ListLimit),
        Notes = [.. answers.SelectMany(answer => answer.Notes).Distinct()],
        Sources = [.. answers.SelectMany(answer => answer.Sources).Distinct()],
    };

    private static Answer Beside(Answer reported, Answer documented) => documented.Kind != AnswerKind.Fact ? reported : reported with
    {
        Text = Wording.Cut($"{reported.Text}資料の記録では、次のとおりです。{documented.Text}", Wording.ListLimit),
        Rows = reported.Rows ?? documented.Rows,
        Details = documented.Details,
        Notes = [.. reported.Notes.Union(documented.Notes)],
        Sources = [.. reported.Sources.Union(documented.Sources).Take(3)],
        Entries = documented.Entries,
    };
}
