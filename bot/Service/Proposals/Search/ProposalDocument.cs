using System.Runtime.InteropServices;
using RenkeiBot.Data.Proposals;

namespace RenkeiBot.Service.Proposals.Search;

/// <summary>A proposal as it is searched: its text in the matching form, and what it is filtered and sorted by. It never changes.</summary>
internal sealed class ProposalDocument
{
    public required Guid Id { get; init; }

    /// <summary>All of its text in the matching form, one line for each piece.</summary>
    public required string Text { get; init; }

    /// <summary>One bit for each field.</summary>
    public required int Fields { get; init; }

    public required ProposalPlace Place { get; init; }

    public required DateOnly? From { get; init; }

    public required DateOnly? Until { get; init; }

    public required DateOnly? Deadline { get; init; }

    /// <summary>Whether another organisation fits in (募集数).</summary>
    public required bool HasRoom { get; init; }

    public required DateTimeOffset PostedAt { get; init; }
}

/// <summary>A document with the characters and pairs of characters by which it is found, and how much each weighs.</summary>
/// <param name="Document">The document.</param>
/// <param name="Grams">The weight of each gram, by <see cref="Gram"/>.</param>
internal sealed record ReadProposal(ProposalDocument Document, IReadOnlyDictionary<long, int> Grams)
{
    // How much a word counts by where it stands: what a proposal is called says best what it is about.
    private const int TitleWeight = 6;
    private const int PlaceWeight = 4;
    private const int FieldWeight = 4;
    private const int SideWeight = 2;
    private const int TextWeight = 1;

    /// <summary>Reads a proposal.</summary>
    public static ReadProposal Of(Proposal proposal, ProposalPlace place)
    {
        var content = proposal.Content;
        var grams = new Dictionary<long, int>();
        var lines = new List<string>();
        Add(content.Title, TitleWeight);
        Add(proposal.OrganisationName, PlaceWeight);
        foreach (var name in place.Names)
            Add(name, PlaceWeight);
        foreach (var field in content.Fields)
        {
            foreach (var name in field.JapaneseName().Split('・'))
                Add(name, FieldWeight);
        }

        Add(content.Offer, SideWeight);
        Add(content.Need, SideWeight);
        Add(content.Text, TextWeight);
        return new ReadProposal(
            new ProposalDocument
            {
                Id = proposal.Id,
                Text = string.Join('\n', lines),
                Fields = content.Fields.Aggregate(0, (bits, field) => bits | (1 << (int)field)),
                Place = place,
                From = content.From,
                Until = content.Until,
                Deadline = proposal.Deadline,
                HasRoom = content.Places is not { } places || places > proposal.Taken,
                PostedAt = proposal.PostedAt ?? proposal.CreatedAt,
            },
            grams);

        void Add(string text, int weight)
        {
            if (text.Length == 0)
                return;
            var read = SearchText.Read(text);
            lines.Add(read.Text);
            foreach (var gram in Gram.Of(read))
                CollectionsMarshal.GetValueRefOrAddDefault(grams, gram, out _) += weight;
            // Another spelling of the same place in the text counts no more than the place itself.
            foreach (var spelling in Spellings.Of(read))
            {
                lines.Add(spelling);
                foreach (var gram in Gram.Of(SearchText.Read(spelling)))
                    grams.TryAdd(gram, weight);
            }
        }
    }
}
