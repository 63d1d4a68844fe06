using System.Text.Json.Serialization;
using RenkeiBot.Data.Proposals;

namespace RenkeiBot.Data.Records;

/// <summary>
/// Something that municipalities give to each other and ask of each other, with the words for it (<c>field-words.json</c>): an offer and a need meet where both speak of it. The lists are
/// written for this service from what municipalities exchange, not taken from a document.
/// </summary>
/// <param name="Key">The key, unique within the kind.</param>
/// <param name="Name">What it is called where a reason is given.</param>
/// <param name="Fields">The 分野 it belongs to; none for words that every proposal has and that say nothing.</param>
/// <param name="Words">The words, as they are written. A single kanji counts only where no other kanji stands beside it.</param>
/// <param name="GivenBy">Who usually has it to give; null for either. It is used only where a text does not say who gives.</param>
/// <param name="GivenFor">The key of what whoever gives it looks for: a market looks for goods. It too is used only where a text does not say so itself.</param>
/// <param name="Broader">The key of what it is a kind of: whoever speaks of crabs speaks of local products.</param>
public sealed record FieldConcept(
    string Key,
    string Name,
    IReadOnlyList<ProposalField> Fields,
    IReadOnlyList<string> Words,
    GivingSide? GivenBy = null,
    string? GivenFor = null,
    string? Broader = null) : IRecord
{
    /// <summary>Empty: the words come from no document.</summary>
    [JsonIgnore]
    public IReadOnlyList<SourceRef> Sources => [];

    /// <inheritdoc/>
    [JsonIgnore]
    public IReadOnlyList<OtherReading>? OtherReadings => null;
}

/// <summary>Who usually gives something in a collaboration of a ward and another municipality.</summary>
public enum GivingSide
{
    /// <summary>The municipality outside of the 23 wards.</summary>
    Regions,

    /// <summary>The ward.</summary>
    Wards,
}
