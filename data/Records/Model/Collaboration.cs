namespace RenkeiBot.Data.Records;

/// <summary>A collaboration that organisations agreed on through the members' 掲示板 (<c>collaborations.json</c> is empty: the records are members' rows, made when both sides of an application have agreed).</summary>
/// <param name="Key">The key, unique among collaborations.</param>
/// <param name="Title">What it is about, in a few words: the proposal's title.</param>
/// <param name="Parties">The wards, municipalities, prefectures and associations of the register, each by name; the one that proposed first.</param>
/// <param name="What">What they do together, in full sentences.</param>
/// <param name="AgreedOn">The day on which both sides had agreed, in Japan.</param>
/// <param name="Sources">The 掲示板 (<c>board</c>), with the proposal as the place in it.</param>
/// <param name="Organisations">Parties that the register does not have: companies, other associations.</param>
/// <param name="Fields">The fields in words (「産業・物産」).</param>
/// <param name="When">When it takes place, where the proposal says so.</param>
/// <param name="Aliases">Other names people may use for it.</param>
/// <param name="RelatedKeys">Keys of related records of any kind, as <c>kind:key</c>.</param>
/// <param name="OtherReadings">Readings that were not taken.</param>
public sealed record Collaboration(
    string Key,
    string Title,
    IReadOnlyList<NamedPlace> Parties,
    string What,
    DateOnly AgreedOn,
    IReadOnlyList<SourceRef> Sources,
    IReadOnlyList<string>? Organisations = null,
    IReadOnlyList<string>? Fields = null,
    Period? When = null,
    IReadOnlyList<string>? Aliases = null,
    IReadOnlyList<string>? RelatedKeys = null,
    IReadOnlyList<OtherReading>? OtherReadings = null) : IRecord;
