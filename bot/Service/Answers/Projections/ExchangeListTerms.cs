using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers.Knowledge;

namespace RenkeiBot.Service.Answers.Projections;

/// <summary>The names of the list of 2015, and the names that it prints otherwise than the register has them.</summary>
internal static class ExchangeListTerms
{
    public const string ListName = "特別区連携市町村等一覧";

    private const string Aliases =
        "連携市町村等一覧 連携市町村一覧 連携市町村等 連携市町村 連携市町村数 連携自治体一覧 連携自治体数一覧 特別区連携自治体数一覧 特別区連携自治体一覧 特別区連携市町村一覧 特別区連携市町村 交流先 交流先一覧 交流先リスト "
        + "交流先の自治体 交流先自治体 交流市町村 交流市町村数 交流市町村一覧 交流自治体一覧 交流自治体リスト 交流自治体の一覧 連携先一覧 連携先リスト 連携先の一覧 区と県の交流 連携数 交流数 2015年の一覧 2015年のリスト 平成27年の一覧";

    public static void Add(KnowledgeBuilder builder, KnowledgeTables tables)
    {
        var list = builder.Term(TermKind.Name, ListName);
        foreach (var alias in Aliases.Split(' '))
            builder.AddName(list, alias);
        foreach (var alias in (string[])["partner municipalities", "list of partner municipalities", "partner list"])
            builder.AddName(list, alias);
        foreach (var entry in tables.ExchangeList.Where(entry => entry.Level == ExchangeLevel.Municipality && entry.Printed != entry.Name))
        {
            // A name that no municipality has is known as well, so that it is explained rather than corrected into another.
            var prefecture = builder.Find(TermKind.Prefecture, entry.Prefecture);
            var term = builder.Term(TermKind.Municipality, entry.Code ?? entry.Key, entry.Name ?? entry.Printed, prefecture);
            builder.AddName(term, entry.Printed);
        }
    }
}
