using System.Collections.Frozen;
using System.Text;

namespace RenkeiBot.Service.Answers;

/// <summary>Greetings and thanks: a message that is nothing else gets a short sentence, not a search of the records.</summary>
internal static class Courtesies
{
    private const string HowToAsk = "行事、展示、協定、交流自治体、災害支援などについて、ふだんの言葉でご質問ください。聞き方の例は「ヘルプ」でご覧いただけます。";
    private const string Thanked = "どういたしまして。ほかにもお調べになりたいことがありましたら、いつでもご質問ください。";
    private const string Parted = "お疲れさまでした。またいつでもご質問ください。";

    private static readonly FrozenDictionary<string, string> Replies = Table(
        ("こんにちは。" + HowToAsk, ["こんにちは", "こんにちわ", "今日は", "はじめまして", "初めまして", "どうも", "やあ", "もしもし", "hello", "hi", "hithere", "goodafternoon"]),
        ("おはようございます。" + HowToAsk, ["おはよう", "おはようございます", "goodmorning"]),
        ("こんばんは。" + HowToAsk, ["こんばんは", "こんばんわ", "goodevening"]),
        ("よろしくお願いいたします。" + HowToAsk,
            ["よろしく", "よろしくお願いします", "よろしくお願いいたします", "よろしくおねがいします", "宜しくお願いします", "宜しくお願いいたします"]),
        (Thanked,
            ["ありがとう", "ありがとうございます", "ありがとうございました", "有難う", "有難うございます", "有難うございました", "有り難うございます", "どうもありがとう",
             "どうもありがとうございます", "どうもありがとうございました", "ありがとうね", "助かりました", "助かります", "サンキュー", "thanks", "thankyou", "thankyouverymuch"]),
        ("お役に立てましたら幸いです。ほかにもありましたら、いつでもご質問ください。",
            ["了解", "了解です", "了解しました", "わかりました", "分かりました", "承知しました", "承知いたしました", "なるほど", "ok", "okay"]),
        (Parted, ["お疲れさま", "お疲れ様", "お疲れさまです", "お疲れ様です", "お疲れさまでした", "お疲れ様でした", "さようなら", "失礼します", "失礼いたします", "bye", "goodbye"]));

    /// <summary>The reply to a message that is a greeting or thanks and nothing else, or null.</summary>
    public static string? ReplyTo(string text)
    {
        // The longest of them has 17 characters; punctuation and emoji may stand around.
        if (text.Length > 40)
            return null;
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                letters.Append(c);
            else if (char.IsDigit(c) || c is '?' or '？')
                return null;
        }

        return Replies.GetValueOrDefault(letters.ToString().Normalize(NormalizationForm.FormKC).TrimEnd('ー'));
    }

    private static FrozenDictionary<string, string> Table(params (string Reply, string[] Words)[] groups) =>
        groups.SelectMany(group => group.Words.Select(word => KeyValuePair.Create(word, group.Reply))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
