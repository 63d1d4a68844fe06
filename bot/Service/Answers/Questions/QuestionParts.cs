using System.Text.RegularExpressions;

namespace RenkeiBot.Service.Answers.Questions;

/// <summary>Finds two questions in one message: 「…はどちらですか。あと、両方で何自治体ですか」, 「Aの郵便番号と、Bの出口を」.</summary>
internal static partial class QuestionParts
{
    /// <summary>The two questions, or null where the message is one: a greeting or a remark beside it is none.</summary>
    public static (string First, string Second)? Of(string text, Func<string, Question> read)
    {
        if (text.Length > MostRead)
            return null;
        if (Split(SentenceEnd(), text) is { } sentences && Asks(read(sentences.First)) && Asks(read(sentences.Second)))
            return sentences;
        return Split(Coordination(), text) is { } sides && Stands(read(sides.First)) && Stands(read(sides.Second)) ? sides : null;
    }

    private const int MostRead = 300;

    private static (string First, string Second)? Split(Regex at, string text)
    {
        var matches = at.Matches(text);
        return matches.Count == 1 ? (text[..(matches[0].Index + matches[0].Groups["kept"].Length)], text[(matches[0].Index + matches[0].Length)..]) : null;
    }

    private static bool Asks(Question question) =>
        question.YesNo && question.Tokens.Count > 0 || question.Asked.Any(sense => sense is AsksAspect or AsksQuantity or AsksWhich or AsksDatePart or NamesMeasure);

    /// <summary>True for a side of a coordination that names and asks for something itself: 「会場と、期間を」 are two sides of one thing.</summary>
    private static bool Stands(Question question) =>
        Asks(question) && question.TermTokens.Any(token => !token.Soft && !token.Is(Knowledge.TermKind.Category));

    [GeneratedRegex(@"(?<kept>[。?？])[\s　]*(?=\S)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("と、|、それと|、それから|、あと")]
    private static partial Regex Coordination();
}
