using RenkeiBot.Service.Answers.Reasoning;
using static RenkeiBot.Tests.Answers.Engine.DeliveredEngine;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>Questions about lectures, symposia, promotion events, festivals and markets.</summary>
public sealed class EventQuestionTests
{
    [Theory]
    [InlineData("講演会とシンポジウムはどちらが多い", "講演会", "多いです")]
    [InlineData("講演会の回数とシンポジウムの回数の差は", "講演会", "多いです")]
    [InlineData("巡回展示で一番多くの区を回った展示は", "京都府市町村", "5区")]
    [InlineData("SDGsがテーマの講演会はいつ", "平成30年（2018年）7月26日", "")]
    [InlineData("全国水源の里シンポジウムは第何回", "第12回", "")]
    [InlineData("最新の連携ニュースは第何号", "第4号", "")]
    public void Counts_and_compares_what_the_records_list(string question, string first, string second) => AssertFact(question, first, second);

    [Theory]
    [InlineData("とれたて村の費用はいくらですか")]
    [InlineData("幸せリーグの予算は")]
    public void A_number_of_something_else_is_no_price(string question) => AssertNotFound(question, "自治体（");

    [Theory]
    [InlineData("嬬恋村と森林整備をしている区は", "千代田区", "中野区")]
    [InlineData("群馬県川場村と関係がある区は", "世田谷区", "大田区")]
    [InlineData("西川太一郎氏はどこの区長", "荒川区", "中野区")]
    [InlineData("田中大輔氏は何区の区長", "中野区", "荒川区")]
    [InlineData("新虎まつりのパレードは何日", "11月20日", "11月19日")]
    [InlineData("浮き桟橋の舟運イベントはいつ", "11月27日", "11月26日")]
    [InlineData("ソトコトの編集長は", "指出", "菅家")]
    [InlineData("京都大学の先生の名前", "広井", "大杉")]
    [InlineData("神野直彦先生の講演のテーマは", "地方分権と地域間連携", "見つかりません")]
    [InlineData("第1回の京都との連携協力推進委員会はいつ", "10月31日", "12月13日")]
    public void A_part_of_the_whole_is_answered_by_what_is_said_of_the_part(string question, string expected, string ofTheWhole)
    {
        var answer = Ask(question);

        Assert.Equal(AnswerKind.Fact, answer.Kind);
        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ofTheWhole, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("平成29年度第2回講演会のテーマは？", "文化芸術資源を活用した地域間連携の展開を考える")]
    [InlineData("最も新しい講演会のテーマは", "全国連携で広がる支援の輪")]
    [InlineData("平成２９年度　第２回　講演会の テーマ", "文化芸術資源")]
    [InlineData("H29年度第2回講演会のテーマ", "文化芸術資源")]
    [InlineData("H31.1.11の講演会のテーマ", "『関係人口』を学ぶ")]
    [InlineData("What was the theme of the first lecture in FY2018?", "地方創生におけるSDGsの取組みと自治体間連携")]
    public void Answers_the_theme_of_a_lecture(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("平成29年度第1回講演会はいつ", "平成29年（2017年）9月21日（木）")]
    [InlineData("第2回全国連携シンポジウムの日付", "平成29年（2017年）1月19日（木）")]
    [InlineData("脱炭素をテーマにした講演会はいつですか", "令和3年度 第2回", "令和4年（2022年）2月")]
    [InlineData("とうほくきずなまつり2019はいつ", "6月1日（土）から6月2日（日）まで")]
    [InlineData("らんざん町のラベンダーイベントはいつ", "10月13日")]
    [InlineData("東北継まつり2019はいつ", "令和元年（2019年）6月1日")]
    [InlineData("黄金がにのイベントはいつからいつまで", "11月18日", "11月23日")]
    [InlineData("最初の講演会はいつ", "平成29年度 第1回", "9月21日")]
    public void Answers_when_an_event_was(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("ラベンダー植栽イベントは何曜日", "土曜日")]
    [InlineData("京都やましろ食材フェアは何日間", "9日間")]
    [InlineData("平成31年1月の講演会は何年度の開催ですか", "平成30年度")]
    public void Answers_a_part_of_the_date(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("平成28年度の魅力発信イベントの会場は", "まるごとにっぽん")]
    [InlineData("黄金がにのイベントの会場は", "しながわ水族館")]
    [InlineData("小さな拠点フォーラムの会場は", "大手町サンケイプラザ4階ホール")]
    [InlineData("ﾗﾍﾞﾝﾀﾞｰ植栽ｲﾍﾞﾝﾄの会場", "千年の苑")]
    [InlineData("TOKYO恋結びTwinkle Partyの会場は何階", "5階")]
    [InlineData("令和2年度の講演会はどこで開かれた？", "オンライン")]
    [InlineData("東北絆祭り2018の開催地", "盛岡")]
    [InlineData("Where was the Tohoku Kizuna Festival 2018 held?", "盛岡")]
    public void Answers_where_an_event_was(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("小田切徳美さんの肩書は", "明治大学農学部教授")]
    [InlineData("小田切特美氏の肩書は", "明治大学農学部教授")]
    [InlineData("第1回シンポジウムの基調講演は誰", "大杉 覚氏", "首都大学東京")]
    [InlineData("東北六魂祭2015の開祭式に出席した区長", "西川 太一郎", "田中 大輔", "松原 忠義")]
    public void Answers_who_took_part_and_in_which_post(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("地域創生ビジネス交流会2018の主催は", "第一生命保険株式会社")]
    [InlineData("地域創生ビジネス交流会2018の特別協力は", "七十七銀行")]
    [InlineData("地域創生ビジネス交流会2018の後援は", "東京都")]
    [InlineData("小さな拠点フォーラムの主催は", "内閣府")]
    [InlineData("Nipponのシルクと光の共催は", "群馬県市長会", "特別区競馬組合")]
    public void Answers_the_hosts_and_supporters(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("平成29年度第1回魅力発信イベントの来場者数は", "約2万人")]
    [InlineData("平成29年度の魅力発信イベント、来場者が一番多いのは第何回？", "第2回", "約4万人")]
    [InlineData("平成30年度第1回魅力発信イベントの参加自治体数は", "321自治体")]
    [InlineData("京都やましろ食材フェアの限定メニューは何種類", "11種類")]
    [InlineData("ねぎサミットの産地出店者は何団体", "28団体")]
    [InlineData("東北六魂祭2015の支援事業費", "2,300万円")]
    public void Answers_the_figures_of_an_event(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("令和元年度の講演会は何回", "2回")]
    [InlineData("講演会は全部で何回開催されましたか", "13回")]
    [InlineData("たいとう・すみだ十勝ウィークは全部で何回", "3回")]
    [InlineData("東京区政会館で開催された講演会は何回", "6回")]
    public void Counts_the_events_that_meet_the_conditions(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("オンラインで開催された講演会を挙げて", "令和2年度講演会", "令和3年度第1回講演会")]
    [InlineData("浅草で開催されたイベントは", "平成28年度魅力発信イベント", "平成29年度第1回", "平成30年度第1回")]
    [InlineData("平成30年9月から10月の魅力発信イベントは", "平成30年度第1回", "平成30年度第2回", "ぐんまの山村フェア")]
    [InlineData("2018年10月に開かれたイベントは", "ラベンダー植栽イベント", "地域創生ビジネス交流会2018", "ぐんまの山村フェア")]
    public void Lists_the_events_that_meet_the_conditions(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("コッペパン祭りをしたのはどのイベント", "平成30年度 第1回魅力発信イベント")]
    [InlineData("ホタテ釣りコーナーがあったのは", "MEGA グルメフェス")]
    [InlineData("デジタルお茶会は", "京都の茶文化・渋谷カルチャー連携進化事業")]
    public void Finds_an_event_by_a_piece_of_its_programme(string question, params string[] expected) => AssertFact(question, expected);

