using System.Globalization;

namespace RenkeiBot.Service.Channels;

/// <summary>What is said about channels, in one place; the words on their cards are with the cards.</summary>
internal static class ChannelMessages
{
    public const string Settings = "このチャネルに配信する内容を選んで、「保存する」を押してください。";
    public const string SettingsOfChat = "このグループチャットに配信する内容を選んで、「保存する」を押してください。";
    public const string Saved = "配信設定を保存しました。";
    public const string Undone = "配信設定を、ひとつ前に戻しました。";
    public const string Unchanged = "変わったところがないため、保存していません。";
    public const string Stale = "ほかの方が先に変更していました。今の設定は次のとおりです。";
    public const string Wrong = "入力を確かめてください。赤い文字のところを直すと、保存できます。";
    public const string Gone = "このチャネルの配信設定が見つかりませんでした。「配信設定」と入力して、もう一度お試しください。";
    public const string NotMember = "配信設定は、このチームやグループチャットのメンバーの方だけが変更できます。";
    public const string NotChecked = "メンバーの方かどうかを、今は確認できませんでした。しばらくしてから、もう一度お試しください。";
    public const string OnlyInChannels = "「配信設定」は、チャネルやグループチャットに届ける内容を選ぶためのものです。届けたいチャネルで、ボットの名前を付けて「配信設定」と入力してください。";

    public const string Nothing = "配信なし";
    public const string GroupChat = "グループチャット";
    public const string Unnamed = "名称未取得のチャネル";
    public const string General = "一般";
    public const string Removed = "ボットが外されています";
    public const string Deleted = "削除されています";
    public const string Archived = "チームがアーカイブされています";

    public static string Channels(int count) => count == 0 ? "ボットが入っているチャネルは、まだありません。" : string.Create(CultureInfo.InvariantCulture, $"ボットが入っているチャネルとグループチャットは{count:N0}件です。");

    public static string ChannelsFor(string words, int count) =>
        count == 0 ? $"「{words}」に当てはまるチャネルは見つかりませんでした。" : string.Create(CultureInfo.InvariantCulture, $"「{words}」に当てはまるチャネルとグループチャットは{count:N0}件です。");

    public static string OfFields(IEnumerable<string> fields) => $"新着提案（{string.Join('、', fields)}）";
}
