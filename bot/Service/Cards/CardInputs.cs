using System.Globalization;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Data.Proposals;

namespace RenkeiBot.Service.Cards;

/// <summary>
/// Reads the inputs of a card. What cannot be read becomes an error beside its input, which repeats what was typed where the input itself cannot show it.
/// </summary>
internal sealed class CardInputs(AdaptiveCardAction action)
{
    private const int MaxEchoed = 40;

    private readonly Dictionary<string, string> errors = [];

    /// <summary>What is wrong, by the key of the input.</summary>
    public IReadOnlyDictionary<string, string> Errors => errors;

    public void Refuse(string key, string error) => errors.TryAdd(key, error);

    /// <summary>A text of one line, without control and bidirectional characters.</summary>
    public string Line(string key) => CardText.Clean(action.GetText(key) ?? "").Replace('\n', ' ').Trim();

    /// <summary>A text of several lines, without control and bidirectional characters.</summary>
    public string Text(string key) => CardText.Clean(action.GetText(key) ?? "").Trim();

    /// <summary>A text whose length is limited.</summary>
    public string Limited(string key, string text, string name, int length)
    {
        if (text.Length > length)
            Refuse(key, string.Create(CultureInfo.InvariantCulture, $"{name}は{length:N0}文字までで入力してください（今は{text.Length:N0}文字です）。"));
        return text;
    }

    /// <summary>A day; null for none.</summary>
    public DateOnly? Day(string key, string name)
    {
        var typed = Line(key);
        if (typed.Length == 0)
            return null;
        if (DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy/M/d", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100)
            return day;
        Refuse(key, $"{name}「{CardText.Truncate(typed, MaxEchoed)}」は日付として読めません。2027-02-05 の形で入力してください。");
        return null;
    }

    /// <summary>A time of day; null for none.</summary>
    public TimeOnly? Time(string key, string name)
    {
        var typed = Line(key).Normalize(System.Text.NormalizationForm.FormKC);
        if (typed.Length == 0)
            return null;
        if (TimeOnly.TryParseExact(typed, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        Refuse(key, $"{name}「{CardText.Truncate(typed, MaxEchoed)}」は時刻として読めません。14:00 の形で入力してください。");
        return null;
    }

    /// <summary>A whole number; null for none.</summary>
    public int? Number(string key, string name, int from, int until)
    {
        var typed = Line(key).Normalize(System.Text.NormalizationForm.FormKC);
        if (typed.Length == 0)
            return null;
        if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && decimal.Truncate(number) == number && number >= from && number <= until)
            return (int)number;
        Refuse(key, $"{name}「{CardText.Truncate(typed, MaxEchoed)}」は使えません。{from}から{until}までの整数で入力してください。");
        return null;
    }

    /// <summary>Chosen values, in the order of the choices; what is none of them is refused.</summary>
    public IReadOnlyList<string> Chosen(string key, string name, IReadOnlyCollection<string> values)
    {
        var typed = Line(key).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (typed.FirstOrDefault(value => !values.Contains(value)) is { } unknown)
            Refuse(key, $"{name}に「{CardText.Truncate(unknown, MaxEchoed)}」は選べません。選択肢から選んでください。");
        return [.. values.Where(value => typed.Contains(value, StringComparer.Ordinal))];
    }

    /// <summary>Chosen fields.</summary>
    public IReadOnlyList<ProposalField> Fields(string key, string name) => [.. Chosen(key, name, Enum.GetNames<ProposalField>()).Select(Enum.Parse<ProposalField>)];

    /// <summary>Chosen areas; none where 「指定なし」 is among them.</summary>
    public IReadOnlyList<string> Areas(string key, string name, FormAreas areas)
    {
        var chosen = Chosen(key, name, [.. areas.Choices.Select(choice => choice.Value)]);
        return chosen.Contains(FormAreas.Any) ? [] : chosen;
    }

    /// <summary>Whether a box is ticked.</summary>
    public bool Flag(string key) => string.Equals(Line(key), "true", StringComparison.OrdinalIgnoreCase);
}
