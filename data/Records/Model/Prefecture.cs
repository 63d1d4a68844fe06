using System.Text.Json.Serialization;

namespace RenkeiBot.Data.Records;

/// <summary>A prefecture (<c>prefectures.json</c>, 47, written by the importer).</summary>
/// <param name="Code">The six-digit code, check digit included.</param>
/// <param name="Name">The name with 都, 道, 府 or 県.</param>
/// <param name="Kana">The reading in hiragana.</param>
/// <param name="Region">The region it is counted under in the table of 2015 (三重県 is 近畿, 新潟県 and 山梨県 are 中部 there).</param>
public sealed record Prefecture(string Code, string Name, string Kana, Region Region) : IRecord
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => Code;

    /// <summary>The prefecture's number, 1 to 47.</summary>
    [JsonIgnore]
    public int Number => int.Parse(Code.AsSpan(0, 2), provider: null);

    /// <summary>Empty: the register comes from the code list that the file's <c>about</c> names; only the region is the 2015 table's.</summary>
    [JsonIgnore]
    public IReadOnlyList<SourceRef> Sources => [];

    /// <inheritdoc/>
    [JsonIgnore]
    public IReadOnlyList<OtherReading>? OtherReadings => null;
}

/// <summary>The nine regions by which the 2015 table (特別区連携自治体数一覧, エリア別) adds up.</summary>
public enum Region
{
    /// <summary>北海道.</summary>
    Hokkaido,

    /// <summary>東北.</summary>
    Tohoku,

    /// <summary>関東.</summary>
    Kanto,

    /// <summary>中部.</summary>
    Chubu,

    /// <summary>近畿.</summary>
    Kinki,

    /// <summary>中国.</summary>
    Chugoku,

    /// <summary>四国.</summary>
    Shikoku,

    /// <summary>九州 (without 沖縄).</summary>
    Kyushu,

    /// <summary>沖縄.</summary>
    Okinawa,
}

/// <summary>The Japanese names of the regions.</summary>
public static class RegionNames
{
    /// <summary>The region's name as the 2015 table prints it (北海道, 東北, …).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the nine.</exception>
    public static string JapaneseName(this Region region) => region switch
    {
        Region.Hokkaido => "北海道",
        Region.Tohoku => "東北",
        Region.Kanto => "関東",
        Region.Chubu => "中部",
        Region.Kinki => "近畿",
        Region.Chugoku => "中国",
        Region.Shikoku => "四国",
        Region.Kyushu => "九州",
        Region.Okinawa => "沖縄",
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "Not a region of the 2015 table."),
    };
}
