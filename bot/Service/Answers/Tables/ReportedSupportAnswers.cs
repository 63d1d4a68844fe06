using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Projections;
using RenkeiBot.Service.Answers.Questions;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Service.Answers.Tables;

/// <summary>
/// Answers about a disaster that the wards support now: exactly what they reported, by kind and by ward, and beside what was given after a disaster of the documents. 「今回」 is the newest that is under way.
/// Whatever is asked over all disasters stays with <see cref="DisasterAnswers"/>, which has the sums of these too.
/// </summary>
internal sealed class ReportedSupportAnswers(KnowledgeBase knowledge) : ITableAnswers
{
    private const string Now = "今回";

    private static readonly Vocabulary Words = new("今回 支援 支援額 支援総額 報告 状況 集計 災害 災害支援 被災 被災地 区 各区 区別 共同 合計 総額 金額 額 内訳 内容 種類 車両 台数 台 人数 人 職員 派遣 物資 品目 数量 現在 時 際 比較 比 差 違 多 少 順 時点 発生 発生日 日 何区 団体 特別区 最 お金 金 拠出 現時点 今 一覧 義援 見舞 件 件数 箱 個 式 状 況 実績 記録");

    private readonly IReadOnlyList<Disaster> live =
        [.. knowledge.Tables.Disasters.Where(disaster => disaster.Reported is not null).OrderByDescending(disaster => disaster.Reported!.IsActive).ThenByDescending(disaster => disaster.Reported!.RegisteredAt)];

    public Answer? TryAnswer(Question question)
    {
        if (live.Count == 0 || Meant(question) is not { } disaster || !IsAboutSupport(question))
            return null;
        var others = Others(question, disaster);
        if (others.Count > 1 || question.TermTokens.Any(token => !IsOurs(token)) || question.Contents.Any(content => !Explains(content)))
            return null;
        var wording = new ReportedSupportWording(disaster, isNow: question.Has(Now));
        if (question.HasAny("被災者", "死者", "負傷", "避難者", "けが", "犠牲"))
            return wording.NoVictims();
        // 「今回の支援で一番多い区は」 is about all of them, whichever ward was spoken of before.
        var isExtreme = question.Asks(Operation.Max) || question.Asks(Operation.Min);
        var wards = question.TermTokens.Where(token => !token.Excluded && !(isExtreme && token.Inherited)).Select(token => token.Of(TermKind.Ward)?.Name).OfType<string>().Distinct().ToList();
        var kinds = Kinds(question);
        if (others.Count == 1)
            return wording.Compared(others[0]);
        if (kinds.Count == 0 && (question.Asks(Aspect.Date) || question.HasAny("発生日", "発生した日", "発生したのは")))
            return wording.Began();
        if (wards.Count > 0)
            return wording.OfWards(wards, kinds);
        if (isExtreme && question.Has("区"))
            return wording.Extreme(kinds, most: question.Asks(Operation.Max));
        if (question.HasAny("どの区", "区ごと", "区別", "何区", "いくつの区", "各区の内訳", "区の一覧"))
            return wording.ByWard(kinds);
        return wording.Total(kinds);
    }

    /// <summary>The disaster by its name, or 「今回」 where a name stands for what it is compared with; null where the question is not about one of these.</summary>
    private Disaster? Meant(Question question)
    {
        if (SaysNow(question))
            return live[0];
        var named = question.TermTokens.Where(token => token.Is(TermKind.Disaster) && !token.Excluded).ToList();
        // A word for a sort of disaster (豪雨) is the name of none.
        var meant = named.Where(token => token.Terms.Count(term => term.Kind == TermKind.Disaster) == 1 && !DisasterTerms.IsSort(token.Text))
            .SelectMany(token => live.Where(disaster => disaster.Name == token.Of(TermKind.Disaster)!.Name)).Distinct().ToList();
        return meant.Count == 1 ? meant[0] : null;
    }

    /// <summary>The disasters beside which it is to be set. One of the question before is not meant by 「今回」, unless a comparison is asked for.</summary>
    private List<Disaster> Others(Question question, Disaster disaster) =>
    [
        .. question.TermTokens.Where(token => !token.Excluded && !DisasterTerms.IsSort(token.Text) && !(token.Inherited && SaysNow(question) && !question.OwnText().ContainsAny("比違"))).Select(token => token.Of(TermKind.Disaster)?.Name).OfType<string>().Distinct()
            .SelectMany(name => knowledge.Tables.Disasters.Where(other => other.Name == name && !ReferenceEquals(other, disaster))),
    ];

    public static bool SaysNow(Question question) => question.OwnText().Contains(Now, StringComparison.Ordinal);

    private static bool IsAboutSupport(Question question) =>
        question.Names(TermKind.Support) || question.HasAny("支援", "義援", "見舞", "物資", "派遣", "車両", "災害", "被災", "拠出", "報告") || question.Names(TermKind.Disaster);

    /// <summary>True for a word that says nothing beyond what reports tell.</summary>
    public static bool Explains(ContentToken content) => content.Excluded || content.IsVerb || Words.Explains(content) || DisasterAnswers.IsCommonWord(content.Text);

    public static bool IsOurs(TermToken token) => token.Soft || token.Is(TermKind.Disaster) || token.Is(TermKind.Support) || token.Is(TermKind.Ward) || Words.Explains(token);

    /// <summary>種別 as the reports name them.</summary>
    public static List<string> Kinds(Question question)
    {
        var kinds = new List<string>();
        var quantities = question.Asked.OfType<AsksQuantity>().ToList();
        // 「車両を派遣した」 sends no staff.
        var vehicles = question.Has("車両") || quantities.Exists(quantity => quantity.Unit is "台");
        foreach (var token in question.TermTokens.Where(token => !token.Excluded && !(vehicles && token.Text == "派遣")))
        {
            var kind = token.Of(TermKind.Support)?.Name switch
            {
                "義援金" => "義援金",
                "復興支援金" => "支援金",
                "災害見舞金" => "見舞金",
                "救援物資" => "救援物資",
                "職員派遣" => "職員派遣",
                "清掃車両派遣" => "車両",
                _ => null,
            };
            if (kind is not null && !kinds.Contains(kind))
                kinds.Add(kind);
        }

        if (vehicles && !kinds.Contains("車両"))
            kinds.Add("車両");
        if (kinds.Count == 0 && quantities.Exists(quantity => quantity.Unit is "人" or "名"))
            kinds.Add("職員派遣");
        if (kinds.Count == 0 && (question.Asks(Aspect.Amount) || question.HasAny("いくら", "金額", "総額") || quantities.Exists(quantity => quantity.Unit is "円" or "万円" or "億円")))
            kinds.AddRange(ReportedSupportWording.Money);
        return kinds;
    }
}
