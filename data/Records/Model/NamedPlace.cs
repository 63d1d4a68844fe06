namespace RenkeiBot.Data.Records;

/// <summary>A municipality, ward or prefecture as a document names it. The loader resolves the name to its code (全国地方公共団体コード).</summary>
/// <param name="Name">The name without district (郡), for example 「坂井市」 or 「荒川区」.</param>
/// <param name="Prefecture">The prefecture with its suffix (「福井県」), where it is known.</param>
public sealed record NamedPlace(string Name, string? Prefecture = null);
