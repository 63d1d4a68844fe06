using RenkeiBot.Cards;
using RenkeiBot.Cards.Channels;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Cards.Proposals;

namespace RenkeiBot.Tests.Channels;

/// <summary>The channels' cards with content as it comes in practice.</summary>
internal static class ChannelSamples
{
    private static readonly CardChoice[] Topics =
        [new("お知らせ", "Announcements"), new("会議", "Meetings"), new("災害支援", "DisasterSupport"), new("展示・イベント", "Events"), new("新着提案", "Proposals")];

    private static readonly CardChoice[] Fields = [new("産業・物産", "Industry"), new("観光", "Tourism"), new("教育・子ども", "Education"), new("環境・森林", "Environment")];

    private static readonly ChannelSettingsView New = new("このチャネルに配信する内容を選んで、「保存する」を押してください。", "全国連携（一般）", 0) { TopicChoices = Topics, FieldChoices = Fields };

    public static IReadOnlyDictionary<string, AdaptiveCard> All { get; } = new Dictionary<string, AdaptiveCard>(StringComparer.Ordinal)
    {
        ["ChannelSettingsCard/new"] = ChannelSettingsCard.Build(New),
        ["ChannelSettingsCard/saved"] = ChannelSettingsCard.Build(New with
        {
            Sentence = "配信設定を保存しました。",
            Version = 3,
            Topics = ["Meetings", "Proposals"],
            Fields = ["Tourism"],
            Organisation = "品川区",
            ChangedBy = "品川 一郎（品川区）",
            ChangedOn = "令和8年11月21日",
            IsUndoable = true,
        }),
        ["ChannelSettingsCard/errors"] = ChannelSettingsCard.Build(New with
        {
            Sentence = "入力を確かめてください。赤い文字のところを直すと、保存できます。",
            Errors = new Dictionary<string, string> { [ChannelKeys.Topics] = "配信する内容に「Weather」は選べません。選択肢から選んでください。", [ProposalKeys.Fields] = "新着提案の分野に「王様」は選べません。選択肢から選んでください。" },
        }),
        ["ChannelListCard/pages"] = ChannelListCard.Build(new ChannelListView("「連携」に当てはまるチャネルとグループチャットは23件です。",
            [
                .. Enumerable.Range(1, ChannelListCard.PageSize - 2).Select(n => new ChannelLine($"全国連携{n}（一般）", "お知らせ、会議、災害支援、展示・イベント、新着提案（観光、教育・子ども）", "品川区・品川 一郎（品川区）・令和8年11月21日")),
                new ChannelLine("荒川区 連携推進（定例）", "配信なし", "ボットが外されています"),
                new ChannelLine("グループチャット", "配信なし", ""),
            ])
        {
            Words = "連携",
            Page = 2,
            Pages = 3,
        }),
        ["ChannelListCard/none"] = ChannelListCard.Build(new ChannelListView("ボットが入っているチャネルは、まだありません。", [])),
    };
}
