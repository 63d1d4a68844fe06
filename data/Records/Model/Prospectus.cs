namespace RenkeiBot.Data.Records;

/// <summary>The prospectus (趣意書) with which the project was announced (<c>prospectus.json</c>).</summary>
/// <param name="Key">The key, unique within the kind.</param>
/// <param name="Title">Its title.</param>
/// <param name="Aliases">Other names of it.</param>
/// <param name="Date">The day it bears.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Paragraphs">Its paragraphs in order, in full.</param>
/// <param name="Concerns">What it worries about, one statement each.</param>
/// <param name="Aims">What it wants to reach, one statement each.</param>
/// <param name="Means">What it announces to do, one statement each.</param>
/// <param name="Sources">Where it stands.</param>
/// <param name="OtherReadings">Readings that were not taken.</param>
public sealed record Prospectus(
    string Key,
    string Title,
    IReadOnlyList<string> Aliases,
    DateOnly Date,
    string Issuer,
    IReadOnlyList<ProspectusParagraph> Paragraphs,
    IReadOnlyList<ProspectusPoint> Concerns,
    IReadOnlyList<ProspectusPoint> Aims,
    IReadOnlyList<ProspectusPoint> Means,
    IReadOnlyList<SourceRef> Sources,
    IReadOnlyList<OtherReading>? OtherReadings = null) : IRecord;

/// <summary>A paragraph of the prospectus.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Topic">What it is about, in a few words.</param>
/// <param name="Text">The paragraph in full.</param>
/// <param name="Source">Where it stands.</param>
public sealed record ProspectusParagraph(int Number, string Topic, string Text, SourceRef Source);

/// <summary>One statement drawn from a paragraph.</summary>
/// <param name="Text">The statement as a complete sentence.</param>
/// <param name="Paragraph">The number of the paragraph it stands in.</param>
public sealed record ProspectusPoint(string Text, int Paragraph);
