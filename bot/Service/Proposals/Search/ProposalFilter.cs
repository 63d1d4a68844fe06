using RenkeiBot.Data.Proposals;

namespace RenkeiBot.Service.Proposals.Search;

/// <summary>What a search asks for beside its words.</summary>
internal sealed class ProposalFilter(SearchTerms terms, DateOnly today)
{
    private readonly int fields = terms.Fields.Aggregate(0, (bits, field) => bits | (1 << (int)field));

    /// <summary>Whether proposals in a state are found at all: those that others can see and that are not over.</summary>
    public static bool IsSearched(ProposalState state) => state is ProposalState.Open or ProposalState.Negotiating or ProposalState.Agreed;

    /// <summary>Whether every proposal passes.</summary>
    public bool IsOpen { get; } = terms is { Fields.Count: 0, Areas.Count: 0, From: null, Until: null, OnlyOpen: false };

    /// <summary>Whether a proposal has what is asked for. An open end of its 実施時期 overlaps everything.</summary>
    public bool Passes(ProposalDocument document) =>
        (fields == 0 || (fields & document.Fields) != 0)
        && (terms.Areas.Count == 0 || terms.Areas.Any(document.Place.LiesIn))
        && (terms.From is not { } from || document.Until is not { } last || last >= from)
        && (terms.Until is not { } until || document.From is not { } first || first <= until)
        && (!terms.OnlyOpen || (document.HasRoom && (document.Deadline is not { } deadline || deadline >= today)));
}
