namespace RenkeiBot.Cards.Channels;

/// <summary>The words of the channels' cards, in one place.</summary>
internal static class ChannelTexts
{
    internal const string Topics = "配信する内容";
    internal const string Fields = "新着提案の分野";
    internal const string FieldsNote = "分野を選ばないときは、すべての分野の新着提案をお届けします。";
    internal const string Organisation = "組織";
    internal const string ChangedBy = "最後に変更した方";
    internal const string ChangedOn = "変更した日";
    internal const string Save = "保存する";
    internal const string Undo = "元に戻す";
    internal const string Find = "チャネルを探す";
    internal const string Words = "チャネル、チーム、組織の名前、または配信する内容";
    internal const string WordsHint = "例：品川 災害支援";
    internal const string Search = "検索する";
}
