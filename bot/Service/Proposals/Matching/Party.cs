using RenkeiBot.Data.Proposals;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>One side of a match, prepared for the comparison: a proposal with who makes it, or an organisation with its interests. Both are compared alike, so that what is symmetric in words is so in points.</summary>
internal sealed class Party
{
    private Party(OrganisationProfile profile, IReadOnlyList<ProposalField> fields, Terms offer, Terms need, AreaSet areas)
    {
        Profile = profile;
        Offer = offer;
        Need = need;
        Areas = areas;
        foreach (var field in fields.Where(field => field != ProposalField.Other))
            Fields |= (ushort)(1 << (int)field);
    }

    /// <summary>Who it is.</summary>
    public OrganisationProfile Profile { get; }

    /// <summary>提供できること.</summary>
    public Terms Offer { get; }

    /// <summary>求めること.</summary>
    public Terms Need { get; }

    /// <summary>対象地域.</summary>
    public AreaSet Areas { get; }

    /// <summary>分野, one bit each; その他 is nothing that two have in common.</summary>
    public ushort Fields { get; }

    /// <summary>The months that suit, bit 1 to 12; 0 for any.</summary>
    public ushort Months { get; private init; }

    /// <summary>実施時期 where it has both ends, as months since year 0; null otherwise.</summary>
    public (int First, int Last)? Period { get; private init; }

    /// <summary>Whether the records stand in for what the organisation has not registered.</summary>
    public bool IsDerived { get; private init; }

    public static Party Of(OrganisationProfile profile, InterestContent content, bool isDerived, Vocabulary vocabulary)
    {
        ushort months = 0;
        foreach (var month in content.Months.Where(month => month is >= 1 and <= 12))
            months |= (ushort)(1 << month);
        return new Party(profile, content.Fields, vocabulary.Read(content.Offer), vocabulary.Read(content.Need), AreaSet.Of(content.Areas)) { Months = months, IsDerived = isDerived };
    }

    public static Party Of(OrganisationProfile profile, ProposalContent content, Vocabulary vocabulary)
    {
        var (offer, need) = (vocabulary.Read(content.Offer), vocabulary.Read(content.Need));
        if (offer == Terms.None && need == Terms.None)
        {
            var all = vocabulary.Read(content.Title + "\n" + content.Text);
            var sides = vocabulary.Sides(all.Concepts, profile.IsWard);
            (offer, need) = (all with { Concepts = sides.Offer }, all with { Concepts = sides.Need });
        }

        (int First, int Last)? period = content is { From: { } from, Until: { } until } && from <= until ? (MonthOf(from), MonthOf(until)) : null;
        return new Party(profile, content.Fields, offer, need, AreaSet.Of(content.Areas)) { Period = period, Months = period is { } span ? MonthsIn(span.First, span.Last) : (ushort)0 };
    }

    /// <summary>The months in which both can, bit 1 to 12; 0 for none, and where one of them says nothing. Two proposals with dates must meet in the same year.</summary>
    public ushort SharedMonths(Party other)
    {
        if (Period is { } mine && other.Period is { } theirs)
            return MonthsIn(Math.Max(mine.First, theirs.First), Math.Min(mine.Last, theirs.Last));
        return (ushort)(Months & other.Months);
    }

    private static int MonthOf(DateOnly day) => day.Year * 12 + day.Month - 1;

    private static ushort MonthsIn(int first, int last)
    {
        ushort months = 0;
        for (var month = first; month <= last && month < first + 12; month++)
            months |= (ushort)(1 << (month % 12 + 1));
        return months;
    }
}
