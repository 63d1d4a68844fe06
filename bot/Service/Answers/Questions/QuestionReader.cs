using System.Buffers;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Answers.Questions;

/// <summary>Takes a question apart: names by longest match, dates, ordinals, numbers, the words that ask, and what is left over.</summary>
internal sealed class QuestionReader(KnowledgeBase knowledge)
{
    public Question Read(string raw, DateOnly today)
    {
        var text = QuestionText.From(raw);
        var names = FindNames(text);
        var masked = names.Where(name => HidesNumber(name.Word) || name.Word.StartsWith("きょう", StringComparison.Ordinal)).Select(name => (name.Start, name.Word.Length)).ToList();
        var tokens = new List<Token>();
        foreach (var date in DateReader.Find(text.Folded, today, masked))
            tokens.Add(new DateToken(date.Start, date.Length, text.Folded.Substring(date.Start, date.Length), text.DisplaySpan(date.Start, date.Length), date.Condition));
        masked.AddRange(tokens.Select(token => (token.Start, token.Length)));
        foreach (var number in NumberReader.Find(text.Folded, masked))
            tokens.Add(Number(number, text));

        var words = new WordScanner(knowledge, text, tokens);
        words.Scan();
        if (ComingDates.Read(words.Upcoming, tokens, text.Folded, today) is { } coming)
            tokens.Add(coming);
        AddSuperlative(text, tokens);
        tokens.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        MarkExclusions(tokens, text.Folded);
        var asked = tokens.OfType<AskToken>().SelectMany(token => token.Senses).ToList();
        var english = text.Display.All(c => c < 0x250 || char.IsPunctuation(c));
        return new Question(text.Display, text.Folded, tokens)
        {
            Today = today,
            YesNo = IsYesNo(text.Folded, asked, english),
            PointsBack = words.PointsBack,
            Coming = words.Upcoming?.Coming,
            Negated = words.Negated,
            English = english,
            Unread = words.Unread,
        };
    }

    private List<(int Start, string Word)> FindNames(QuestionText text)
    {
        var found = new List<(int, string)>();
        var matches = new List<(int Length, IReadOnlyList<WordSense> Senses)>();
        for (var i = 0; i < text.Folded.Length;)
        {
            knowledge.Lexicon.MatchesAt(text.Folded, i, matches);
            var length = 0;
            foreach (var match in matches)
            {
                if (match.Length > 1 && match.Senses.Any(sense => sense is NamesTerm { NeedsBoundary: false } or AsksOperation))
                {
                    length = match.Length;
                    break;
                }
            }

            if (length > 0)
                found.Add((i, text.Folded.Substring(i, length)));
            i += Math.Max(1, length);
        }

        return found;
    }

    /// <summary>A name in which a date or number reader could find something of its own: 平成30年7月豪雨, 10年のあゆみ, 五城目町.</summary>
    private static bool HidesNumber(string word) => word.AsSpan().ContainsAny(NumberLike);

    private static readonly SearchValues<char> NumberLike = SearchValues.Create("0123456789〇一二三四五六七八九十百千元年月日");

    private static Token Number(NumberMention number, QuestionText text)
    {
        var surface = text.DisplaySpan(number.Start, number.Length);
        var folded = text.Folded.Substring(number.Start, number.Length);
        // 「5号」 of a newsletter is 「第5号」.
        if (number.IsOrdinal || number is { Unit: "号", Comparison: NumberComparison.Equal })
            return new OrdinalToken(number.Start, number.Length, folded, surface, (int)Math.Min(number.Value, int.MaxValue));
        // A bare four-figure number beside a name is a year: 東北絆まつり2019.
        if (number.Unit is null && number.Comparison == NumberComparison.Equal && number.Value is >= 1989 and <= 2099 && decimal.Truncate(number.Value) == number.Value && !folded.Contains(','))
            return new DateToken(number.Start, number.Length, folded, surface, DateCondition.OfYear((int)number.Value));
        return new NumberToken(number.Start, number.Length, folded, surface, number);
    }

