using RenkeiBot.Cards;
using RenkeiBot.Cards.Elements;

namespace RenkeiBot.Tests.Cards;

/// <summary>One card with every element, every action and every property that the records can write.</summary>
public static class ElementGallery
{
    private static readonly Mention Taro = new("29:abc", "連携 太郎");

    public static AdaptiveCard Card { get; } = new()
    {
        FallbackText = "見本",
        Speak = "見本",
        Refresh = new Refresh(new ExecuteAction("更新", new ActionData("proposals.refresh", "id", "p1")), ["29:abc"]),
        Mentions = [Taro],
        Body =
        [
            new TextBlock(CardText.WithMention(Taro, "さん、確認をお願いします。")) { Id = "mention" },
            new TextBlock("見出し")
            {
                Size = FontSize.ExtraLarge, Weight = FontWeight.Lighter, Color = TextColor.Accent, IsSubtle = true, IsHeading = true,
                HorizontalAlignment = HorizontalAlignment.Center, Spacing = Spacing.ExtraLarge, Separator = true,
            },
            new RichTextBlock([new TextRun("太字 {{DATE(2017-02-14T06:00:00Z)}}") { Weight = FontWeight.Bolder, Color = TextColor.Good, Size = FontSize.Small, IsSubtle = true }]),
            new Container([new TextBlock("隠れた文")]) { Id = "more", Style = ContainerStyle.Warning, IsVisible = false },
            new ColumnSet([new Column([new TextBlock("左")]) { IsAutoWidth = true }, new Column([new TextBlock("右")]) { IsVerticallyCentered = true }]),
            new FactSet([new Fact("名前", "値")]),
            new Image(new Uri("https://example.com/a.png"), "東京区政会館の写真") { Size = ImageSize.Medium },
            new Table(
                [new TableColumn(2), new TableColumn(1, HorizontalAlignment.Right)],
                [new TableRow([new TableCell([new TextBlock("県")]), new TableCell([new TextBlock("数")])]), new TableRow([new TableCell([new TextBlock("福井県")]), new TableCell([new TextBlock("17")])])]),
            new TextInput("title", "タイトル")
            {
                IsRequired = true, ErrorMessage = "タイトルを入力してください。", MaxLength = 60, Placeholder = "例：黄金がにのPR", Value = "黄金がに", Regex = "^.+$", IsMultiline = true, Style = TextInputStyle.Url,
            },
            new DateInput("deadline", "応募締切") { Value = new(2027, 2, 5), Min = new(2027, 1, 1), Max = new(2027, 12, 31), ErrorMessage = "日付を入力してください。" },
            new TimeInput("start", "開始時刻") { Value = new(10, 15) },
            new NumberInput("amount", "金額（万円）") { Value = 5500, Min = 0, Max = 100000.5m, Placeholder = "例：300" },
            new ChoiceSetInput("wards", "区", [new Choice("千代田区", "13101"), new Choice("[港]区", "13103")]) { IsMultiSelect = true, Style = ChoiceInputStyle.Expanded, Values = ["13101", "13103"] },
            new ChoiceSetInput("ward", "区（一つ）", [new Choice("[港]区", "13103")]) { Placeholder = "選んでください" },
            new ToggleInput("agree", "同意", "掲載に同意します") { Value = true, IsRequired = true, ErrorMessage = "同意が必要です。" },
            new ActionSet([new ToggleVisibilityAction("詳しく見る", ["more"])]),
        ],
        Actions =
        [
            new SubmitAction("取り消す", new ActionData("proposals.cancel", "id", "p1")) { IgnoresInputs = true, Style = ActionStyle.Destructive, IsSecondary = true, Tooltip = "入力を破棄します" },
            new ExecuteAction("投稿する", new ActionData("proposals.submit", "id", "p1")) { Style = ActionStyle.Positive },
            new OpenUrlAction("ホームページ", new Uri("https://collabo.tokyo-23city.or.jp/")),
            new ShowCardAction("応募する", [new TextInput("message", "ひとこと")], [new SubmitAction("送る", new ActionData("proposals.apply"))]),
        ],
    };
}
