namespace RenkeiBot.Data.Records;

/// <summary>A municipality, ward or prefecture as a document names it; the loader resolves the name to a code.</summary>
/// <param name="Name">The name in full, with 市, 町, 村 or 区 at its end (for example 「坂井市」).</param>
/// <param name="Prefecture">The prefecture, where the document or the list of municipalities settles it.</param>
public sealed record NamedPlace(string Name, string? Prefecture = null);
