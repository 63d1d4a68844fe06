using RenkeiBot.Data.Proposals;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>Puts the points of a pair into reasons with words.</summary>
internal sealed class MatchWording(Vocabulary vocabulary)
{
    private const int MostWords = 4;

    /// <summary>The reasons of a tally; those without points are left out, so that the points of the rest are the score.</summary>
    /// <param name="tally">The points.</param>
    /// <param name="first">The first party of the comparison.</param>
    /// <param name="second">The second one.</param>
    /// <param name="placesLeft">How many places are left; null for any number.</param>
    public IReadOnlyList<MatchReason> Reasons(MatchTally tally, Party first, Party second, int? placesLeft)
    {
        var (one, other) = (first.Profile, second.Profile);
        List<MatchReason> reasons = [];
        Add(MatchReasonKind.Complement, tally.Given, () => Meeting(first, second));
        Add(MatchReasonKind.Complement, tally.Received, () => Meeting(second, first));
        Add(MatchReasonKind.Field, tally.Field, () => $"同じ分野: {Fields(first, second)}");
        Add(MatchReasonKind.Region, tally.RegionOfSecond, () => $"対象地域に入っている: {Inside(first.Areas, other)}");
        Add(MatchReasonKind.Region, tally.RegionOfFirst, () => $"対象地域に入っている: {Inside(second.Areas, one)}");
        Add(MatchReasonKind.Season, tally.Season, () => $"時期が重なる: {Months(first.SharedMonths(second))}");
        Add(MatchReasonKind.Ties, tally.Ties, () => $"交流の実績: {Tie(one, other)}");
        Add(MatchReasonKind.Agreement, tally.Agreement, () => $"連携協定がある: {MatchScorer.AgreementOf(one, other)}");
        Add(MatchReasonKind.Capacity, tally.Capacity, () => placesLeft is { } places ? $"募集の枠に余裕がある: 残り{places}団体" : "募集の枠に余裕がある");
        Add(MatchReasonKind.Novelty, tally.Novelty, () => $"これまで縁のない地域: {Elsewhere(one, other)}");
        return reasons;

        void Add(MatchReasonKind kind, int points, Func<string> text)
        {
            if (points > 0)
                reasons.Add(new MatchReason(kind, points, text()));
        }
    }

    /// <summary>The months of a set in words, from one that follows a month that is not in it: 「12月・1月」.</summary>
    private static string Months(ushort months)
    {
        if (months == 0x1FFE)
            return "通年";
        var all = Enumerable.Range(1, 12).Where(month => (months >> month & 1) != 0).ToList();
        var start = all.FindIndex(month => (months >> (month == 1 ? 12 : month - 1) & 1) == 0);
        return string.Join('・', all.Skip(start).Concat(all.Take(start)).Select(month => $"{month}月"));
    }

    private static string Fields(Party first, Party second) =>
        string.Join('、', Enum.GetValues<ProposalField>().Where(field => (first.Fields & second.Fields & 1 << (int)field) != 0).Select(field => field.JapaneseName()));

    private static string Inside(AreaSet areas, OrganisationProfile profile) =>
        areas.NameFor(profile) is var area && area == profile.Name ? area : $"{area}（{profile.Name}）";

    private static string Tie(OrganisationProfile one, OrganisationProfile other) =>
        MatchScorer.TieOf(one, other)?.Title ?? $"{(one.IsWard ? other : one).Name}は特別区と交流のある自治体の一覧にあります";

    private static string Elsewhere(OrganisationProfile one, OrganisationProfile other) => one.IsWard == other.IsWard ? $"{one.Name}と{other.Name}" : (one.IsWard ? other : one).Name;

    private string Meeting(Party giver, Party taker)
    {
        var words = vocabulary.Names((UInt128)(giver.Offer.Concepts & taker.Need.Concepts)).Concat(giver.Offer.SharedWords(taker.Need)).Take(MostWords);
        return $"提供と求めが合う: {string.Join('、', words)}（{giver.Profile.Name}が提供し、{taker.Profile.Name}が求めています）";
    }
}
