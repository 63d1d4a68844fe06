namespace RenkeiBot.Data.Records.Loading.Rules;

/// <summary>The agreements with the associations: their members are the cities, or the towns and villages, of their prefecture.</summary>
internal static class AgreementRules
{
    /// <exception cref="RecordFileException">An agreement contradicts the register, its order, or the totals of the documents.</exception>
    public static void Check(RecordCheck check)
    {
        var agreements = check.Of<RegionalAgreement>();
        for (var i = 0; i < agreements.Count; i++)
        {
            var agreement = agreements[i];
            if (agreement.Order != i + 1)
                throw check.Refuse(agreement, "order", $"The order is {agreement.Order}, but this is number {i + 1} of the list.");
            if (i > 0 && agreement.SignedOn < agreements[i - 1].SignedOn)
                throw check.Refuse(agreement, "signedOn", "The list is in the order of signing, but this agreement is older than the one before.");

            var mayors = agreement.Kind == AssociationKind.MayorsAssociation;
            if (agreement.Name != agreement.Prefecture + (mayors ? "市長会" : "町村会"))
                throw check.Refuse(agreement, "name", "The name does not agree with the prefecture and the kind.");

            var members = check.Of<Municipality>().Count(municipality => municipality.Prefecture == agreement.Prefecture
                && (mayors ? municipality.Kind == MunicipalityKind.City : municipality.Kind is MunicipalityKind.Town or MunicipalityKind.Village));
            if (agreement.MemberCount != members)
                throw check.Refuse(agreement, "memberCount", $"The agreement counts {agreement.MemberCount} members, the register has {members}.");
        }

        var municipalities = check.Need<Figure>("agreement-municipalities-2024-06-18");
        var sum = agreements.Sum(agreement => agreement.MemberCount);
        if (municipalities.Value != sum)
            throw check.Refuse(municipalities, "value", $"The agreements have {sum} members together.");

        var associations = check.Need<Figure>("agreement-associations-2024-06-18");
        if (associations.Value != agreements.Count)
            throw check.Refuse(associations, "value", $"There are {agreements.Count} agreements.");
    }
}
