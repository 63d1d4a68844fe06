using RenkeiBot.Cards;
using RenkeiBot.Service.Cards;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>Inputs of the disaster support's cards.</summary>
internal static class SupportInputs
{
    private const int MaxEchoed = 20;

    /// <summary>A choice, by its value or by its name as typed; null for none. What is neither is refused.</summary>
    public static T? Choice<T>(this CardInputs inputs, string key, string label, Func<T, string> name)
        where T : struct, Enum
    {
        var typed = inputs.Line(key);
        if (typed.Length == 0)
            return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString() == typed || name(value) == typed)
                return value;
        }

        inputs.Refuse(key, $"{label}に「{CardText.Truncate(typed, MaxEchoed)}」は選べません。選択肢から選んでください。");
        return null;
    }
}
