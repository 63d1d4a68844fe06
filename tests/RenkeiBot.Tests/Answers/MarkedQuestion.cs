using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RenkeiBot.Tests.Answers;

/// <summary>A question of a set and what its answer must and must not say.</summary>
/// <param name="Id">Its id in the set.</param>
/// <param name="Text">The question.</param>
/// <param name="Before">What was asked in the conversation before.</param>
/// <param name="Must">Of each list, one alternative has to be in the answer.</param>
/// <param name="MustNot">None of these may be in it.</param>
public sealed partial record MarkedQuestion(
    string Id, string Text, IReadOnlyList<string> Before, IReadOnlyList<IReadOnlyList<string>> Must, IReadOnlyList<string> MustNot)
{
    /// <summary>The longest answer, in characters.</summary>
    public const int MaxLength = 600;

    /// <summary>The set of that name in the folder QuestionSets.</summary>
    public static IReadOnlyList<MarkedQuestion> Set(string name) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Answers", "QuestionSets", name + ".jsonl")).Where(line => !string.IsNullOrWhiteSpace(line)).Select(Parse)];

    /// <summary>What is wrong with an answer, or null: full and half width, white space and commas between digits make no difference.</summary>
    public string? Fault(string answer)
    {
        var text = Normalised(answer);
        var missing = Must.Where(alternatives => !alternatives.Any(alternative => text.Contains(Normalised(alternative), StringComparison.Ordinal))).ToList();
        var forbidden = MustNot.Where(word => text.Contains(Normalised(word), StringComparison.Ordinal)).ToList();
        var length = answer.EnumerateRunes().Count();
        if (missing.Count == 0 && forbidden.Count == 0 && length <= MaxLength)
            return null;
        return $"{Id} {Text}\n    missing [{string.Join(" ", missing.Select(m => string.Join("|", m)))}] forbidden [{string.Join(" ", forbidden)}] length {length}\n    {answer}";
    }

    private static MarkedQuestion Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new MarkedQuestion(
            root.GetProperty("id").GetString()!,
            root.GetProperty("q").GetString()!,
            root.TryGetProperty("prev", out var before) ? Texts(before) : [],
            root.TryGetProperty("must", out var must) ? [.. must.EnumerateArray().Select(Texts)] : [],
            root.TryGetProperty("mustNot", out var mustNot) ? Texts(mustNot) : []);
    }

    private static IReadOnlyList<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(text => text.GetString()!)] : [value.GetString()!];

    private static string Normalised(string text) => CommaInNumber().Replace(WhiteSpace().Replace(text.Normalize(NormalizationForm.FormKC), ""), "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"(?<=[0-9]),(?=[0-9])")]
    private static partial Regex CommaInNumber();
}
