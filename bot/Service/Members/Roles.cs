using RenkeiBot.Cards;
using RenkeiBot.Data.Members;

namespace RenkeiBot.Service.Members;

/// <summary>The roles in words, and which organisations they go with.</summary>
internal static class Roles
{
    private static readonly (MemberRole Role, string Name)[] All =
    [
        (MemberRole.LiaisonOfficer, "特別区の連携担当"),
        (MemberRole.MunicipalityMember, "自治体・団体・企業の担当"),
        (MemberRole.Secretariat, "事務局"),
        (MemberRole.Observer, "閲覧のみ"),
    ];

    public static IReadOnlyList<CardChoice> Choices { get; } = [.. All.Select(one => new CardChoice(one.Name, one.Role.ToString()))];

    public static string NameOf(MemberRole role) => Array.Find(All, one => one.Role == role).Name;

    /// <summary>The role that a card sent: by its value, or as typed.</summary>
    public static MemberRole? Parse(string? value) =>
        Array.FindIndex(All, one => one.Role.ToString() == value || one.Name == value) is >= 0 and var index ? All[index].Role : null;

    /// <summary>Why a role does not go with an organisation, in words; null where it does.</summary>
    public static string? Mismatch(MemberRole role, OrganisationKind organisation) => role switch
    {
        MemberRole.LiaisonOfficer when organisation != OrganisationKind.Ward => "「特別区の連携担当」は、特別区の方だけが選べます。",
        MemberRole.Secretariat when organisation != OrganisationKind.Secretariat => "「事務局」は、所属が事務局の方だけが選べます。",
        MemberRole.MunicipalityMember when organisation is OrganisationKind.Ward => "特別区の方は「特別区の連携担当」か「閲覧のみ」をお選びください。",
        MemberRole.MunicipalityMember when organisation is OrganisationKind.Secretariat => "事務局の方は「事務局」か「閲覧のみ」をお選びください。",
        _ => null,
    };
}
