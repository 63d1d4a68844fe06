using System.Buffers;

namespace RenkeiBot.Service.Answers.Questions;

/// <summary>What the scanner keeps of kana that no word covers: they may be the beginning of a name that the records do not have.</summary>
internal sealed partial class WordScanner
{
    /// <summary>Where the kana began that are nothing but unread characters and single particles, or -1.</summary>
    private int kanaFrom = -1;

    /// <summary>How many characters since <see cref="kanaFrom"/> no word covers.</summary>
    private int unreadSince;

    /// <summary>How many kana of the question no word covers.</summary>
    public int Unread { get; private set; }

    private void NoteKana(int index, int matched)
    {
        // 「とは」 may be a particle and the beginning of a name.
        if (ScriptAt(index) != Script.Hiragana || matched > 1 && folded.AsSpan(index, matched).ContainsAnyExcept(ParticleSet))
        {
            kanaFrom = -1;
            return;
        }

        if (kanaFrom < 0)
            (kanaFrom, unreadSince) = (index, 0);
        if (matched > 0)
            return;
        unreadSince++;
        Unread++;
    }

    /// <summary>
    /// 「はなまる市」: kana before 市, 町, 大学 that are no known word are a name, whatever particles they seem to be made of. Dropped,
    /// they would leave a question about all towns.
    /// </summary>
    private Token? UnknownNameAt(int index)
    {
        if (kanaFrom < 0 || unreadSince == 0 || ClassAt(index) is not { } suffix)
            return null;
        // A particle of the word before is not the beginning of the name: 中野区とはなまる市.
        var start = kanaFrom > 0 && Particles.Contains(folded[kanaFrom]) ? kanaFrom + 1 : kanaFrom;
        var stem = folded.AsSpan(start, index - start);
        // What follows a kanji that belongs to no word is its ending: 結んでる市.
        if (start > 0 && start == kanaFrom && start != previousEnd && ScriptAt(start - 1) == Script.Kanji)
            return null;
        if (stem.Length < 2 || Attributive.Contains(stem[^1]) || stem.Length == 2 && VerbEndings.Contains(stem[^1]))
            return null;
        foreach (var verb in AttributiveVerbs)
        {
            if (stem.EndsWith(verb))
                return null;
        }

        var length = index + suffix.Length - start;
        var name = folded.Substring(start, length);
        return length >= LeastCorrected && knowledge.Correct(name) is { Count: > 0 } corrected
            ? new TermToken(start, length, name, text.DisplaySpan(start, length), corrected) { Corrected = true }
            : new ContentToken(start, length, name, text.DisplaySpan(start, length), UnknownWeight, Known: false) { IsName = true };
    }

    /// <summary>The class of places or bodies whose name ends here: 市 of はなまる市, also before 長 and 役所, but not of 市民.</summary>
    private string? ClassAt(int index)
    {
        foreach (var suffix in NameClasses)
        {
            var end = index + suffix.Length;
            if (folded.AsSpan(index).StartsWith(suffix, StringComparison.Ordinal) && (ScriptAfter(end - 1) != Script.Kanji || "長役内立".Contains(folded[end])))
                return suffix;
        }

        return null;
    }

    /// <summary>Of a shorter name, one other character makes another name: すみれ町 is not 住田町 (すみた町).</summary>
    private const int LeastCorrected = 6;

    /// <summary>True for an unknown word in kanji or katakana that ends as the name of a place or body does.</summary>
    private static bool EndsAsName(string word) =>
        word.Length >= 3 && NameClasses.Any(suffix => suffix != "区" && word.Length > suffix.Length && word.EndsWith(suffix, StringComparison.Ordinal));

    /// <summary>The length of a word together with the class after it, where the records have no such word: カモメ＋村.</summary>
    private int WithClass(int start, int length) =>
        ClassAt(start + length) is { } suffix && knowledge.Containing(folded.Substring(start, length)).Length == 0 ? length + suffix.Length : length;

    private const double UnknownWeight = 1.2;

    private const string Particles = "はがのをにともへでや";

    private static readonly SearchValues<char> ParticleSet = SearchValues.Create(Particles);

    /// <summary>How a word ends that says something of the place after it (あたらしい町, むすんだ町, となりの市) rather than names it.</summary>
    private const string Attributive = "いなただのはがをにとでもや";

    /// <summary>How a short verb ends: もつ町, くる村.</summary>
    private const string VerbEndings = "うくぐすつぬぶむる";

    private static readonly string[] AttributiveVerbs = ["ある", "いる", "する", "なる", "れる", "できる", "かかわる", "まわる", "つながる", "はじまる", "あつまる", "おこなう", "いう"];

    private static readonly string[] NameClasses = ["株式会社", "大学", "市", "町", "村", "区", "県"];
}
