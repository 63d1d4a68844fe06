namespace RenkeiBot.Service.Answers.Language;

/// <summary>Full-width Latin, half-width kana and voice marks, in their normal widths.</summary>
internal static class WidthForms
{
    // U+FF61 to U+FF9D in order.
    private const string HalfWidth = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private const string Voiceable = "かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホゝヽ";
    private const string Semivoiceable = "はひふへほハヒフヘホ";

    /// <summary>
    /// Composes the character at <paramref name="i"/> with a voice mark that follows it. Returns how many characters were used; 0 when the character is none that this class knows.
    /// </summary>
    public static int Compose(string text, int i, out char composed)
    {
        composed = Single(text[i]);
        if (composed == '\0')
            return 0;
        if (i + 1 >= text.Length || composed < '\u3041')
            return 1;
        switch (text[i + 1])
        {
            case '\u3099' or '\u309B' or '\uFF9E' when Voiceable.Contains(composed):
                composed = (char)(composed + 1);
                return 2;
            case '\u3099' or '\u309B' or '\uFF9E' when composed is 'う' or 'ウ':
                composed = composed == 'う' ? 'ゔ' : 'ヴ';
                return 2;
            case '\u309A' or '\u309C' or '\uFF9F' when Semivoiceable.Contains(composed):
                composed = (char)(composed + 2);
                return 2;
            default:
                return 1;
        }
    }

    // '〜' U+301C stays and '～' U+FF5E joins it: NFKC would make the latter an ASCII tilde, which nobody wants to read back.
    private static char Single(char c) => c switch
    {
        >= '!' and <= '~' => c,
        >= '\u3041' and <= '\u3096' or '\u309D' or '\u309E' => c,
        >= '\u30A1' and <= '\u30FE' => c,
        >= '\u4E00' and <= '\u9FFF' => c,
        '、' or '。' or '々' or '〆' or '〇' or '「' or '」' or '『' or '』' or '〜' => c,
        '\uFF5E' => '〜',
        >= '\uFF01' and <= '\uFF5D' => (char)(c - 0xFEE0),
        >= '\uFF61' and <= '\uFF9D' => HalfWidth[c - '\uFF61'],
        _ => '\0',
    };
}
