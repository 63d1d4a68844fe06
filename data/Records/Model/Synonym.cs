using System.Text.Json.Serialization;

namespace RenkeiBot.Data.Records;

/// <summary>Words that mean the same to someone who looks for a proposal (<c>synonyms.json</c>): a search for one of them finds the others too.</summary>
/// <param name="Key">The key, unique within the kind.</param>
/// <param name="Words">The words, two or more, as people write them; a word stands in one group only.</param>
public sealed record Synonym(string Key, IReadOnlyList<string> Words) : IRecord
{
    /// <summary>Empty: what words mean stands in no document of the project.</summary>
    [JsonIgnore]
    public IReadOnlyList<SourceRef> Sources => [];

    /// <inheritdoc/>
    [JsonIgnore]
    public IReadOnlyList<OtherReading>? OtherReadings => null;
}
