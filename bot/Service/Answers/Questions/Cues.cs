using RenkeiBot.Service.Answers.Knowledge;

namespace RenkeiBot.Service.Answers.Questions;

/// <summary>
/// The words of questions as such: interrogatives, names of aspects, operations, and words that carry nothing.
/// They are written as people type them and folded when the lexicon is built. A word may stand in several lines.
/// </summary>
internal static class Cues
{
    public static IEnumerable<(string Word, WordSense Sense)> All()
    {
        foreach (var (aspect, words) in Aspects)
            foreach (var word in words.Split(' '))
                yield return (word, new AsksAspect(aspect));
        foreach (var (aspect, words) in Interrogatives)
            foreach (var word in words.Split(' '))
                yield return (word, new AsksAspect(aspect, Interrogative: true));
        foreach (var (part, words) in DateParts)
            foreach (var word in words.Split(' '))
                yield return (word, new AsksDatePart(part));
        foreach (var (operation, words) in Operations)
            foreach (var word in words.Split(' '))
                yield return (word, new AsksOperation(operation));
        foreach (var counter in Counters.Split(' '))
        {
            yield return ("何" + counter, new AsksQuantity(counter));
            yield return ("なん" + counter, new AsksQuantity(counter));
            yield return ("いくつの" + counter, new AsksQuantity(counter));
        }

        foreach (var word in "いくつ いくら 幾つ どのくらい どのぐらい どれくらい どれぐらい どれだけ どの程度 何個 なんこ howmany howmuch how many how much".Split(' '))
            yield return (word, new AsksQuantity(null));
        foreach (var word in "どの どれ どんな どういう どういった 何の なんの 何という なんという 何て which what whichward".Split(' '))
            yield return (word, new AsksWhich());
        foreach (var word in "どちら どっち どちらの どちらが どっちが いずれ".Split(' '))
            yield return (word, new AsksWhich(OfTwo: true));
        foreach (var word in "をのぞく をのぞいて はのぞく はのぞいて でないもの ではないもの じゃないもの でない展示 でないイベント 以外のもの を除く を除いて を除くと を除き を除いた を外すと を抜くと を抜いて 以外 以外で 以外の を別にすると は除いて は除く のほかに の他に のほかで じゃなくて ではなくて じゃなく ではなく のほうじゃなくて の方じゃなくて のほうではなく の方ではなく excluding exceptfor except".Split(' '))
            yield return (word, Excludes.Instance);
        foreach (var word in "していない してない ていない がない がなかった のない 載っていない ではない じゃない なかった ありません でした? しなかった 含まれない 入っていない いない行われなかった".Split(' '))
            yield return (word, Negates.Instance);
        foreach (var (word, upcoming) in StillToCome())
            yield return (word, upcoming);
        // 「次は」 alone goes on with another thing; with いつ it is the next of the same.
        foreach (var (aspect, words) in NextAsked)
        {
            foreach (var word in words.Split(' '))
            {
                yield return (word, new Upcoming(Coming.Next));
                yield return (word, new AsksAspect(aspect, Interrogative: true));
                yield return (word, new PointsBack(AtStart: true));
            }
        }

        foreach (var word in "交流 連携があ 連携のあ 連携はあ 連携して 連携先 つながり".Split(' '))
            yield return (word, new SaysTied(Listed: false));
        foreach (var word in "入って 入り はいって 載って 載り のって 載せ 含まれ 含んで ふくまれ 掲載 登録されて 入る 載る リストアップ included listed".Split(' '))
            yield return (word, new SaysTied(Listed: true));
        foreach (var kinds in "市 町 村 町村 市町".Split(' '))
            yield return (kinds, new LimitsKind(kinds) { NeedsBoundary = true });
        foreach (var word in "県として 府として 道として 道府県として 都道府県として 県レベル 府県レベル 道府県レベル 都道府県レベル 県単位 都道府県単位 県自体 県そのもの 県との交流 県と区 区と県".Split(' '))
            yield return (word, new LimitsKind("県"));
        foreach (var word in PointingBack.Split(' '))
            yield return (word, new PointsBack(AtStart: false));
        foreach (var word in GoingOn.Split(' '))
            yield return (word, new PointsBack(AtStart: true));
        foreach (var word in Elsewhere.Split(' '))
            yield return (word, KnownContent.Instance);
        foreach (var word in Fillers.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            yield return (word, Filler.Instance);
    }

    private static readonly (Aspect, string)[] Aspects =
    [
        (Aspect.Date, "日程 年月 開催日 日付 年月日 実施日 締結日 発行日 公表日 開設日 設立日 決定日 日取り 時期 開催時期 日にち 期日 何月何日 期間 会期 展示期間 開催期間 実施期間 スケジュール date dates"),
        (Aspect.Time, "時間 時刻 開始時間 終了時間 開催時間 時間帯"),
        (Aspect.Hours, "開館時間 開館 営業時間 観覧時間 見学時間 open openinghours hours"),
        (Aspect.ClosedDays, "休館日 休館 閉館日 閉館 休み 定休日"),
        (Aspect.Place, "会場 場所 開催地 開催場所 会場名 ところ 実施場所 開催会場 venue place location"),
        (Aspect.Address, "住所 所在地 郵便番号 address"),
        (Aspect.Theme, "テーマ 主題 題目 演題 議題 テーマ名 お題 キャッチコピー theme topic"),
        (Aspect.Title, "タイトル 名称 題名 名前 表題 愛称 イベント名 事業名 プロジェクト名 計画名 展示名 title name"),
        (Aspect.OfficialName, "正式名称 ちゃんとした名前 正しい名前 本当の名前 正式な呼び名 正式な名称 正式名 正式な名前 officialname"),
        (Aspect.Content, "用件 要件 内容 中身 プログラム 概要 詳細 何をした 何をしました 何をやった 何をする 何が行われ 何を行 どんなこと 出し物 催し物 program content"),
        (Aspect.Person, "登壇者 講師 講演者 出演者 発表者 報告者 パネリスト パネラー コーディネーター 司会 基調講演者 出席者 参加者 人物 メンバー 顔ぶれ 先生のお名前 先生の名前 お名前 氏名 方の名前 人の名前 区長の名前 人物名 speaker speakers panelist panelists"),
        (Aspect.Role, "肩書 肩書き 役職 所属 職名 職業 ポスト 身分 どこの大学 どこの省庁 どこの会社 どこの人 どこの方 どこの省 どこの所属 何大学 勤務先 affiliation"),
        (Aspect.Host, "主催 主催者 開催者 主催団体 主催元 host hosts organizer"),
        (Aspect.CoHost, "共催 共催者 共催団体"),
        (Aspect.Cooperation, "協力団体 協力者 特別協力"),
        (Aspect.Sponsor, "協賛 協賛団体 スポンサー sponsor"),
        (Aspect.Supporter, "後援 後援者 後援団体"),
        (Aspect.Participants, "参加自治体 参加団体 参加市町村 出展者 出展自治体 参加した自治体 対象者"),
        (Aspect.Exhibitor, "出展団体 展示団体 展示自治体"),
        (Aspect.Wards, "区名 担当区 実施区 参加区 関係区"),
        (Aspect.TouringWards, "巡回展示 巡回 巡回先 巡回展"),
        (Aspect.RelatedEvent, "関係イベント 関連イベント 付随イベント"),
        (Aspect.Product, "販売品 商品 特産品 メニュー 出品"),
        (Aspect.Amount, "金額 額 拠出額 支援額 予算 予算額 費用 総額 上限 上限額 交付額 交付金額 amount budget"),
        (Aspect.Reason, "理由 原因 わけ 訳 きっかけ 経緯 背景 reason"),
        (Aspect.Purpose, "目的 ねらい 狙い 趣旨 意図 目標 purpose"),
        (Aspect.Method, "方法 手段 配信方法 やり方 開催方法 手法 形式"),
        (Aspect.Phone, "電話 電話番号 TEL tel 連絡先 問い合わせ先 問合せ先 お問い合わせ先 問い合わせ お問い合わせ 窓口 phone phonenumber contact"),
        (Aspect.Url, "URL url アドレス リンク サイト website"),
        (Aspect.Exit, "出口 最寄り出口 何番出口 何番の出口 何口 何番出口ですか exit"),
        (Aspect.Walk, "徒歩 歩いて 所要時間"),
        (Aspect.Audience, "対象"),
    ];

    private static readonly (Aspect, string)[] Interrogatives =
    [
        (Aspect.Date, "いつ 何時頃 いつごろ いつ頃 何日に when"),
        (Aspect.Place, "どこ どこで どこに どちらで どこの where"),
        (Aspect.Exhibitor, "どこの展示 どちらの展示 どこの団体の展示"),
        (Aspect.Person, "誰 だれ どなた 誰が who whom"),
        (Aspect.Reason, "なぜ 何故 どうして なんで why"),
        (Aspect.Method, "どうやって どのように どんなふうに どうやる how"),
        (Aspect.Content, "何を なにを 何が なにが どのような内容 どんな内容 どんなもの"),
    ];

    /// <summary>The words for what is still to come: 次の, 今後の.</summary>
    public static IEnumerable<(string Word, Upcoming Sense)> StillToCome() => Ahead.SelectMany(line => line.Words.Split(' '), (line, word) => (word, new Upcoming(line.Coming)));

    private static readonly (Coming Coming, string Words)[] Ahead =
    [
        (Coming.Next, "次の 次回の 次回 つぎの 今度の 今度開かれる 今度ある 来たる 直近で予定されている next"),
        (Coming.All, "今後の これからの 今後予定されている 今後開かれる これから開かれる upcoming"),
    ];

    private static readonly (Aspect, string)[] NextAsked =
    [
        (Aspect.Date, "次はいつ 次いつ 今度はいつ 今度いつ 今度はいつ頃 次はいつ頃"),
        (Aspect.Place, "次はどこで 今度はどこで"),
    ];

    private static readonly (DatePiece, string)[] DateParts =
    [
        (DatePiece.Whole, "いつからいつまで 何日から何日まで 何月何日から何月何日まで"),
        (DatePiece.Start, "いつから 何日から 何月から 開始日 初日 始まり 開始 スタート"),
        (DatePiece.End, "いつまで 何日まで 何月まで 終了日 最終日 終わり 終了"),
        (DatePiece.Year, "何年 何年に なんねん 西暦何年 平成何年 令和何年"),
        (DatePiece.FiscalYear, "何年度 なんねんど 年度はいつ どの年度 何年度に"),
        (DatePiece.Month, "何月 なんがつ"),
        (DatePiece.Day, "何日 なんにち"),
        (DatePiece.Weekday, "何曜日 曜日 なんようび"),
        (DatePiece.Time, "何時 なんじ 何時何分 何時から何時まで"),
        (DatePiece.StartTime, "何時から 何時に"),
        (DatePiece.EndTime, "何時まで"),
        (DatePiece.Duration, "何日間 何日くらい 日数 期間の長さ 何週間 何か月 何ヶ月 何カ月 何年間"),
    ];

    private static readonly (Operation, string)[] Operations =
    [
        (Operation.List, "一覧 すべて 全て 全部 ぜんぶ リスト 挙げて あげて 列挙 それぞれ 一通り 教えて全部 listall all"),
        (Operation.Count, "回数 件数 団体数 自治体数 企業数 人数 数は 数を 数が 区数 開催回数 実施回数 延べ 総数 number"),
        (Operation.Sum, "合計 の計は 合計額 合わせて あわせて 合わせると あわせると 足すと 足して 計何 総額 総計 トータル 累計 全部で 全体で total sum"),
        (Operation.Average, "平均 average"),
        (Operation.Max, "最も多 一番多 いちばん多 最多 最大 最高 最も大き 一番大き いちばん大き 最も高 一番高 いちばん高 いちばん増え いちばん伸び トップ 1位 第1位 最も増え 一番増え 最も伸び 一番伸び most largest biggest highest"),
        (Operation.Min, "最も少な 一番少な いちばん少な 最少 最小 最低 最も小さ 一番小さ いちばん小さ 最も低 いちばん低 最下位 least smallest fewest lowest"),
        (Operation.First, "最初 初回 初めて はじめて 初の 第1号 一番早 最も早 一番古 最も古 最古 1番目 first earliest"),
        (Operation.Last, "最後 最新 直近 一番新し 最も新し 一番最近 最近 いちばん新し 最終 last latest"),
        (Operation.Difference, "差 前年度との差 前年度からの差 前年との差 前年度比 前年比 差額 差は いくら多 いくら少な いくつ多 いくつ少な どれだけ多 どれだけ増え どれくらい増え 何人多 増加数 引き上げ 引上げ 上がった 増額 増加 増えた 増えました 増え 増減 減った 開き difference"),
        (Operation.Ratio, "何倍 なんばい 倍率"),
        (Operation.Share, "割合 何% 何パーセント パーセント 比率 占める 何割 構成比 シェア 回答率 回収率 率 percent percentage"),
        (Operation.Growth, "伸び率 増加率 成長率 伸び 上昇率"),
        (Operation.Compare, "比べ 比較 違い より多い より少ない compare"),
        (Operation.Longest, "最も長 一番長 最長 いちばん長 longest"),
        (Operation.Shortest, "最も短 一番短 最短 いちばん短 shortest"),
        (Operation.Second, "2番目 二番目 次に多 2位 第2位"),
    ];

    /// <summary>What 何 can count.</summary>
    private const string Counters =
        "回 件 団体 自治体 市町村 人 名 社 区 か所 カ所 ヶ所 箇所 個所 市 町 村 町村 地域 圏域 種類 テーマ 項目 つ 点 個 台 万円 億円 円 府県 都道府県 道府県 県 万人 校 組 泊 階 号 本 分 号線 割 分野 機能 分科会 パターン 館 ページ 施設 店";

    private const string PointingBack =
        "それでは それじゃ それ その それは その時 そのとき そこ そっち それら 同じく 同様に 同じ年 同じ ほかには 他には もう一つ もうひとつ の方は のほうは の場合は ならどう";

    private const string GoingOn = "じゃあ じゃ では 逆に ちなみに あと あとは 次は ついでに";

    /// <summary>Words that contain a word of ours but ask for something of their own: 生年月日 is no date of a record.</summary>
    private const string Elsewhere =
        "生年月日 誕生日 年齢 出身地 出身 人口 面積 有効期間 契約期間 有効期限 メールアドレス 携帯電話 携帯番号 FAX番号 ファックス 駐車場 入場料 参加費 料金 会費 定員 売上 売上高 利益 契約書 議事録 写真 動画 録画 フォロワー";

    private const string Fillers =
        """
        教えてください 教えて下さい 教えてほしい 教えて おしえてください おしえて 知りたいです 知りたい 知りたいのですが ください 下さい お願いします お願いいたします お願い 願います
        ですか でしたか ますか ましたか でしょうか でしょう です でした ます ました ません だっけ だった だったっけ でしたっけ ですかね かな かしら ったか たっけ
        とは というのは という といった について に関して に関する に関し に対する に対して における において によって による にて での として とともに
        特別区全国連携プロジェクト 全国連携プロジェクト 本プロジェクト プロジェクト 特別区 東京23区 23区 特別区長会 区長会 東京
        開催 開催した 開催された 開催する 開かれた 開いた 行われた 行われ 行った 行う 実施 実施した 実施された やった やってる やって した したの された される している してい する して され し なった なる あった ある いる ありますか あります ありました あるか あり
        もの こと ため とき 時の 場合 わけで 時 際 ほう 方 中 うち なか 上 件 件は 人 の は が を に へ と で や も から まで より など か ね よ さん 氏 様 先生 各
        情報 資料 記録 データ 状況 現在 時点 今 これまで これまでに 過去 全国 連携 交流 取組 取り組み 取組み 事業 活動 関係 関連
        をテーマに をテーマにした をテーマとした テーマにした テーマに がテーマの がテーマで でテーマが がきっかけで をきっかけに テーマとする を取り上げた を扱った
        一緒 一緒に 正確 正確に 問合 全般 以上 前後 同時 同時に 個別 一つ ひとつ 二つ 三つ 方々 皆さん みなさん 皆様 担当者 自分 うち ウチ 先 際 向け 当時 とても 一般 普通 通常 基本 対応 予定 可能 必要 利用 使用 様子 全体 全員 各地 各種 主な 主に 代表 代表的 有名 最近の 何か なにか 誰か いくつか すぐに もう まだ もっと 一番 最も いちばん やってた やっている やってます やってました 開かれる 行われる されている されました されます されて いますか いました いる 載って 出て 出た 出ました 出した 出しました 来た 来ました 話した 話 話して 言う 言った 知って 聞いて 聞きたい 以内 以内で 順番 順番に 順に 順で そのもの 何番 何番ですか 全般的 頼む 頼みます 回答 答え 答えて よろしく よろしくお願いします 恐れ入ります 失礼します 先日 今回 次回 どうも ありがとう ありがとうございます ですが ますが けど けれど けれども ので のに なので だから でも または および 及び 並びに 又は もしくは
        ご教示 教示 ご教授 ご回答 ご連絡 お知らせ お知らせください お知らせいただけ お教え お教えください 多忙 ご多忙 お忙しい お忙しいところ 忙しい 世話 お世話 お世話になっております 恐縮 恐縮ですが 大変 大変恐縮 伺い 伺いたい お伺い お尋ね 尋ね 存じ
        お手数 手数 お手数ですが 恐れ入り 恐れ入りますが 失礼いたします 失礼 数字 わかれば 分かれば わかりましたら ご確認 ご存じ ご存知 件につ につきまして にかかる に係る 当該 各々 ほら ねえ さて ところで ほんで とこ やつ 皆 連係 ばーじょん 版
        何 なに どう どうなって どうなる 具体的 具体的に 詳しく 簡単に 一言で 確認 確認したい 調べて 調べたい 見せて 表示 出して 欲しい ほしい すみません お疲れ様です こんにちは 至急 急ぎ 念のため ちょっと 少し 特に 実際 実際に 本当に 本当
        the of in on at is was were are be by for to a an and did do does tell me please held it that this there has have had with project gave give given who's name from as which wards ward special tokyo japan japanese first second third information about between among during total many much
        """;
}
