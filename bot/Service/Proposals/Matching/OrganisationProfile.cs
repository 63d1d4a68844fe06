using RenkeiBot.Data.Members;
using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>An organisation as the matching sees it: who it is, where, and what the records know of it.</summary>
/// <param name="Index">Its place in <see cref="OrganisationProfiles.All"/>; -1 for one that the records do not have.</param>
/// <param name="Organisation">Which organisation.</param>
/// <param name="PrefectureName">Its prefecture; empty for one that belongs to none.</param>
/// <param name="OwnName">Its name without the prefecture.</param>
/// <param name="Prefecture">The number of its prefecture, 1 to 47; 0 for one that belongs to none.</param>
/// <param name="Region">Its region; null for one that belongs to none.</param>
/// <param name="Agreement">The association with an agreement that it is, or is a member of.</param>
/// <param name="IsListed">Whether it is in the list of 2015 of those that have to do with the wards.</param>
/// <param name="Ties">What it has done with others; null for nothing.</param>
internal sealed record OrganisationProfile(
    int Index,
    OrganisationKey Organisation,
    string PrefectureName,
    string OwnName,
    int Prefecture,
    Region? Region,
    string? Agreement = null,
    bool IsListed = false,
    OrganisationTies? Ties = null)
{
    /// <summary>Its name as shown: a municipality with its prefecture. Put together when asked, as the names of all would be held for nothing.</summary>
    public string Name => Organisation.Kind == OrganisationKind.Municipality && OwnName != PrefectureName ? PrefectureName + OwnName : OwnName;

    /// <summary>Whether it is one of the 23 wards.</summary>
    public bool IsWard => Organisation.Kind == OrganisationKind.Ward;

    /// <summary>An organisation that the records do not have, such as a company: its id is its name.</summary>
    public static OrganisationProfile Unlisted(OrganisationKey organisation) => new(-1, organisation, "", organisation.Id, 0, null);
}

/// <summary>What an organisation has done with others.</summary>
/// <param name="With">By <see cref="OrganisationProfile.Index"/> of the other one.</param>
/// <param name="InPrefecture">By the number of a prefecture: with somebody there; only of wards.</param>
internal sealed record OrganisationTies(IReadOnlyDictionary<int, KnownTie> With, IReadOnlyDictionary<int, KnownTie> InPrefecture);

/// <summary>One thing that two have done with each other.</summary>
/// <param name="Strength">How close it was.</param>
/// <param name="Title">What it was, as the records call it.</param>
internal sealed record KnownTie(TieStrength Strength, string Title);

/// <summary>How close a tie is, the weakest first.</summary>
internal enum TieStrength
{
    /// <summary>None.</summary>
    None,

    /// <summary>In the list of 2015.</summary>
    Listed,

    /// <summary>With others of the prefecture.</summary>
    Area,

    /// <summary>In the same event.</summary>
    Event,

    /// <summary>With each other.</summary>
    Direct,
}
