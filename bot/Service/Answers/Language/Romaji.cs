namespace RenkeiBot.Service.Answers.Language;

/// <summary>
/// Readings in Latin letters as place names are written in English: modified Hepburn without marks for long vowels (とうきょう is Tokyo, おおさか Osaka).
/// </summary>
internal static class Romaji
{
    private static readonly Dictionary<string, string> Syllables = Table(
        "あ a い i う u え e お o か ka き ki く ku け ke こ ko さ sa し shi す su せ se そ so た ta ち chi つ tsu て te と to な na に ni ぬ nu ね ne の no " +
        "は ha ひ hi ふ fu へ he ほ ho ま ma み mi む mu め me も mo や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa を o ん n " +
        "が ga ぎ gi ぐ gu げ ge ご go ざ za じ ji ず zu ぜ ze ぞ zo だ da ぢ ji づ zu で de ど do ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po " +
        "きゃ kya きゅ kyu きょ kyo しゃ sha しゅ shu しょ sho ちゃ cha ちゅ chu ちょ cho にゃ nya にゅ nyu にょ nyo ひゃ hya ひゅ hyu ひょ hyo みゃ mya みゅ myu みょ myo " +
        "りゃ rya りゅ ryu りょ ryo ぎゃ gya ぎゅ gyu ぎょ gyo じゃ ja じゅ ju じょ jo びゃ bya びゅ byu びょ byo ぴゃ pya ぴゅ pyu ぴょ pyo");

    /// <summary>The reading in lower-case letters; empty where a character is no hiragana.</summary>
    public static string Of(string hiragana)
    {
        var text = "";
        var doubled = false;
        for (var i = 0; i < hiragana.Length;)
        {
            if (hiragana[i] == 'っ')
            {
                doubled = true;
                i++;
                continue;
            }

            var length = i + 1 < hiragana.Length && Syllables.ContainsKey(hiragana.Substring(i, 2)) ? 2 : 1;
            if (!Syllables.TryGetValue(hiragana.Substring(i, length), out var syllable))
                return "";
            if (doubled)
                text += syllable.StartsWith("ch", StringComparison.Ordinal) ? 't' : syllable[0];
            doubled = false;
            text += syllable;
            i += length;
        }

        return text.Replace("ou", "o", StringComparison.Ordinal).Replace("oo", "o", StringComparison.Ordinal).Replace("uu", "u", StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Table(string pairs)
    {
        var words = pairs.Split(' ');
        return Enumerable.Range(0, words.Length / 2).ToDictionary(i => words[2 * i], i => words[(2 * i) + 1]);
    }
}
