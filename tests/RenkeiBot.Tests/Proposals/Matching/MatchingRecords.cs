using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;
using RenkeiBot.Service.Proposals.Matching;
using RenkeiBot.Tests.Data;

namespace RenkeiBot.Tests.Proposals.Matching;

/// <summary>The delivered records for the tests of the matching, whole or without what they say of one case.</summary>
internal static class MatchingRecords
{
    private static readonly JsonSerializerOptions Japanese = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly Lazy<RecordSet> All = new(() =>
        RecordSet.Create(RecordLoader.LoadAsync(RecordFolder.Delivered, CancellationToken.None).GetAwaiter().GetResult().SelectMany(file => file.Records)));

    private static readonly Lazy<OrganisationProfiles> SharedProfiles = new(() => new OrganisationProfiles(All.Value));

    /// <summary>A day on which the proposals of the tests are open.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 21);

    public static RecordSet Records => All.Value;

    public static OrganisationProfiles Profiles => SharedProfiles.Value;

    public static MatchBoard Board() => new(Profiles, new MatchWeights());

    public static OrganisationKey Ward(string name) => new(OrganisationKind.Ward, Records.Of<Municipality>().Single(one => one.Kind == MunicipalityKind.Ward && one.Name == name).Code);

    public static OrganisationKey Municipality(string prefecture, string name) =>
        new(OrganisationKind.Municipality, Records.Of<Municipality>().Single(one => one.Prefecture == prefecture && one.Name == name).Code);

    /// <summary>An open proposal of an organisation.</summary>
    public static Proposal Proposal(OrganisationKey owner, ProposalContent content, Guid? id = null) => new()
    {
        Id = id ?? Guid.NewGuid(),
        State = ProposalState.Open,
        TenantId = "tenant",
        AadObjectId = "person",
        OrganisationKind = owner.Kind,
        OrganisationId = owner.Id,
        OrganisationName = Profiles.Find(owner).Name,
        Content = content,
        Deadline = content.Deadline,
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>
    /// The records without everything that speaks of a case: records with one of its wards and one of its words, and of the facts the statements that have one of its words.
    /// </summary>
    public static RecordSet Without(IReadOnlyCollection<string> wards, IReadOnlyCollection<string> words) => RecordSet.Create(Records.All().Select(record => Trimmed(record, wards, words)).OfType<IRecord>());

    private static IRecord? Trimmed(IRecord record, IReadOnlyCollection<string> wards, IReadOnlyCollection<string> words)
    {
        bool Speaks(object part) => JsonSerializer.Serialize(part, part.GetType(), Japanese) is var text && words.Any(word => text.Contains(word, StringComparison.Ordinal));
        return record switch
        {
            Fact fact when Speaks(fact.Subject) => null,
            Fact fact => fact with { Aspects = [.. fact.Aspects.Where(aspect => !Speaks(aspect))] },
            Tie or WardProject or RegionalPlan or ProjectEvent or Exhibition or Milestone or Meeting =>
                JsonSerializer.Serialize(record, record.GetType(), Japanese) is var text && wards.Any(ward => text.Contains(ward, StringComparison.Ordinal)) && Speaks(record) ? null : record,
            _ => record,
        };
    }
}