    [Theory]
    [InlineData("令和3年度第1回講演会はオンラインでしたか", "はい。")]
    [InlineData("第一生命は地域創生ビジネス交流会2018を主催しましたか", "はい。")]
    [InlineData("平成30年度第1回講演会は7月26日でしたか", "はい。")]
    public void Says_yes_where_the_records_confirm_the_question(string question, string start) =>
        Assert.StartsWith(start, Ask(question).Text, StringComparison.Ordinal);

    [Fact]
    public void Does_not_confirm_another_day() => AssertFact("平成30年度第1回講演会は7月27日でしたか", "いいえ。", "7月26日");

    [Theory]
    [InlineData("令和4年度第1回講演会の会場は")]
    [InlineData("地域創生ビジネス交流会2020の後援は")]
    [InlineData("青山まつりはいつ")]
    public void Says_that_the_documents_do_not_tell_it(string question)
    {
        var answer = Ask(question);

        Assert.Equal(AnswerKind.NotFound, answer.Kind);
        Assert.Contains("記載が", answer.Text, StringComparison.Ordinal);
        Assert.Single(answer.Entries);
    }

    [Theory]
    [InlineData("東北絆まつり2021はなぜ縮小された", "新型コロナウイルス感染症")]
    [InlineData("2020年の東北絆まつりが延期になったのはなぜ", "延期")]
    public void Answers_why_an_event_was_changed(string question, params string[] expected) => AssertFact(question, expected);
}
