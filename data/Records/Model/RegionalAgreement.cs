namespace RenkeiBot.Data.Records;

/// <summary>
/// A 広域連携協定: the agreement of the ward mayors' association (特別区長会) with a mayors' or a town and village association (<c>regional-agreements.json</c>, 13 of them).
/// </summary>
/// <param name="Key">For example <c>hokkaido-towns</c>.</param>
/// <param name="Order">Its place in the printed list, which is the order of signing (1 to 13).</param>
/// <param name="Name">The association's name, for example 「北海道町村会」.</param>
/// <param name="Prefecture">The association's prefecture.</param>
/// <param name="Kind">Mayors' association or town and village association.</param>
/// <param name="MemberCount">The municipalities that belong to the association (構成自治体数).</param>
/// <param name="SignedOn">The day of the agreement.</param>
/// <param name="Sources">Where it stands; the first is the list of associations.</param>
/// <param name="OtherReadings">Dates or counts of other documents.</param>
/// <param name="Aliases">Other ways to write the association's name that occur in the documents.</param>
public sealed record RegionalAgreement(
    string Key,
    int Order,
    string Name,
    string Prefecture,
    AssociationKind Kind,
    int MemberCount,
    DateOnly SignedOn,
    IReadOnlyList<SourceRef> Sources,
    IReadOnlyList<OtherReading>? OtherReadings = null,
    IReadOnlyList<string>? Aliases = null) : IRecord;

/// <summary>Whose association it is.</summary>
public enum AssociationKind
{
    /// <summary>市長会: the cities of a prefecture.</summary>
    MayorsAssociation,

    /// <summary>町村会: the towns and villages of a prefecture.</summary>
    TownVillageAssociation,
}
