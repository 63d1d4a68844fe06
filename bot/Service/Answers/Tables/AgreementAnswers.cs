using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>
/// Answers about the agreements of the ward mayors' association: 広域連携協定 with associations of municipalities, 包括連携協定 with companies.
/// Decides that a question is about them and of which kind; the two kinds are answered separately.
/// </summary>
internal sealed class AgreementAnswers(KnowledgeBase knowledge) : ITableAnswers
{
    private static readonly Vocabulary Words = new(
        """
        締結 締結済 協定 協定数 広域 包括 連携 連携先 構成 構成団体 構成員 加盟 会員 参加 自治体 市町村 市区町村 団体 団体名 地域 相手 相手方 先 企業 会社 会社名 社名 社 民間 民間企業 順 順番 順序 順位
        早い順 古い順 時系列 締結順 数 名 都道府県 道府県 府県 都府県 県 府 市 町 村 町村 長会 両方 双方 両 全体 現在 時点 内訳 規模 日 年 月 日付 締結日 締結年月日 提携 対象 テーマ 分野 項目 暦年 年別 年度別 年度 別
        種類 一覧 一覧表 相互 当時 旧 新 現 側 同日 同時 同じ 間隔 間 日数 比率 比較 大小 差 合計 平均 個別 別 順に並 並 最初 最後 最新 目 上位 下位 以降 以前 以上 以下 未満 超 確認 承認 総会 決 市町村名 市名 町村名 目 経済 契機 損保 保険 生保 生命保険 損害保険 保険会社 生命 火災
        signed concluded conclude sign association associations members member municipalities municipality towns villages town village mayors mayor company companies theme themes partner partners
        """);

    private readonly RegionalAgreementAnswers regional = new(knowledge);
    private readonly CorporateAgreementAnswers corporate = new(knowledge);

    public Answer? TryAnswer(Question question)
    {
        var named = question.TermTokens.Where(token => !token.Soft && !token.Is(TermKind.Support)).ToList();
        if (!IsAboutAgreements(question, named) || named.Exists(token => !IsOurs(token, named)))
            return null;
        if (question.HasAny("協定案", "協定書案", "災害時", "応援協定", "とは何です", "とは何か", "とは何?", "とはどう", "って何", "意味") || !question.PointsBack && (question.Has("とは?") || question.Folded.EndsWith("とは", StringComparison.Ordinal)))
            return null;
        var company = CorporateAgreementAnswers.IsMeant(question);
        var unexplained = question.Contents.Where(content => !content.IsVerb && !Words.Explains(content) && !(company && corporate.Explains(content))).ToList();
        if (unexplained.Count > 0)
            return Partner(question, unexplained[0]) is { } partner ? NoAgreement(question, partner, company) : null;
        if (company)
            return corporate.Answer(question);
        return question.HasAny("総会", "会長", "確認", "承認") ? null : regional.Answer(question, corporate);
    }

    private static bool IsAboutAgreements(Question question, List<TermToken> named) =>
        named.Exists(token => token.Is(TermKind.Association) || token.Is(TermKind.Company) || IsAgreement(token))
        || (question.Has("構成") || question.Has("締結")) && named.Exists(token => token.Is(TermKind.AssociationKind))
        || question.HasAny("構成自治体", "構成市町村", "構成団体") || question.HasAny("企業", "会社") && question.Has("てーま") || question.Has("締結") && question.Has("団体")
        || named.Count(token => token.Is(TermKind.AssociationKind)) == 2 && named.Count == 2;

    public static bool IsAgreement(TermToken token) =>
        token.Terms.Any(term => term.Kind == TermKind.Category && (term.Name == AgreementTerms.Agreement || term.Parent?.Name == AgreementTerms.Agreement))
        || token.Text.Contains("協定", StringComparison.Ordinal) && !token.Is(TermKind.Series) && Words.Covers(token.Text);

    private static bool IsOurs(TermToken token, List<TermToken> named) => IsAgreement(token)
        || token.Is(TermKind.Category) && token.Text.Contains("総会", StringComparison.Ordinal) && named.Exists(other => other.Is(TermKind.Company))
        || token.Is(TermKind.Association) || token.Is(TermKind.AssociationKind) || token.Is(TermKind.Company) || token.Is(TermKind.Prefecture) || token.Is(TermKind.Region)
        || token.Is(TermKind.Series) && named.Exists(other => other.Is(TermKind.Association));

    /// <summary>「日本郵便との包括連携協定」: an unknown name before との is meant as the other party.</summary>
    private string? Partner(Question question, ContentToken content)
    {
        var name = question.NameAround(content);
        if (name.Length < 2 || knowledge.Containing(QuestionText.Fold(name)).Length > 0)
            return null;
        var after = question.TextAfter(content);
        while (after.Length > 0 && FoldingRules.IsKanji(after[0]) && !after.StartsWith("協定", StringComparison.Ordinal) && !after.StartsWith("包括", StringComparison.Ordinal))
            after = after[1..];
        return after.StartsWith("と", StringComparison.Ordinal) || after.StartsWith("協定", StringComparison.Ordinal) || after.StartsWith("包括", StringComparison.Ordinal) ? name : null;
    }

    private static Answer NoAgreement(Question question, string partner, bool company) =>
        new(AnswerKind.NotFound, $"{(question.YesNo ? "いいえ。" : "")}{partner}との協定は、記録にありません。")
        {
            Suggestions = company ? ["包括連携協定を結んだ企業は？"] : ["包括連携協定を結んだ企業は？", "広域連携協定を結んだ団体は？"],
        };
}
