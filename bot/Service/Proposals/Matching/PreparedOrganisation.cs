using RenkeiBot.Data.Proposals;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>An organisation with its interests as the comparison needs them.</summary>
/// <param name="Party">Its side of a match.</param>
/// <param name="Content">What it registered, or what the records know.</param>
/// <param name="Order">Spreads equals, see <see cref="Spread"/>.</param>
internal sealed record PreparedOrganisation(Party Party, InterestContent Content, ulong Order)
{
    public static PreparedOrganisation Of(OrganisationProfile profile, InterestContent content, bool isDerived, Vocabulary vocabulary) =>
        new(Party.Of(profile, content, isDerived, vocabulary), content, Spread.Of(profile.Organisation.Id));

    /// <summary>Whether it wants recommendations on a day: it has not opted out, takes on something, and is in no quiet period.</summary>
    public bool Listens(DateOnly today) =>
        !Content.OptOut && Content.Capacity is null or > 0
        && !((Content.QuietFrom is not null || Content.QuietUntil is not null) && (Content.QuietFrom ?? DateOnly.MinValue) <= today && today <= (Content.QuietUntil ?? DateOnly.MaxValue));
}
