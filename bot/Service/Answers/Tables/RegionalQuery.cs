using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Which of the associations with an agreement a question means.</summary>
/// <param name="Chosen">The agreements that meet every condition, in the order of signing.</param>
/// <param name="Partners">The associations that are named one by one or by their prefecture, in the order named; empty where the question is about all.</param>
/// <param name="Missing">Associations and prefectures named with which there is no agreement.</param>
/// <param name="Kinds">市長会 and 町村会, where a question names one of them as a kind.</param>
/// <param name="Dates">The conditions on the day of signing.</param>
/// <param name="Members">A condition on the number of members.</param>
internal sealed record RegionalQuery(
    IReadOnlyList<RegionalAgreement> Chosen,
    IReadOnlyList<RegionalAgreement> Partners,
    IReadOnlyList<string> Missing,
    IReadOnlyList<AssociationKind> Kinds,
    IReadOnlyList<DateCondition> Dates,
    NumberCondition? Members)
{
    /// <summary>What was left out (「北海道を除く」), in words.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Region named as a condition, if any.</summary>
    public string? Region { get; init; }

    public bool All => Partners.Count == 0 && Kinds.Count == 0 && Dates.Count == 0 && Members is null && Excluded.Count == 0 && Region is null;

    /// <summary>Reads the conditions; null where one of them cannot be understood.</summary>
    public static RegionalQuery? Read(Question question, KnowledgeTables tables)
    {
        var records = tables.RegionalAgreements;
        var names = new PartnerReader(question, records);
        names.Read();
        var dates = question.Tokens.OfType<DateToken>().ToList();
        if (dates.Exists(date => date.Condition.Kind is DateKind.Relative or DateKind.Invalid))
            return null;
        var wanted = dates.Where(date => !date.Excluded).Select(date => date.Condition).ToList();
        if (!TryReadMembers(question, records, out var members))
            return null;
        var region = question.TermTokens.Where(token => !token.Excluded).Select(token => token.Of(TermKind.Region)).FirstOrDefault(term => term is not null);
        var named = names.Partners.Count > 0 || names.Missing.Count > 0;
        var query = new RegionalQuery(records, names.Partners, names.Missing, names.Kinds, wanted, members)
        {
            Excluded = [.. question.Tokens.Where(token => token.Excluded).Select(token => token.Surface)],
            Region = region?.Name,
        };
        return query.All && !named ? query : query with { Chosen = [.. (named ? names.Partners : records).Where(Meets).OrderBy(record => record.Order)] };

        bool Meets(RegionalAgreement record) => (named || names.Kinds.Count == 0 || names.Kinds.Contains(record.Kind))
            && !names.IsExcluded(record)
            && (region is null || tables.Prefectures.Any(prefecture => prefecture.Name == record.Prefecture && prefecture.Region.JapaneseName() == region.Name))
            && (wanted.Count == 0 || wanted.Exists(date => date.Matches(record.SignedOn, record.SignedOn)))
            && !dates.Exists(date => date.Excluded && date.Condition.Matches(record.SignedOn, record.SignedOn))
            && (members is not { } condition || condition.Matches(record.MemberCount));
    }

    /// <summary>A bound on the members, or a number that merely repeats what is known (「13団体の一覧」「144は全体の何%」).</summary>
    private static bool TryReadMembers(Question question, IReadOnlyList<RegionalAgreement> records, out NumberCondition? members)
    {
        members = null;
        foreach (var token in question.Tokens.OfType<NumberToken>())
        {
            var number = token.Number;
            if (number.IsTop)
                continue;
            if (number.Comparison != NumberComparison.Equal)
                members = number.Condition;
            else if (number.Value == records.Count || number.Value == records.Sum(record => record.MemberCount) || number.Value <= 3 || number.Unit is "区")
                continue;
            else if (!records.Any(record => record.MemberCount == number.Value))
                return false;
            else if (!question.Names(TermKind.Association) && !question.YesNo)
                members = number.Condition;
        }

        return true;
    }

    /// <summary>Reads the associations named: by their own name, or as a prefecture with or without 市長会 / 町村会.</summary>
    private sealed class PartnerReader(Question question, IReadOnlyList<RegionalAgreement> records)
    {
        private readonly List<RegionalAgreement> partners = [];
        private readonly List<string> missing = [];
        private readonly List<AssociationKind> kinds = [];
        private readonly List<RegionalAgreement> excluded = [];

        public IReadOnlyList<RegionalAgreement> Partners => partners;

        public IReadOnlyList<string> Missing => missing;

        public IReadOnlyList<AssociationKind> Kinds => kinds;

        public bool IsExcluded(RegionalAgreement record) => excluded.Contains(record);

        public void Read()
        {
            var tokens = Current();
            var attached = new HashSet<Token>();
            for (var i = 0; i + 1 < tokens.Count; i++)
            {
                if (tokens[i + 1].Is(TermKind.AssociationKind) && (tokens[i].Is(TermKind.Prefecture) || tokens[i].Is(TermKind.Association)) && tokens[i + 1].Follows(tokens[i], gap: 1))
                    attached.Add(tokens[i + 1]);
            }

            foreach (var token in tokens.Where(token => token.Is(TermKind.AssociationKind) && !attached.Contains(token)))
            {
                if (token.Excluded)
                    excluded.AddRange(records.Where(record => record.Kind == KindOf(token)));
                else
                    kinds.Add(KindOf(token));
            }

            for (var i = 0; i < tokens.Count; i++)
            {
                var token = tokens[i];
                if (token.Of(TermKind.Association) is { } association)
                {
                    var record = records.First(record => record.Name == association.Name);
                    // 「町村会は？」 after a question about 青森県市長会 means the other association of that prefecture.
                    if (token.Inherited && kinds.Count > 0)
                        Add(token, record.Prefecture, kinds);
                    else
                        Add(token, [record]);
                    if (i + 1 < tokens.Count && attached.Contains(tokens[i + 1]))
                        Add(token, record.Prefecture, [KindOf(tokens[i + 1])]);
                }
                else if (token.Of(TermKind.Prefecture) is { } prefecture)
                {
                    var next = i + 1 < tokens.Count && attached.Contains(tokens[i + 1]) ? tokens[i + 1] : null;
                    List<AssociationKind> own = next is null ? kinds : [KindOf(next)];
                    // 「京都府の市長会と町村会」
                    if (next is not null && i + 2 < tokens.Count && tokens[i + 2].Is(TermKind.AssociationKind) && !attached.Contains(tokens[i + 2]) && tokens[i + 2].Follows(next, gap: 1))
                        own.Add(KindOf(tokens[i + 2]));
                    Add(token, prefecture.Name, own);
                }
            }
        }

        /// <summary>The tokens that name partners; those taken over from the question before only as far as nothing new stands in their place.</summary>
        private List<TermToken> Current()
        {
            var all = question.TermTokens.Where(token => token.Is(TermKind.Association) || token.Is(TermKind.AssociationKind) || token.Is(TermKind.Prefecture)).ToList();
            var renewed = all.Exists(token => !token.Inherited && (token.Is(TermKind.Association) || token.Is(TermKind.Prefecture)));
            // 「一番少ないのは？」 after a question about one association asks about them all.
            if (!renewed && all.TrueForAll(token => token.Inherited) && (question.Asks(Operation.Max) || question.Asks(Operation.Min) || question.Asks(Operation.First) || question.Asks(Operation.Last)))
                return [];
            return renewed ? all.FindAll(token => !token.Inherited || token.Is(TermKind.AssociationKind)) : all;
        }

        private void Add(TermToken token, string prefecture, IReadOnlyList<AssociationKind> ofKinds)
        {
            var found = records.Where(record => record.Prefecture == prefecture && (ofKinds.Count == 0 || ofKinds.Contains(record.Kind))).ToList();
            foreach (var kind in ofKinds)
            {
                if (!found.Exists(record => record.Kind == kind) && !token.Excluded)
                    missing.Add(prefecture + NameOf(kind));
            }

            if (ofKinds.Count == 0 && found.Count == 0 && !token.Excluded)
                missing.Add(prefecture);
            Add(token, found);
        }

        private void Add(TermToken token, IReadOnlyList<RegionalAgreement> found)
        {
            foreach (var record in found)
            {
                var into = token.Excluded ? excluded : partners;
                if (!into.Contains(record))
                    into.Add(record);
            }
        }

        private static AssociationKind KindOf(TermToken token) =>
            token.Of(TermKind.AssociationKind)!.Name == AgreementTerms.Mayors ? AssociationKind.MayorsAssociation : AssociationKind.TownVillageAssociation;
    }

    public static string NameOf(AssociationKind kind) => kind == AssociationKind.MayorsAssociation ? AgreementTerms.Mayors : AgreementTerms.Towns;
}
