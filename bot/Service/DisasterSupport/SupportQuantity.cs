using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RenkeiBot.Data.DisasterSupport;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>A unit as the form offers it: 円 becomes 万円, exactly.</summary>
internal enum TypedUnit
{
    ManYen,
    Yen,
    Persons,
    Cases,
    Machines,
    Boxes,
    Pieces,
    Sets,
    Days,
    Other,
}

/// <summary>Reads 金額・数量 with 単位 as people type them: 全角, with commas, with the unit behind the number.</summary>
internal static partial class SupportQuantity
{
    /// <summary>No more than this is taken, whatever it is.</summary>
    private const decimal Most = 100_000_000m;

    private const int YenInManYen = 10_000;

    /// <summary>The name of a unit in the form.</summary>
    public static string NameOf(TypedUnit unit) => unit == TypedUnit.Yen ? "円" : UnitOf(unit).JapaneseName();

    /// <summary>The unit in which a report is kept.</summary>
    public static SupportUnit UnitOf(TypedUnit unit) => unit == TypedUnit.Yen ? SupportUnit.ManYen : Enum.Parse<SupportUnit>(unit.ToString());

    /// <summary>The unit of the form for one that is kept.</summary>
    public static TypedUnit Typed(SupportUnit unit) => Enum.Parse<TypedUnit>(unit.ToString());

    /// <summary>The quantity in the unit in which it is kept; or what is wrong with the number, or with the unit.</summary>
    /// <param name="typed">What was typed as the number.</param>
    /// <param name="unit">The unit chosen; null for none.</param>
    /// <param name="sort">The kind; null where none was chosen.</param>
    public static (decimal? Quantity, SupportUnit? Unit, string? QuantityError, string? UnitError) Read(string typed, TypedUnit? unit, SupportSort? sort)
    {
        if (typed.Length == 0)
            return (null, null, SupportMessages.QuantityMissing, null);
        var match = NumberWithUnit().Match(typed.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal));
        if (!match.Success || !decimal.TryParse(match.Groups["number"].Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return (null, null, SupportMessages.QuantityUnread(typed), null);
        if (number <= 0)
            return (null, null, SupportMessages.QuantityNotPositive, null);
        // 「3人」 says its unit; where another one is chosen, nobody knows which is meant.
        if (match.Groups["unit"] is { Success: true, Value: var written })
        {
            var behind = Enum.GetValues<TypedUnit>().First(one => NameOf(one) == written);
            if (unit is not null && unit != behind)
                return (null, null, null, SupportMessages.TwoUnits(written, NameOf(unit.Value)));
            unit = behind;
        }

        unit ??= sort switch
        {
            SupportSort.Staff => TypedUnit.Persons,
            SupportSort.Vehicles => TypedUnit.Machines,
            _ => null,
        };
        if (unit is not { } known)
            return (null, null, null, SupportMessages.UnitMissing);
        if (Mismatch(sort, UnitOf(known)) is { } mismatch)
            return (null, null, null, mismatch);
        if (Fraction(number, known) is { } fraction)
            return (null, null, fraction, null);
        var quantity = known == TypedUnit.Yen ? number / YenInManYen : number;
        return quantity > Most ? (null, null, SupportMessages.QuantityTooGreat, null) : (quantity, UnitOf(known), null, null);
    }

    /// <summary>Whether so much is rare enough to be asked about.</summary>
    public static bool IsImplausible(SupportSort sort, decimal quantity, SupportUnit unit) => unit switch
    {
        SupportUnit.ManYen => quantity > 100_000m,
        SupportUnit.Persons => quantity > 1_000m,
        SupportUnit.Machines when sort == SupportSort.Vehicles => quantity > 200m,
        _ => quantity > 1_000_000m,
    };

    private static string? Mismatch(SupportSort? sort, SupportUnit unit) => sort switch
    {
        { } money when money.IsMoney() && unit != SupportUnit.ManYen => SupportMessages.UnitOfMoney(money.JapaneseName()),
        SupportSort.Staff when unit != SupportUnit.Persons => SupportMessages.UnitOfStaff,
        SupportSort.Vehicles when unit != SupportUnit.Machines => SupportMessages.UnitOfVehicles,
        _ => null,
    };

    private static string? Fraction(decimal number, TypedUnit unit) => unit switch
    {
        TypedUnit.ManYen => decimal.Round(number, 4) == number ? null : SupportMessages.ManYenFraction,
        _ => decimal.Truncate(number) == number ? null : SupportMessages.WholeNumber(NameOf(unit)),
    };

    /// <summary>Commas only where they part thousands: 「1,00」 is neither 1 nor 100.</summary>
    [GeneratedRegex(@"^(?<number>[-+]?(\d{1,18}|\d{1,3}(,\d{3}){1,5})(\.\d{1,8})?)(?<unit>万円|円|人|件|台|箱|個|式|日)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberWithUnit();
}
