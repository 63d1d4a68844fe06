namespace RenkeiBot.Service.Answers.Questions;

/// <summary>The scripts that matter for where a Japanese word can begin and end.</summary>
internal enum Script
{
    Other,
    Hiragana,
    Katakana,
    Kanji,
    Latin,
}

/// <summary>Tells the script of a character.</summary>
internal static class Scripts
{
    public static Script Of(char c) => c switch
    {
        >= 'ぁ' and <= 'ゖ' => Script.Hiragana,
        >= 'ァ' and <= 'ヺ' or 'ー' => Script.Katakana,
        >= '一' and <= '鿿' or >= '㐀' and <= '䶿' or '々' or '〆' or >= '\uF900' and <= '\uFAFF' => Script.Kanji,
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' => Script.Latin,
        _ => Script.Other,
    };

}
