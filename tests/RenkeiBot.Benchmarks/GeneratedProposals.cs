using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Proposals.Matching;

namespace RenkeiBot.Benchmarks;

/// <summary>Proposals and interests as municipalities could write them, of the words of the records; the same ones every time.</summary>
internal sealed class GeneratedProposals(RecordSet records, OrganisationProfiles profiles)
{
    private static readonly string[] Regions = [.. Enum.GetNames<Region>()];

    private readonly List<FieldConcept> concepts = [.. records.Of<FieldConcept>().Where(concept => concept.Fields.Count > 0)];
    private readonly Random random = new(4);

    /// <summary>An open proposal: two out of three by a municipality, the rest by a ward.</summary>
    public Proposal Proposal(DateOnly today)
    {
        var owner = random.Next(3) == 0 ? profiles.All[random.Next(23)] : profiles.All[23 + random.Next(1718)];
        var (mine, theirs) = (Some(2), Some(2));
        var from = today.AddDays(random.Next(300));
        return new Proposal
        {
            Id = NextId(),
            State = ProposalState.Open,
            TenantId = "tenant",
            AadObjectId = "person",
            OrganisationKind = owner.Organisation.Kind,
            OrganisationId = owner.Organisation.Id,
            OrganisationName = owner.Name,
            Content = new ProposalContent
            {
                Title = $"{owner.Name}の{Word(mine[0])}を活かした連携事業",
                Text = $"{owner.Name}では、{Word(mine[0])}と{Word(mine[1])}に取り組んでいます。{Word(theirs[0])}のある自治体の皆さまと一緒に実施したいと考えています。",
                Fields = [.. mine.Concat(theirs).SelectMany(concept => concept.Fields.Take(1)).Distinct().Order().Take(3)],
                Offer = $"{Word(mine[0])}や{Word(mine[1])}を提供できます。{Word(mine[0])}の担当者が伺います。",
                Need = $"{Word(theirs[0])}と{Word(theirs[1])}を求めています。",
                Areas = Areas(owner),
                From = random.Next(3) == 0 ? null : from,
                Until = from.AddDays(random.Next(120)),
                Places = random.Next(4) == 0 ? null : random.Next(1, 6),
                Deadline = today.AddDays(random.Next(200)),
            },
            CreatedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        };
    }

    /// <summary>What an organisation could have registered.</summary>
    public InterestContent Interest()
    {
        var (mine, theirs) = (Some(4), Some(4));
        return new InterestContent
        {
            Fields = [.. mine.Concat(theirs).SelectMany(concept => concept.Fields.Take(1)).Distinct().Order().Take(4)],
            Offer = string.Join('、', mine.Select(Word)),
            Need = string.Join('、', theirs.Select(Word)),
            Areas = random.Next(3) == 0 ? [Regions[random.Next(Regions.Length)], Area.Wards] : [],
            Months = random.Next(2) == 0 ? [.. Enumerable.Range(0, 4).Select(_ => random.Next(1, 13)).Distinct().Order()] : [],
            Capacity = random.Next(2) == 0 ? null : random.Next(1, 5),
        };
    }

    private List<string> Areas(OrganisationProfile owner) => random.Next(3) switch
    {
        0 => [],
        1 when !owner.IsWard => [Area.Wards],
        _ => [Regions[random.Next(Regions.Length)], Area.OfPrefecture(random.Next(1, 48))],
    };

    private List<FieldConcept> Some(int count) => [.. Enumerable.Range(0, count).Select(_ => concepts[random.Next(concepts.Count)])];

    private string Word(FieldConcept concept) => concept.Words[random.Next(concept.Words.Count)];

    private Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
