using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Service.Proposals.Matching;

namespace RenkeiBot.Tests.Proposals.Matching;

/// <summary>
/// The collaborations that came about. The records know most wards by these very collaborations, so that the first test is circular: it shows that what is recorded is found again. The second one shows what the rest of the
/// records knows, the third what a ward's own registration does.
/// </summary>
public sealed class HistoricalCaseTests
{
    private const int First = 3;

    public static TheoryData<string, string> Recorded => Pairs(one => one.Name != "木古内町");

    public static TheoryData<string, string> Everything => Pairs(_ => true);

    [Theory]
    [MemberData(nameof(Recorded))]
    public void By_all_records_the_ward_that_took_part_is_among_the_first_three(string name, string ward) =>
        Assert.InRange(Case(name).PlaceOf(ward, MatchingRecords.Records) ?? int.MaxValue, 1, First);

    [Fact]
    public void Of_Kikonai_and_Edogawa_the_records_say_that_they_talked_but_not_of_what()
    {
        // The town was introduced by Tsuruoka, and no document says what it proposed: two without anything in common are no match, and an introduction by a third is nothing that the records let one foresee.
        var one = Case("木古内町");

        Assert.Null(one.PlaceOf("江戸川区", MatchingRecords.Records));
        var board = MatchingRecords.Board();
        var proposal = MatchingRecords.Proposal(one.Owner, one.Content);
        board.Set(proposal);
        board.SetInterest(MatchingRecords.Ward("江戸川区"), new InterestContent { Fields = [ProposalField.Tourism] });
        var first = board.OrganisationsFor(proposal.Id, 5000, MatchingRecords.Today).First(match => match.Organisation.Kind == OrganisationKind.Ward);
        Assert.Equal(MatchingRecords.Ward("江戸川区"), first.Organisation);
        Assert.Contains(first.Reasons, reason => reason.Kind == MatchReasonKind.Ties && reason.Text == "交流の実績: 木古内町から江戸川区への連携打診");
    }

    /// <summary>
    /// Without the records of a case its wards are not among the first three. Of 杉並区 and 千代田区 the rest says nothing that meets the proposal, of 渋谷区, 江戸川区 and (of forests) 中野区 hardly anything; 荒川区, 品川区,
    /// 台東区 and 墨田区 are known for exhibitions and markets, but others are for the same and for more. The wards had their reasons; they are not in the records.
    /// </summary>
    [Theory]
    [MemberData(nameof(Everything))]
    public void Without_the_records_of_the_case_nothing_puts_the_ward_first(string name, string ward)
    {
        var one = Case(name);

        Assert.False(one.PlaceOf(ward, MatchingRecords.Without(one.Wards, one.Words)) <= First);
    }

    /// <summary>What the wards could have registered, in words other than the proposal's. The records of the case are left out.</summary>
    [Theory]
    [InlineData("雪の活用", "荒川区", "児童館のおまつり", "雪遊びのできる催し", ProposalField.Education)]
    [InlineData("雪の活用", "江東区", "子どもまつりのステージ", "かまくらやそり遊び", ProposalField.Education)]
    [InlineData("雪の活用", "品川区", "親子が集まる広場", "雪だるま作り", ProposalField.Education)]
    [InlineData("黄金がに", "品川区", "水族館前の広場での観光PR、展示スペース", "ずわいがになど海の幸の紹介", ProposalField.Tourism)]
    [InlineData("釧路", "荒川区", "駅前のマルシェ、区の広報紙での宣伝、来場者", "地方の海産物や旬の味", ProposalField.Industry)]
    [InlineData("上川", "杉並区", "区民まつりの出店ブース", "高原野菜、手打ちの新そば", ProposalField.Industry)]
    [InlineData("石狩", "中野区", "区役所前の広場での即売会", "各地の名産品", ProposalField.Industry)]
    [InlineData("十勝", "台東区", "江戸文化の体験、料理人", "農産物、キャンプ", ProposalField.Industry)]
    [InlineData("十勝", "墨田区", "伝統工芸の職人、ふるさとのファンクラブ", "乳製品、スポーツ交流", ProposalField.Sports)]
    [InlineData("京都やましろ", "渋谷区", "ファッションとアートの発信、国際交流", "抹茶や茶会の文化", ProposalField.Culture)]
    [InlineData("森林整備（嬬恋村）", "千代田区", "植樹ボランティア", "間伐や下草刈りの体験", ProposalField.Environment)]
    [InlineData("持続可能な地域社会（みなかみ町）", "中野区", "環境への取組み", "SDGsに取り組む地域", ProposalField.Environment)]
    public void A_ward_that_registered_it_in_its_own_words_is_among_the_first_three_without_any_tie(string name, string ward, string offer, string need, ProposalField field)
    {
        var one = Case(name);
        var board = new MatchBoard(new OrganisationProfiles(MatchingRecords.Without(one.Wards, one.Words)), new MatchWeights());
        var proposal = MatchingRecords.Proposal(one.Owner, one.Content, new Guid("00000000-0000-0000-0000-000000000001"));
        board.Set(proposal);
        board.SetInterest(MatchingRecords.Ward(ward), new InterestContent { Fields = [field], Offer = offer, Need = need });

        var wards = board.OrganisationsFor(proposal.Id, 5000, MatchingRecords.Today).Where(match => match.Organisation.Kind == OrganisationKind.Ward).Take(First);

        Assert.Contains(wards, match => match.Organisation == MatchingRecords.Ward(ward));
    }

    private static HistoricalCase Case(string name) => HistoricalCase.All.Single(one => one.Name == name);

    private static TheoryData<string, string> Pairs(Func<HistoricalCase, bool> which)
    {
        var data = new TheoryData<string, string>();
        foreach (var one in HistoricalCase.All.Where(which))
        {
            foreach (var ward in one.Wards)
                data.Add(one.Name, ward);
        }

        return data;
    }
}
