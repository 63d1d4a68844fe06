using System.Numerics;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>Compares two parties: the points of each reason, or nothing where they have nothing in common or one lies outside of where the other looks.</summary>
internal sealed class MatchScorer(MatchWeights weights)
{
    /// <summary>The points of a pair; null for no match. Which of the two comes first does not change the sum.</summary>
    /// <param name="first">One party.</param>
    /// <param name="second">The other one.</param>
    /// <param name="hasRoom">Whether there is more than one place.</param>
    public MatchTally? Compare(Party first, Party second, bool hasRoom)
    {
        // What decides for nearly every pair comes first.
        var fields = BitOperations.PopCount((uint)(first.Fields & second.Fields));
        var (given, received) = (Meeting(first.Offer, second.Need), Meeting(second.Offer, first.Need));
        if (fields == 0 && given == 0 && received == 0)
            return null;
        var (placeOfSecond, placeOfFirst) = (first.Areas.PlaceOf(second.Profile), second.Areas.PlaceOf(first.Profile));
        if (placeOfSecond == AreaSet.Place.Outside || placeOfFirst == AreaSet.Place.Outside)
            return null;

        var percent = first.IsDerived || second.IsDerived ? weights.DerivedPercent : 100;
        var strength = StrengthOf(first.Profile, second.Profile);
        var agreement = AgreementOf(first.Profile, second.Profile) is null ? 0 : weights.Agreement;
        return new MatchTally
        {
            Given = given * percent / 100,
            Received = received * percent / 100,
            Field = fields == 0 ? 0 : weights.Field + weights.FieldMore * Math.Min(fields - 1, weights.FieldMoreMost),
            RegionOfSecond = PointsOf(placeOfSecond),
            RegionOfFirst = PointsOf(placeOfFirst),
            Season = BitOperations.PopCount(first.SharedMonths(second)) is > 0 and var months ? weights.Season + weights.SeasonMore * Math.Min(months - 1, weights.SeasonMoreMost) : 0,
            Ties = strength switch
            {
                TieStrength.Direct => weights.TieDirect,
                TieStrength.Event => weights.TieEvent,
                TieStrength.Area => weights.TieArea,
                TieStrength.Listed => weights.TieListed,
                _ => 0,
            },
            Agreement = agreement,
            Capacity = hasRoom ? weights.Capacity : 0,
            Novelty = strength == TieStrength.None && AgreementOf(first.Profile, second.Profile) is null && IsElsewhere(first.Profile, second.Profile) ? weights.Novelty : 0,
        };
    }

    /// <summary>How close two have been; a ward and somebody in the list of 2015 are at least listed.</summary>
    public static TieStrength StrengthOf(OrganisationProfile one, OrganisationProfile other)
    {
        var strength = TieOf(one, other)?.Strength ?? TieStrength.None;
        return strength == TieStrength.None && ((one.IsWard && other.IsListed) || (other.IsWard && one.IsListed)) ? TieStrength.Listed : strength;
    }

    /// <summary>The closest tie of two; null for none.</summary>
    public static KnownTie? TieOf(OrganisationProfile one, OrganisationProfile other)
    {
        if (one.Ties is null && other.Ties is null)
            return null;
        if (one.Ties is { } ties && ties.With.TryGetValue(other.Index, out var tie))
            return tie;
        return InPrefecture(one, other) ?? InPrefecture(other, one);
    }

    /// <summary>The association by whose agreement two are tied: one is a ward, the other a member of it.</summary>
    public static string? AgreementOf(OrganisationProfile one, OrganisationProfile other) => one.IsWard == other.IsWard ? null : one.Agreement ?? other.Agreement;

    private static KnownTie? InPrefecture(OrganisationProfile ward, OrganisationProfile other) =>
        ward.IsWard && !other.IsWard && ward.Ties is { } ties && ties.InPrefecture.TryGetValue(other.Prefecture, out var tie) ? tie : null;

    private static bool IsElsewhere(OrganisationProfile one, OrganisationProfile other) => one.Prefecture != 0 && other.Prefecture != 0 && one.Prefecture != other.Prefecture;

    private int Meeting(Terms offer, Terms need)
    {
        var concepts = offer.SharedConcepts(need);
        var pieces = offer.Pieces.Length == 0 || need.Pieces.Length == 0 ? 0 : offer.SharedPieces(need, weights.WordMost);
        return (concepts == 0 ? 0 : weights.Complement + weights.ComplementMore * Math.Min(concepts - 1, weights.ComplementMoreMost)) + weights.Word * pieces;
    }

    private int PointsOf(AreaSet.Place place) => place switch
    {
        AreaSet.Place.Named => weights.RegionByName,
        AreaSet.Place.Inside => weights.Region,
        _ => 0,
    };
}