    /// <summary>「一番来場者が多かった」: the adverb and its adjective stand apart.</summary>
    private static void AddSuperlative(QuestionText text, List<Token> tokens)
    {
        foreach (var adverb in (string[])["一番", "いちばん", "最も", "もっとも"])
        {
            var start = text.Folded.IndexOf(adverb, StringComparison.Ordinal);
            if (start < 0)
                continue;
            foreach (var (adjective, operation) in Superlatives)
            {
                var at = text.Folded.IndexOf(adjective, start + adverb.Length, StringComparison.Ordinal);
                if (at < 0 || at - start > 24 || tokens.Exists(token => token is AskToken ask && ask.Start <= start && start < ask.End))
                    continue;
                tokens.Add(new AskToken(start, adverb.Length, adverb, text.DisplaySpan(start, adverb.Length), [new AsksOperation(operation)]));
                return;
            }
        }
    }

    private static readonly (string Adjective, Operation Operation)[] Superlatives =
    [
        ("多", Operation.Max), ("大き", Operation.Max), ("高", Operation.Max), ("少な", Operation.Min), ("小さ", Operation.Min), ("低", Operation.Min),
        ("長", Operation.Longest), ("短", Operation.Shortest), ("早", Operation.First), ("古", Operation.First), ("新し", Operation.Last), ("最近", Operation.Last),
    ];

    /// <summary>「Aを除く」 takes out the last thing before it.</summary>
    private static void MarkExclusions(List<Token> tokens, string folded)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is not AskToken ask || !ask.Senses.Any(sense => sense is Excludes))
                continue;
            for (var j = i - 1; j >= 0; j--)
            {
                if (tokens[j] is TermToken or DateToken or OrdinalToken)
                {
                    tokens[j] = tokens[j] with { Excluded = true };
                    // 「AとBを除く」
                    for (var k = j - 1; k >= 0 && tokens[k] is TermToken other && folded.AsSpan(other.End, Math.Max(0, tokens[k + 1].Start - other.End)) is "と" or "・" or "、" or "," or "や"; k--)
                        tokens[k] = other with { Excluded = true };
                    break;
                }

                if (tokens[j] is ContentToken content && i - j <= 2)
                {
                    tokens[j] = content with { Excluded = true };
                    break;
                }
            }
        }
    }

    private static readonly string[] Interrogatives = ["何", "なに", "なん", "どこ", "いつ", "誰", "だれ", "どなた", "どの", "どれ", "どちら", "どっち", "どんな", "どう", "いくら", "いくつ", "なぜ", "幾つ"];

    private static bool IsYesNo(string folded, List<WordSense> asked, bool english)
    {
        if (asked.Any(sense => sense is AsksAspect { Interrogative: true } or AsksQuantity or AsksWhich or AsksDatePart))
            return false;
        if (Interrogatives.Any(word => folded.Contains(word, StringComparison.Ordinal)))
            return false;
        if (folded.Contains("教え", StringComparison.Ordinal) || folded.Contains("挙げ", StringComparison.Ordinal) || folded.Contains("しりたい", StringComparison.Ordinal) || folded.Contains("知りたい", StringComparison.Ordinal))
            return false;
        if (english)
            return folded.StartsWith("is ", StringComparison.Ordinal) || folded.StartsWith("are ", StringComparison.Ordinal) || folded.StartsWith("does ", StringComparison.Ordinal)
                || folded.StartsWith("did ", StringComparison.Ordinal) || folded.StartsWith("was ", StringComparison.Ordinal) || folded.StartsWith("do ", StringComparison.Ordinal);
        var end = folded.TrimEnd('?', '!', '。', ' ');
        string[] endings = ["ますか", "ですか", "ましたか", "でしたか", "ませんか", "ませんでしたか", "でしょうか", "のか", "たか", "るか", "いか", "んか", "うか",
            "てる", "ている", "ある", "いる", "入る", "する", "した", "った", "の", "よね", "ん", "いい", "できる", "される", "された", "てた", "ていた", "ない"];
        return end.Length > 3 && endings.Any(ending => end.EndsWith(ending, StringComparison.Ordinal)) && (folded.EndsWith('?') || end.EndsWith('か'));
    }
}
