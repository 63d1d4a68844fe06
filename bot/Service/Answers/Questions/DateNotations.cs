using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Answers.Questions;

/// <summary>The ways in which a record's text may write the date that a question names.</summary>
internal static class DateNotations
{
    /// <summary>The folded notations, most telling first; none for a date without a year.</summary>
    public static IReadOnlyList<string> Of(DateToken token) => [.. All(token).Where(notation => notation.Length > 0)];

    private static IReadOnlyList<string> All(DateToken token)
    {
        var condition = token.Condition;
        if (condition.Unit == DateUnit.Range)
            return [token.Text, .. new[] { condition.First, condition.Last }.OfType<DateCondition>().SelectMany(end => All(token with { Condition = end }).Skip(1))];
        if (condition.Kind != DateKind.Known)
            return [token.Text];
        return condition.Unit switch
        {
            DateUnit.FiscalYear when condition.FiscalYear is { } year => Year(new DateOnly(year, 12, 31), "年度", token.Text),
            DateUnit.Year when condition.Year is { } year => Year(new DateOnly(year, 12, 31), "年", token.Text),
            DateUnit.Month when condition.From is { } month => [token.Text, QuestionText.Fold(JapaneseCalendar.ShortMonth(month.Year, month.Month)), QuestionText.Fold(JapaneseCalendar.LongMonth(month.Year, month.Month)), Text($"{month.Year}年{month.Month}月")],
            _ when condition.From is { } day => [token.Text, QuestionText.Fold(JapaneseCalendar.Short(day)), QuestionText.Fold(JapaneseCalendar.Long(day)), Text($"{day.Year}年{day.Month}月{day.Day}日")],
            _ => [token.Text],
        };
    }

    private static IReadOnlyList<string> Year(DateOnly day, string suffix, string typed) =>
        [typed, QuestionText.Fold(JapaneseCalendar.EraYear(day).TrimEnd('年') + suffix), Text($"{day.Year}{suffix}")];

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
