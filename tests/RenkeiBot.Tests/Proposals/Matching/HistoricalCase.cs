using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Proposals.Matching;

namespace RenkeiBot.Tests.Proposals.Matching;

/// <summary>A collaboration that came about: the proposal in the words of the records, and who took it up.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Prefecture">The prefecture of who proposed.</param>
/// <param name="Municipality">Who proposed.</param>
/// <param name="Content">The proposal, without the name of any ward.</param>
/// <param name="Wards">The wards that took part.</param>
/// <param name="Words">The words by which the records speak of the case: with them it is left out.</param>
internal sealed record HistoricalCase(string Name, string Prefecture, string Municipality, ProposalContent Content, IReadOnlyList<string> Wards, IReadOnlyList<string> Words)
{
    public static readonly IReadOnlyList<HistoricalCase> All =
    [
        new("雪の活用", "岩手県", "北上市",
            Of("雪の活用", [ProposalField.Tourism, ProposalField.Education], "雪の保存事業により保存した雪", "こども祭などでの雪の活用", new(2015, 2, 16), new(2015, 5, 31)),
            ["荒川区", "江東区", "品川区"], ["北上", "西和賀", "雪の活用", "雪を活用"]),
        new("黄金がに", "福井県", "坂井市",
            Of("黄金がにのPRイベント", [ProposalField.Industry, ProposalField.Tourism], "特産の黄金がに", "PRイベントを実施する会場", new(2015, 11, 1), new(2015, 12, 31)),
            ["品川区"], ["坂井市", "黄金がに"]),
        new("釧路", "北海道", "釧路市",
            Of("北海道・釧路！旬！秋の味覚市", [ProposalField.Industry, ProposalField.Tourism], "釧路管内8市町村の秋の味覚、北海道の食材", "首都圏での認知度の向上、特産品を販売する場", new(2015, 10, 1), new(2015, 10, 31)),
            ["荒川区"], ["釧路", "くしろ"]),
        new("上川", "北海道", "上川町",
            Of("上川管内の特産品の販売", [ProposalField.Industry], "特産の野菜やそば", "区の催しで特産品を販売する場", new(2015, 11, 1), new(2015, 11, 30)),
            ["杉並区"], ["上川", "すぎなみフェスタ"]),
        new("石狩", "北海道", "当別町",
            Of("石狩管内の物産展", [ProposalField.Industry], "石狩管内の特産品", "物産展の会場", new(2015, 12, 1), new(2015, 12, 31)),
            ["中野区"], ["石狩", "当別", "新篠津"]),
        new("十勝", "北海道", "芽室町",
            Of("関係人口創出プロジェクト", [ProposalField.Industry, ProposalField.Sports, ProposalField.Migration], "十勝産品、スポーツ・アウトドアの体験", "江戸の伝統を活かした新しい食文化の創出、関係人口", new(2020, 4, 1), new(2023, 3, 31)),
            ["台東区", "墨田区"], ["十勝地域", "十勝ウィーク", "十勝産品", "十勝・東京", "関係人口創出プロジェクト"]),
        new("京都やましろ", "京都府", "宇治市",
            Of("関係人口創出プロジェクト", [ProposalField.Culture, ProposalField.Industry, ProposalField.Migration], "宇治茶、京都の茶文化", "東京での茶文化の発信、多文化のカルチャーとの連携、関係人口", new(2020, 4, 1), new(2023, 3, 31)),
            ["渋谷区"], ["やましろ", "山城", "お茶の京都", "宇治茶", "茶文化", "関係人口創出プロジェクト"]),
        new("木古内町", "北海道", "木古内町",
            Of("連携の打診", [ProposalField.Industry, ProposalField.Tourism], "", "", null, null),
            ["江戸川区"], ["木古内"]),
        new("森林整備（嬬恋村）", "群馬県", "嬬恋村",
            Of("森林整備事業を通じた自治体間連携", [ProposalField.Environment], "森林整備の場", "森林整備に取り組む区", null, null),
            ["千代田区"], ["嬬恋"]),
        new("持続可能な地域社会（みなかみ町）", "群馬県", "みなかみ町",
            Of("自治体間連携による豊かで持続可能な地域社会", [ProposalField.Environment], "", "", null, null),
            ["中野区"], ["みなかみ"]),
    ];

    public OrganisationKey Owner => MatchingRecords.Municipality(Prefecture, Municipality);

    /// <summary>The wards that fit the proposal, best first, by profiles from the records.</summary>
    public IReadOnlyList<Match> RankedWards(RecordSet records)
    {
        var board = new MatchBoard(new OrganisationProfiles(records), new MatchWeights());
        // The same id always: it is what puts equals in order.
        var proposal = MatchingRecords.Proposal(Owner, Content, new Guid(Spread.Of(Name).ToString("x32", null)));
        board.Set(proposal);
        return [.. board.OrganisationsFor(proposal.Id, 5000, MatchingRecords.Today).Where(match => match.Organisation.Kind == OrganisationKind.Ward)];
    }

    /// <summary>The place of a ward among the 23, 1 for the first; null where it is no match.</summary>
    public int? PlaceOf(string ward, RecordSet records) =>
        RankedWards(records).Index().Where(pair => pair.Item.Organisation == MatchingRecords.Ward(ward)).Select(pair => (int?)pair.Index + 1).FirstOrDefault();

    public override string ToString() => Name;

    private static ProposalContent Of(string title, IReadOnlyList<ProposalField> fields, string offer, string need, DateOnly? from, DateOnly? until) =>
        new() { Title = title, Fields = fields, Offer = offer, Need = need, From = from, Until = until, Areas = [Area.Wards] };
}
