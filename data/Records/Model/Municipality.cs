using System.Text.Json.Serialization;

namespace RenkeiBot.Data.Records;

/// <summary>
/// A municipality or special ward of Japan (<c>municipalities.json</c>, 1,741 of them, written by the importer). Its identity is its code, never its name:
/// names repeat between prefectures and change.
/// </summary>
/// <param name="Code">The six-digit 全国地方公共団体コード, check digit included.</param>
/// <param name="Name">The name as it is today, with 市, 町, 村 or 区.</param>
/// <param name="Kana">The reading of the whole name in hiragana.</param>
/// <param name="Prefecture">The name of its prefecture.</param>
/// <param name="Kind">City, town, village or special ward.</param>
/// <param name="Aliases">Other spellings and former names; absent for most.</param>
public sealed record Municipality(
    string Code, string Name, string Kana, string Prefecture, MunicipalityKind Kind, IReadOnlyList<NameAlias>? Aliases = null) : IRecord
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Code;

    /// <summary>The first two digits of the code: the number of the prefecture in the order of the list.</summary>
    [JsonIgnore]
    public int PrefectureNumber => int.Parse(Code.AsSpan(0, 2), provider: null);

    /// <summary>Empty: the register comes from the code list that the file's <c>about</c> names, not from a document of the project.</summary>
    [JsonIgnore]
    public IReadOnlyList<SourceRef> Sources => [];

    /// <inheritdoc/>
    [JsonIgnore]
    public IReadOnlyList<OtherReading>? OtherReadings => null;
}

/// <summary>What a municipality is.</summary>
public enum MunicipalityKind
{
    /// <summary>市.</summary>
    City,

    /// <summary>町.</summary>
    Town,

    /// <summary>村.</summary>
    Village,

    /// <summary>特別区: one of the 23 wards of Tokyo.</summary>
    Ward,
}

/// <summary>Another name of the same place.</summary>
/// <param name="Name">The other spelling or the former name.</param>
/// <param name="Reason">Why it exists, in Japanese, as it may be shown.</param>
/// <param name="Kana">Its reading, where that differs from the present name's.</param>
/// <param name="Until">For a former name, the day from which it no longer applied.</param>
public sealed record NameAlias(string Name, string Reason, string? Kana = null, DateOnly? Until = null);
