using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;
using RenkeiBot.Service.Proposals.Search;
using RenkeiBot.Tests.Data;

namespace RenkeiBot.Tests.Proposals.Search;

/// <summary>Proposals for tests of the search, and an index over the delivered records.</summary>
internal static class SearchFixture
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly Lazy<RecordSet> Loaded = new(() =>
        RecordSet.Create(Task.Run(() => RecordLoader.LoadAsync(RecordFolder.Delivered, CancellationToken.None)).GetAwaiter().GetResult().SelectMany(file => file.Records)));

    public static RecordSet Records => Loaded.Value;

    public static ProposalIndex Index(params IEnumerable<Proposal> proposals)
    {
        var index = new ProposalIndex(() => Records);
        foreach (var proposal in proposals)
            index.Set(proposal);
        return index;
    }

    public static Proposal Proposal(string title, string organisation = "180009", OrganisationKind kind = OrganisationKind.Municipality, int posted = 0, Func<ProposalContent, ProposalContent>? with = null)
    {
        var content = new ProposalContent { Title = title };
        content = with?.Invoke(content) ?? content;
        return new Proposal
        {
            Id = Guid.NewGuid(), State = ProposalState.Open, TenantId = "t", AadObjectId = "p", OrganisationKind = kind, OrganisationId = organisation,
            OrganisationName = NameOf(organisation), Content = content, Deadline = content.Deadline,
            CreatedAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), PostedAt = new DateTimeOffset(2026, 11, 1, 0, posted, 0, TimeSpan.Zero), UpdatedAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
        };
    }

    /// <summary>A proposal of a municipality or ward, by its name.</summary>
    public static Proposal Of(string municipality, string title, Func<ProposalContent, ProposalContent>? with = null)
    {
        var place = Records.Of<Municipality>().Single(one => one.Name == municipality);
        return Proposal(title, place.Code, place.Kind == MunicipalityKind.Ward ? OrganisationKind.Ward : OrganisationKind.Municipality, with: with);
    }

    public static IReadOnlyList<string> Titles(string words, params Proposal[] proposals) => Titles(new SearchTerms { Words = words }, proposals);

    public static IReadOnlyList<string> Titles(SearchTerms terms, params Proposal[] proposals) => Titles(terms, ProposalOrder.Relevance, proposals);

    public static IReadOnlyList<string> Titles(SearchTerms terms, ProposalOrder order, params Proposal[] proposals)
    {
        var found = Index(proposals).Search(terms, order, 0, 100, Today);
        return [.. found.Ids.Select(id => proposals.Single(proposal => proposal.Id == id).Content.Title)];
    }

    private static string NameOf(string organisation) => Records.Find<Municipality>(organisation) is { } place
        ? (place.Kind == MunicipalityKind.Ward ? place.Name : place.Prefecture + place.Name)
        : Records.Find<Prefecture>(organisation)?.Name ?? organisation;
}
