namespace RenkeiBot.Data.Records;

/// <summary>A ward, municipality, prefecture or association named in a record. The loader resolves it to a record of the register.</summary>
/// <param name="Name">The full name, without 郡: 「荒川区」, 「坂井市」, 「北海道町村会」.</param>
/// <param name="Prefecture">Its prefecture, where the name alone is not enough.</param>
public sealed record NamedPlace(string Name, string? Prefecture = null);
