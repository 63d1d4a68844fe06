using System.Globalization;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Service.Cards;
using JapaneseCalendar = RenkeiBot.Service.Answers.Language.JapaneseCalendar;

namespace RenkeiBot.Service.Proposals;

/// <summary>Something that two contents say differently.</summary>
/// <param name="Key">The key of the input.</param>
/// <param name="Name">Its label.</param>
/// <param name="Before">What the first says; 「なし」 for nothing.</param>
/// <param name="After">What the second says.</param>
internal sealed record ProposalDifference(string Key, string Name, string Before, string After);

/// <summary>What changed between two contents of a proposal, in words.</summary>
internal sealed class ProposalDifferences(FormAreas areas)
{
    private const string Nothing = "なし";

    public IReadOnlyList<ProposalDifference> Between(ProposalContent before, ProposalContent after) =>
    [
        .. Texts(before).Zip(Texts(after), (one, other) => (one, other)).Where(pair => pair.one.Text != pair.other.Text)
            .Select(pair => new ProposalDifference(pair.one.Key, pair.one.Name, Shown(pair.one.Text), Shown(pair.other.Text))),
    ];

    private static string Shown(string text) => text.Length == 0 ? Nothing : text;

    private IEnumerable<(string Key, string Name, string Text)> Texts(ProposalContent content) =>
    [
        (ProposalKeys.Title, "タイトル", content.Title),
        (ProposalKeys.Text, "内容", content.Text),
        (ProposalKeys.Fields, "分野", string.Join('、', content.Fields.Select(field => field.JapaneseName()))),
        (ProposalKeys.Offer, "提供できること", content.Offer),
        (ProposalKeys.Need, "求めること", content.Need),
        (ProposalKeys.Areas, "対象地域", areas.NamesOf(content.Areas)),
        (ProposalKeys.From, "実施時期（開始）", Day(content.From)),
        (ProposalKeys.Until, "実施時期（終了）", Day(content.Until)),
        (ProposalKeys.Places, "募集数", content.Places?.ToString(CultureInfo.InvariantCulture) ?? ""),
        (ProposalKeys.Deadline, "応募締切", Day(content.Deadline)),
        (ProposalKeys.Budget, "予算・助成の希望", content.Budget),
        (ProposalKeys.Contact, "連絡先", content.Contact),
        (ProposalKeys.Links, "関連資料", string.Join('\n', content.Links)),
    ];

    private static string Day(DateOnly? day) => day is { } value ? JapaneseCalendar.Short(value) : "";
}
