using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Service.Proposals.Search;
using static RenkeiBot.Tests.Proposals.Search.SearchFixture;

namespace RenkeiBot.Tests.Proposals.Search;

public sealed class JapaneseSearchTests
{
    [Theory]
    [InlineData("カニ", "越前ガニの味わいを広めたい")]
    [InlineData("ｶﾆ", "カニのPR")]
    [InlineData("かに", "カニのPR")]
    [InlineData("蟹", "黄金がにを学校給食に")]
    [InlineData("カニ", "蟹料理の教室")]
    [InlineData("SDGs", "ｓｄｇｓの学習")]
    [InlineData("雪まつり", "雪祭りに雪を届けます")]
    [InlineData("夏祭り", "区の夏まつりへの出店")]
    [InlineData("取り組み", "脱炭素の取組を学ぶ")]
    [InlineData("取組", "脱炭素の取り組みを学ぶ")]
    [InlineData("取組み", "脱炭素の取り組みを学ぶ")]
    [InlineData("申し込み", "申込方法のご案内")]
    [InlineData("申込", "申し込みのご案内")]
    [InlineData("受け入れ", "学生の受入先をさがしています")]
    [InlineData("受入", "学生を受け入れる農家")]
    [InlineData("問い合わせ", "問合せ窓口の共同設置")]
    [InlineData("炊き出し", "炊出し訓練を一緒に")]
    [InlineData("サーバー", "サーバの共同利用")]
    [InlineData("サーバ", "サーバーの共同利用")]
    [InlineData("コミュニティー", "コミュニティの再生")]
    [InlineData("インタフェース", "インターフェースの試作")]
    [InlineData("インターフェース", "インタフェースの試作")]
    [InlineData("フェステイバル", "フェスティバルへの参加")]
    [InlineData("ヴァイオリン", "バイオリンの演奏会")]
    [InlineData("竜ケ崎", "龍ヶ崎のコロッケ")]
    [InlineData("濱", "浜の幸")]
    [InlineData("子供", "こどもの体験")]
    [InlineData("マルシェ", "物産展を開きませんか")]
    [InlineData("関係人口", "移住体験ツアー")]
    [InlineData("雪", "保存した雪で雪遊び")]
    [InlineData("茶", "お茶の京都")]
    [InlineData("坂井市のカニ", "坂井市の黄金がに")]
    [InlineData("カニの給食", "黄金がにを学校給食に")]
    [InlineData("森林の整備", "森林整備と木材の活用")]
    [InlineData("カニを使った給食", "黄金がにを使った学校給食")]
    public void Finds_what_is_written_otherwise(string words, string title) => Assert.Equal([title], Titles(words, Proposal(title), Proposal("職員向けの講話")));

    [Theory]
    [InlineData("カニ", "心豊かに暮らすまち")]
    [InlineData("カニ", "メカニズムを学ぶ")]
    [InlineData("京都", "東京都との共同事業")]
    [InlineData("ビル", "ビールの試飲会")]
    [InlineData("スキー", "すき焼きの会")]
    [InlineData("1月", "11月の催し")]
    [InlineData("IT", "フルーツのKITCHEN")]
    [InlineData("防災士", "防災とスポーツ栄養士")]
    [InlineData("森林", "青森のりんご")]
    [InlineData("餃子", "黄金がにを学校給食に")]
    [InlineData("見学", "見て学ぶ森")]
    [InlineData("青森", "青い森の会")]
    public void Does_not_take_one_word_for_another(string words, string title) => Assert.Empty(Titles(words, Proposal(title)));

    [Fact]
    public void Finds_by_the_place_and_the_field_together()
    {
        var wanted = Of("坂井市", "東尋坊をめぐる", content => content with { Fields = [ProposalField.Tourism] });
        var elsewhere = Of("北上市", "展勝地をめぐる", content => content with { Fields = [ProposalField.Tourism] });
        var another = Of("坂井市", "剣道の大会", content => content with { Fields = [ProposalField.Sports] });

        Assert.All(["福井 観光", "福井の観光", "福井県 観光", "北陸　観光", "坂井市観光", "ふくい 観光", "さかいし 観光", "フクイ観光"], words => Assert.Equal(["東尋坊をめぐる"], Titles(words, wanted, elsewhere, another)));
    }

