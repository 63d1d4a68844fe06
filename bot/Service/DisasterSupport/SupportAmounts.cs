using System.Globalization;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>How quantities are written: exactly, never rounded.</summary>
internal static class SupportAmounts
{
    /// <summary>「1億2,000万円」「123.4567万円」「12人」「500箱」.</summary>
    public static string Text(decimal quantity, SupportUnit unit) => unit == SupportUnit.ManYen
        ? Numbers.Money(quantity)
        : Plain(quantity) + (unit == SupportUnit.Other ? "" : unit.JapaneseName());

    /// <summary>「1,234.5」.</summary>
    public static string Plain(decimal quantity) => quantity.ToString("#,0.####", CultureInfo.InvariantCulture);
}
