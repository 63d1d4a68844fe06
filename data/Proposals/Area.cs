using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using RenkeiBot.Data.Records;

namespace RenkeiBot.Data.Proposals;

/// <summary>
/// 対象地域: where partners are looked for. One of all wards together (<see cref="Wards"/>), a region (its name in <see cref="Region"/>), a prefecture (<c>18</c>) or a
/// municipality or ward (its code, <c>131181</c>). A list of areas means any of them, an empty list anywhere.
/// </summary>
public static class Area
{
    /// <summary>特別区: the 23 wards.</summary>
    public const string Wards = "Wards";

    /// <summary>The area of a region.</summary>
    public static string Of(Region region) => region.ToString();

    /// <summary>The area of a prefecture, by its number of 1 to 47.</summary>
    public static string OfPrefecture(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>The region that an area is, where it is one.</summary>
    public static bool IsRegion([NotNullWhen(true)] string? area, out Region region) => Enum.TryParse(area, out region) && Enum.IsDefined(region) && !char.IsAsciiDigit(area![0]);

    /// <summary>The number of the prefecture that an area is, where it is one.</summary>
    public static bool IsPrefecture([NotNullWhen(true)] string? area, out int number)
    {
        number = 0;
        return area is { Length: 2 } && int.TryParse(area, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and <= 47;
    }

    /// <summary>Whether an area is the code of a municipality or ward.</summary>
    public static bool IsCode([NotNullWhen(true)] string? area) => area is { Length: 6 } && area.All(char.IsAsciiDigit);
}
