using RenkeiBot.Service.Answers.Knowledge;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>The names of the yearly series, in the forms in which people shorten and turn them round.</summary>
internal static class StatisticsTerms
{
    public const string Exchange = "exchange-municipalities";
    public const string Members = "member-municipalities";
    public const string Agreements = "agreement-municipalities";
    public const string Total = "total-municipalities";

    /// <summary>Ordinary words that the records list as aliases; they mean the series only in its own context.</summary>
    private static readonly HashSet<string> TooGeneral = ["合計"];

    private static readonly Dictionary<string, string> SpokenForms = new()
    {
        [Exchange] = "各区の交流自治体数 各区の交流自治体 各区交流自治体数 各区交流 交流自治体の数 区の交流自治体 友好交流自治体数",
        [Members] = "会員登録自治体の数 会員登録数 会員登録 会員登録した自治体 会員登録している自治体 会員数 会員自治体数 会員自治体の数 登録自治体数 登録自治体の数 登録した自治体 "
            + "ホームページ会員登録自治体 ホームページの会員登録自治体 会員専用ホームページに登録した自治体 会員専用ホームページの登録自治体 会員専用ホームページの登録自治体数 "
            + "ホームページ登録自治体数 ホームページの登録自治体 ホームページの登録自治体数 HP登録自治体 HP登録自治体数 HPの登録自治体 HP会員登録自治体 HPの会員登録自治体",
        [Agreements] = "広域連携協定締結自治体数 広域連携協定の締結自治体 広域連携協定の締結自治体数 広域連携協定の自治体 広域連携協定の自治体数 広域連携協定を締結した自治体数 協定締結自治体の数 "
            + "協定の締結自治体 協定の締結自治体数 協定自治体 協定自治体数 協定を締結した自治体数 協定を結んだ自治体数 締結自治体数 締結自治体",
        [Total] = "連携自治体数の合計 連携自治体の合計数 連携自治体の総数 連携自治体総数 連携自治体全体 全連携自治体 合計（重複を除く） 合計（重複除く） 合計（重複を除いた） 合計（重複なし） "
            + "重複を除く合計 重複を除いた合計 重複を除いた数 重複を除く 重複を除いた 重複除く 重複なし",
    };

    private static readonly Dictionary<string, string[]> English = new()
    {
        [Exchange] = ["exchange municipalities", "exchange partner municipalities", "municipalities with exchanges"],
        [Members] = ["registered municipalities", "member municipalities", "registered member municipalities"],
        [Agreements] = ["agreement municipalities", "municipalities with agreements"],
        [Total] = ["partner municipalities", "cooperating municipalities", "total municipalities"],
    };

    public static void Add(KnowledgeBuilder builder, KnowledgeTables tables)
    {
        foreach (var series in tables.Series)
        {
            var term = builder.Term(TermKind.Series, series.Name);
            foreach (var alias in series.Aliases.Where(alias => !TooGeneral.Contains(alias)))
                builder.AddName(term, alias);
            foreach (var form in English.GetValueOrDefault(series.Key, []))
                builder.AddName(term, form);
            foreach (var form in SpokenForms.GetValueOrDefault(series.Key, "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                builder.AddName(term, form);
        }
    }
}
