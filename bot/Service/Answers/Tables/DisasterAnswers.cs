using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>Answers about what the 23 wards gave after disasters: money by kind and giver, staff, supplies, vehicles.</summary>
internal sealed class DisasterAnswers(IReadOnlyList<Disaster> disasters, IReadOnlyList<ReliefGrant> grants) : ITableAnswers
{
    private static readonly Vocabulary Words = new(
        """
        災害 災害名 災害支援 支援 支援額 支援内容 支援総額 支援先 支援対象 支援種類 拠出 拠出額 拠出金 拠出先 金額 額 共同 各区 区 区別 区共同 個別 一体 職員 職員数 数 派遣 派遣数 派遣先 人数 累積 累計 延 延べ 被災 被災地 被災者 被災自治体 被災地支援 復興 復興支援 復旧 送 贈
        寄付 寄附 寄付金 寄附金 募金 震源 発生 対象 種類 内訳 内容 先 総額 合計 主 主な 順 金 お金 資金 義援 義援金 物資 見舞 見舞金 救援 車両 清掃 ごみ 収集 自治体 府県 都道府県 道府県 県 府 件数 名 名称 記録 別 ごと 時 際 対応 応援 人的 人 員 多い順 多 少 倍 大規模 自然災害
        平成 令和 昭和 以降 以上 以下 未満 超 全災害 全体 確認 決定 決 区長会総会 総会 第 目 上位 下位 比較 差 差額 割合 比率 現地 県別 災害別 年度 年 実績 一覧 一覧表 集 出 共 同 都 側 万円 億円 円 額面 現金 額順 累積人数 沖
        donate donated donation donations money give gave send sent support amount funds fund relief recovery disaster disasters after total staff joint off each ward wards
        """);

    /// <summary>A disaster that was registered and for which nothing is reported yet is no disaster with support.</summary>
    private readonly DisasterBook book = new([.. disasters.Where(disaster => disaster.Support.Count > 0)]);

    private IReadOnlyList<Disaster> All => book.All;

    public static bool IsCommonWord(string folded) => Words.Covers(folded);

    public Answer? TryAnswer(Question question)
    {
        var supports = question.Names(TermKind.Support);
        if (All.Count == 0 || !(supports || question.Names(TermKind.Disaster) || question.HasAny("災害", "被災") && question.HasAny("支援", "拠出", "救援") || question.HasAny("拠出", "への支援", "復興支援") || Counts(question)))
            return null;
        if (question.HasAny("派遣中", "とは何", "とはなに") || question.Folded.EndsWith("とは", StringComparison.Ordinal))
            return null;
        if (question.TermTokens.Any(token => !IsOurs(token, question)) || question.Asks(Aspect.Person) && !question.Has("人"))
            return null;
        if (DisasterQuery.Read(question, book) is not { } query)
            return null;
        if (query.Unknown.Count > 0)
            return Unknown(question, query);
        if (question.Contents.Any(content => !content.Excluded && !content.IsVerb && !Words.Explains(content)))
            return null;
        if (!query.Named && !supports && !question.HasAny("支援", "拠出", "救援", "災害"))
            return null;
        return DisasterGrants.TryAnswer(question, query, grants)
            ?? (query.Chosen.Count == 0 ? NoneMeets(question, query) : null)
            ?? DisasterSets.TryAnswer(question, query, book)
            ?? (query.Chosen.Count == 1 ? DisasterSingles.Answer(question, query.Chosen[0], query) : null)
            ?? DisasterSets.Several(question, query, book);
    }

    /// <summary>True where the disasters themselves are counted.</summary>
    public static bool Counts(Question question) => question.HasAny("災害はいくつ", "災害は何", "いくつの災害", "災害の数", "災害数", "何件の災害", "災害は全部で", "災害は合計");

    private static bool IsOurs(TermToken token, Question question) => token.Is(TermKind.Disaster) || token.Is(TermKind.Support) || token.Is(TermKind.Prefecture)
        || token.Soft || Words.Explains(token)
        || question.TermTokens.Any(other => other.Is(TermKind.Disaster) && DisasterTerms.IsSort(other.Text) && other.Start == token.End);

    private Answer Unknown(Question question, DisasterQuery query)
    {
        var names = string.Join('・', query.Unknown.Select(name => $"「{name}」"));
        var known = query.Chosen.Count > 0 && query.Chosen.Count <= 3 ? $"記録にあるのは、{string.Join('、', query.Chosen.Select(record => record.Name))}です。" : "";
        return new Answer(AnswerKind.NotFound, $"{(question.YesNo ? "いいえ。" : "")}{names}への支援は、記録に見つかりません。{known}")
        {
            Sources = [.. All[0].Sources],
            Suggestions = ["支援の記録がある災害の一覧は？", "23区共同の拠出額の合計は？"],
        };
    }

    private Answer NoneMeets(Question question, DisasterQuery query)
    {
        var names = question.TermTokens.Where(token => token.Is(TermKind.Disaster) && !token.Excluded).Select(token => token.Surface).ToList();
        var conditions = query.Dates.Select(date => date.Describe()).Concat(query.Prefectures).Concat(query.Era is { } era ? [era] : []).ToList();
        var what = string.Join('・', conditions) + (conditions.Count > 0 ? "の" : "") + (names.Count > 0 ? string.Join('・', names) : "災害");
        return new Answer(AnswerKind.NotFound, $"{(question.YesNo ? "いいえ。" : "")}{what}への支援は、記録に見つかりません。")
        {
            Sources = [.. All[0].Sources],
            Suggestions = ["支援の記録がある災害の一覧は？", "23区共同の拠出額の合計は？"],
        };
    }
}
