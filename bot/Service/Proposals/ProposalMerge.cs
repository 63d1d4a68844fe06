using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Proposals;

namespace RenkeiBot.Service.Proposals;

/// <summary>Puts two contents of a proposal together.</summary>
internal static class ProposalMerge
{
    /// <summary>One content with some inputs of another.</summary>
    /// <param name="mine">The content.</param>
    /// <param name="theirs">The other.</param>
    /// <param name="keys">The keys of the inputs that are the other's.</param>
    public static ProposalContent Take(ProposalContent mine, ProposalContent theirs, IEnumerable<string> keys) => keys.Aggregate(mine, (merged, key) => key switch
    {
        ProposalKeys.Title => merged with { Title = theirs.Title },
        ProposalKeys.Text => merged with { Text = theirs.Text },
        ProposalKeys.Fields => merged with { Fields = theirs.Fields },
        ProposalKeys.Offer => merged with { Offer = theirs.Offer },
        ProposalKeys.Need => merged with { Need = theirs.Need },
        ProposalKeys.Areas => merged with { Areas = theirs.Areas },
        ProposalKeys.From => merged with { From = theirs.From },
        ProposalKeys.Until => merged with { Until = theirs.Until },
        ProposalKeys.Places => merged with { Places = theirs.Places },
        ProposalKeys.Deadline => merged with { Deadline = theirs.Deadline },
        ProposalKeys.Budget => merged with { Budget = theirs.Budget },
        ProposalKeys.Contact => merged with { Contact = theirs.Contact },
        ProposalKeys.Links => merged with { Links = theirs.Links },
        _ => throw new ArgumentOutOfRangeException(nameof(keys), key, "There is no such input."),
    });
}