    [Fact]
    public void Finds_by_every_field_s_name() => Assert.All(Enum.GetValues<ProposalField>(), field =>
        Assert.Equal(["一"], Titles(field.JapaneseName(), Proposal("一", with: content => content with { Fields = [field] }), Proposal("二"))));

    [Fact]
    public void Finds_wards_together_and_an_association_by_its_prefecture()
    {
        var ward = Of("荒川区", "一");
        var association = Proposal("二", "群馬県市長会", OrganisationKind.Association);

        Assert.Equal(["一"], Titles("特別区", ward, association));
        Assert.Equal(["一"], Titles("あらかわ", ward, association));
        Assert.Equal(["二"], Titles("ぐんま", ward, association));
        Assert.Equal(["二"], Titles("群馬の市長会", ward, association));
    }

    [Theory]
    [InlineData("11月", true)]
    [InlineData("令和8年11月", true)]
    [InlineData("2026年度", true)]
    [InlineData("12月", false)]
    [InlineData("令和9年度", false)]
    public void A_typed_date_is_a_word_about_the_period(string words, bool isFound)
    {
        var proposal = Proposal("収穫の祭典", with: content => content with { From = new DateOnly(2026, 10, 10), Until = new DateOnly(2026, 11, 5) });

        Assert.Equal(isFound, Titles(words, proposal, Proposal("時期を決めていない")).Count == 1);
    }

    [Fact]
    public void A_word_in_the_title_counts_most_and_the_word_itself_more_than_another_for_it()
    {
        var title = Proposal("雪室の見学");
        var text = Proposal("夏の催し", with: content => content with { Text = "雪室を作ります" });
        var fest = Proposal("夏のフェスタに出ませんか");
        var matsuri = Proposal("夏の祭りに出ませんか");

        Assert.Equal(["雪室の見学", "夏の催し"], Titles("雪室", text, title, fest));
        Assert.Equal(["夏の祭りに出ませんか", "夏のフェスタに出ませんか"], Titles("祭り", fest, matsuri));
    }

    [Fact]
    public void Looks_in_text_offer_and_need() => Assert.Equal(3, Titles("間伐材",
        Proposal("一", with: content => content with { Text = "間伐材です" }), Proposal("二", with: content => content with { Offer = "間伐材" }), Proposal("三", with: content => content with { Need = "間伐材" }), Proposal("四")).Count);

    [Fact]
    public void Several_words_mean_all_of_them()
    {
        var both = Proposal("雪と子ども");
        Assert.Equal(["雪と子ども"], Titles("雪 子ども", both, Proposal("雪だけ"), Proposal("子どもだけ")));
        Assert.Equal(["雪と子ども"], Titles("雪　こどもについての提案", both, Proposal("雪だけ"), Proposal("子どもだけ")));
    }

    [Fact]
    public void Where_nothing_has_all_words_those_with_most_are_found_and_it_is_said()
    {
        var (two, one, none) = (Proposal("雪と子ども"), Proposal("雪だけ"), Proposal("茶会"));
        var index = Index(two, one, none);

        var found = index.Search(new SearchTerms { Words = "雪 子ども 餃子" }, ProposalOrder.Relevance, 0, 10, Today);

        Assert.Equal([two.Id], found.Ids);
        Assert.False(found.HasAllWords);
        Assert.True(index.Search(new SearchTerms { Words = "雪" }, ProposalOrder.Relevance, 0, 10, Today).HasAllWords);
    }

    [Fact]
    public void A_slip_in_a_long_word_is_forgiven_where_nothing_has_the_word() => Assert.Equal(["伝統芸能の公演"], Titles("伝統芸脳の公演", Proposal("伝統芸能の公演"), Proposal("防犯の集い")));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("・・・")]
    public void Without_words_everything_is_found_newest_first(string words) =>
        Assert.Equal(["新", "旧"], Titles(words, Proposal("旧", posted: 1), Proposal("新", posted: 2)));
}
