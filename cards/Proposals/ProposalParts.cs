namespace RenkeiBot.Cards.Proposals;

/// <summary>The parts that several proposals' cards are put together from.</summary>
internal static class ProposalParts
{
    private const int MaxKey = 115;

    /// <summary>The key of an organisation: its kind and its code or name.</summary>
    internal static string Key(string key) => CardText.Line(key, MaxKey);
}
