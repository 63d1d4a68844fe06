using System.Collections.Frozen;

namespace RenkeiBot.Service.Answers.Language;

/// <summary>
/// What one character becomes in the matching form. Case, kana kind and glyph variants do not matter when people look for a name; punctuation that separates is kept, what merely decorates is dropped.
/// </summary>
internal static class FoldingRules
{
    /// <summary>Stands for ケ until its right neighbour is known: 鎌ケ谷 is read with が, ケーキ is not. Never left in a finished text.</summary>
    public const char PendingKe = '\u30B1';

    // Pairs of a variant and the form it is matched as: only different shapes of one character (旧字体, 異体字, 拡張新字体), and 嬭 for 嬬, which scanned documents confuse in 嬬恋村.
    private const string VariantPairs =
        "髙高﨑崎澤沢濵浜濱浜檮梼齋斎齊斉邊辺邉辺國国區区曾曽龍竜嬭嬬廣広櫻桜驛駅會会縣県鐵鉄圓円條条眞真惠恵壽寿榮栄澁渋澀渋藏蔵瀨瀬桧檜薮藪鰺鯵竃竈礪砺壷壺鴬鶯諌諫篭籠驒騨舘館嶽岳峯峰彌弥與与餘余應応關関氣気學学寶宝鹽塩臺台萬万禮礼實実淺浅瀧滝龜亀團団總総經経鎭鎮靜静槙槇堯尭晉晋禰祢穗穂豐豊德徳綠緑黑黒戶戸冨富鄕郷隆隆靏鶴莊荘發発傳伝舊旧號号體体圖図當当辨弁對対戰戦將将單単聲声聽聴雜雑續続讀読拂払佛仏廳庁轉転獨独稻稲灣湾變変辭辞蠶蚕櫻桜歷歴曆暦步歩每毎海海藝芸來来樂楽濟済劍剣縱縦從従假仮價価惡悪壓圧醫医圍囲爲為飮飲衞衛驗験嚴厳效効敎教勞労營営爭争藥薬覺覚觀観勸勧歡歓權権顯顕參参慘惨産産處処稱称燒焼證証乘乗淨浄剩剰疊畳孃嬢讓譲釀醸觸触粹粋醉酔數数樞枢攝摂專専錢銭纖繊踐践潛潜遷遷";

    private static readonly FrozenDictionary<char, char> Variants = Pairs().ToFrozenDictionary();

    /// <summary>The matching form of a character after <paramref name="previous"/> (the last of the matching form so far); '\0' when it is dropped.</summary>
    public static char Fold(char c, char previous)
    {
        switch (c)
        {
            case >= 'a' and <= 'z' or >= '0' and <= '9':
                return c;
            case >= 'A' and <= 'Z':
                return (char)(c + 32);
            case >= '\u3041' and <= '\u3096':
                return c switch
                {
                    'ゕ' => 'が',
                    'ゖ' => 'が',
                    _ => c,
                };
            case 'ヶ' or 'ヵ':
                return 'が';
            case 'ケ':
                return PendingKe;
            case >= '\u30A1' and <= '\u30F4':
                return (char)(c - 0x60);
            case >= '\u30F7' and <= '\u30FA':
                return "わゐゑを"[c - '\u30F7'];
            case 'ヽ' or 'ヾ':
                return (char)(c - 0x60);
            case 'ゝ' or 'ゞ' or '々' or '〆' or '〇':
                return c;
            case 'ー':
                return IsKana(previous) ? 'ー' : '-';
            case >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF':
                return Variants.GetValueOrDefault(c, c);
            case '〜' or '~' or '\u223C' or '\u3030' or '→' or '⇒' or '➡' or '\u2053':
                return '~';
            case '-':
                return '-';
            case >= '\u2010' and <= '\u2015' or '\u2212' or '\u2500' or '\u2501' or '\uFE63':
                return IsKana(previous) ? 'ー' : '-';
            case '、' or '。' or ',' or '?' or '!' or '(' or ')' or '[' or ']' or ':' or '/' or '%' or '.' or '・':
                return c;
            case '\u2044' or '\u2215':
                return '/';
            case '【' or '〔' or '［' or '〈' or '《' or '<' or '{':
                return '[';
            case '】' or '〕' or '］' or '〉' or '》' or '>' or '}':
                return ']';
            case ';':
                return ',';
            case '\'' or '\u2018' or '\u2019' or '\u02BC' or '`' or '\u00B4' or '\u2032':
                return '\'';
            case >= '\u00C0' and <= '\u024F':
                // A few of these have their small letter in another block; what is not known here is dropped in both sizes.
                return char.ToLowerInvariant(c) is var small and >= '\u00DF' and <= '\u024F' ? small : '\0';
            case >= '\u0391' and <= '\u03A9' or >= '\u0410' and <= '\u042F':
                return (char)(c + 32);
            case >= '\u03B1' and <= '\u03C9' or >= '\u0430' and <= '\u044F':
                return c;
            default:
                return '\0';
        }
    }

    public static bool IsKana(char c) => c is (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FA') or 'ー' or 'ゝ' or 'ゞ';

    public static bool IsKanji(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '々';

    /// <summary>Characters after which ケ before a kanji is read が (or か, か月): kanji and numbers.</summary>
    public static bool JoinsKe(char c) => IsKanji(c) || char.IsAsciiDigit(c);

    private static Dictionary<char, char> Pairs()
    {
        var pairs = new Dictionary<char, char>();
        for (var i = 0; i + 1 < VariantPairs.Length; i += 2)
        {
            if (VariantPairs[i] != VariantPairs[i + 1])
                pairs[VariantPairs[i]] = VariantPairs[i + 1];
        }

        return pairs;
    }
}
