using System.Text;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Proposals.Search;

/// <summary>What a character is written in.</summary>
internal enum Script : byte
{
    /// <summary>A mark, or nothing.</summary>
    None,

    Kanji,

    Hiragana,

    Katakana,

    Letter,

    Digit,
}

/// <summary>
/// A text as proposals are searched by: the matching form of <see cref="QuestionText"/> (width, case, kana, variant characters), and beyond it small kana as large ones, a long vowel as the vowel,
/// づ as ず and ぢ as じ. Each character knows the script in which it was typed.
/// </summary>
/// <param name="Text">The matching form.</param>
/// <param name="Scripts">In what each of its characters was typed.</param>
/// <param name="Long">Which of its characters stand for a long vowel (ー).</param>
internal sealed record SearchText(string Text, IReadOnlyList<Script> Scripts, IReadOnlyList<bool> Long)
{
    /// <summary>東京都 is not 京都 with something before it: its last character becomes this one.</summary>
    private const char CapitalSuffix = '\uE000';

    private const string Small = "ぁぃぅぇぉっゃゅょゎ";
    private const string Large = "あいうえおつやゆよわ";

    // One row for each vowel; ー sounds as the vowel before it, as it is written in hiragana (けい, こう).
    private static readonly string[] Rows = ["あかさたなはまやらわがざだばぱ", "いきしちにひみりぎじびぴ", "うくすつぬふむゆるぐずぶぷ", "えけせてねへめれげぜべぺ", "おこそとのほもよろをごぞどぼぽ"];
    private const string LongVowels = "あいういう";

    /// <summary>Reads a text as typed.</summary>
    public static SearchText Read(string text)
    {
        var clean = TextFolder.Clean(text, int.MaxValue);
        var folder = new TextFolder(clean.Length);
        folder.Run(clean);
        var (display, folded, map) = (folder.Display, folder.Folded, folder.Map);
        var builder = new StringBuilder(folded.Length);
        var scripts = new List<Script>(folded.Length);
        var longs = new List<bool>(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            var at = i;
            char form;
            if (folded[i] == 'ゔ')
            {
                var vowel = i + 1 < folded.Length ? "ぁぃぇぉ".IndexOf(folded[i + 1], StringComparison.Ordinal) : -1;
                form = vowel < 0 ? 'ぶ' : "ばびべぼ"[vowel];
                i += vowel < 0 ? 0 : 1;
            }
            else
            {
                form = Form(folded[i], builder);
            }

            if (form == '\0')
                continue;
            builder.Append(form);
            longs.Add(folded[at] == 'ー');
            scripts.Add(folded[at] == 'ー' ? scripts[^1] : ScriptOf(display[map[at]], form));
        }

        builder.Replace("東京都", $"東京{CapitalSuffix}");
        return new SearchText(builder.ToString(), scripts, longs);
    }

    /// <summary>A part of the text.</summary>
    public SearchText Slice(int start, int length) => new(Text.Substring(start, length), [.. Scripts.Skip(start).Take(length)], [.. Long.Skip(start).Take(length)]);

    /// <summary>The matching form of a text alone.</summary>
    public static string Fold(string text) => Read(text).Text;

    public static bool IsKanji(char c) => FoldingRules.IsKanji(c) || c == CapitalSuffix || char.IsSurrogate(c);

    public static bool IsKana(char c) => FoldingRules.IsKana(c);

    /// <summary>の, と and others that join words; a word may begin after them.</summary>
    public static bool IsParticle(char c) => c is 'の' or 'と' or 'や' or 'は' or 'が' or 'を' or 'に' or 'で' or 'も' or 'へ' or 'か';

    /// <summary>Whether what is typed at an index may be the beginning of a word: カニ in 越前カニ, but not in 豊かに or メカニズム, and 1 in 令和1年, but not in 11年.</summary>
    public bool BeginsWord(int at)
    {
        if (at == 0 || Scripts[at - 1] == Script.None)
            return true;
        var before = Scripts[at - 1];
        return Scripts[at] switch
        {
            Script.Hiragana => before == Script.Hiragana ? IsParticle(Text[at - 1]) : before != Script.Kanji,
            var script => script != before || script == Script.Kanji,
        };
    }

    private static char Form(char c, StringBuilder before)
    {
        if (c == 'ー')
        {
            var row = before.Length == 0 ? -1 : Array.FindIndex(Rows, row => row.Contains(before[^1], StringComparison.Ordinal));
            return row < 0 ? '\0' : LongVowels[row];
        }

        var small = Small.IndexOf(c, StringComparison.Ordinal);
        return small >= 0 ? Large[small] : c switch { 'ぢ' => 'じ', 'づ' => 'ず', 'ゐ' => 'い', 'ゑ' => 'え', _ => c };
    }

    private static Script ScriptOf(char typed, char form) => form switch
    {
        _ when IsKanji(form) => Script.Kanji,
        >= '0' and <= '9' => Script.Digit,
        _ when IsKana(form) => typed is >= 'ァ' and <= 'ヺ' ? Script.Katakana : Script.Hiragana,
        _ when char.IsLetter(form) => Script.Letter,
        _ => Script.None,
    };
}
