using FsCheck;
using FsCheck.Fluent;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;

namespace RenkeiBot.Tests.Proposals.Matching;

/// <summary>Proposals and interests of real organisations, made of words that some have in common.</summary>
internal static class GeneratedProposals
{
    private static readonly string[] Things =
        ["雪遊び", "蟹", "特産品", "物産展の会場", "こども祭", "間伐材", "森林整備", "温泉", "観光PR", "空き家", "防災訓練", "職員研修", "鷹狩り", "石臼挽き", "マルシェ", "ドローン", "祭りの山車", ""];

    private static readonly string[] Places = [Area.Wards, Area.Of(Region.Hokkaido), Area.Of(Region.Tohoku), Area.Of(Region.Kanto), Area.OfPrefecture(18), Area.OfPrefecture(1), "131181"];

    public static Gen<OrganisationKey> Organisations { get; } = Gen.Elements(
    [
        .. MatchingRecords.Profiles.All.Take(23).Select(profile => profile.Organisation),
        MatchingRecords.Municipality("北海道", "釧路市"), MatchingRecords.Municipality("北海道", "当別町"), MatchingRecords.Municipality("福井県", "坂井市"), MatchingRecords.Municipality("岩手県", "北上市"),
        MatchingRecords.Municipality("群馬県", "嬬恋村"), MatchingRecords.Municipality("沖縄県", "那覇市"), new OrganisationKey(OrganisationKind.Association, "北海道町村会"),
        new OrganisationKey(OrganisationKind.Company, "株式会社どこか"),
    ]);

    public static Gen<InterestContent> Interests { get; } =
        from fields in Fields()
        from offer in Text()
        from need in Text()
        from areas in Areas()
        from months in Gen.Choose(1, 12).ArrayOf(2)
        from anyMonth in Gen.Elements(true, false)
        select new InterestContent { Fields = fields, Offer = offer, Need = need, Areas = areas, Months = anyMonth ? [] : [.. months.Distinct().Order()] };

    public static Gen<ProposalContent> Contents { get; } =
        from fields in Fields()
        from offer in Text()
        from need in Text()
        from areas in Areas()
        from month in Gen.Choose(1, 12)
        from length in Gen.Choose(-1, 14)
        from places in Gen.Choose(0, 3)
        let begin = new DateOnly(2027, month, 1)
        select new ProposalContent
        {
            Title = "連携の提案",
            Fields = fields,
            Offer = offer,
            Need = need,
            Areas = areas,
            From = length < 0 ? null : begin,
            Until = length < 0 ? null : begin.AddMonths(length),
            Places = places == 0 ? null : places,
        };

    public static Gen<Proposal> Proposals { get; } =
        from owner in Organisations
        from content in Contents
        from id in ArbMap.Default.GeneratorFor<Guid>()
        select MatchingRecords.Proposal(owner, content, id);

    public static Gen<string> Thing { get; } = Gen.Elements(Things.Where(thing => thing.Length > 0).ToArray());

    private static Gen<string> Text() => Gen.Elements(Things).ArrayOf(3).Select(words => string.Join('、', words.Where(word => word.Length > 0)));

    private static Gen<IReadOnlyList<ProposalField>> Fields() =>
        Gen.Elements(Enum.GetValues<ProposalField>()).ArrayOf(2).Select(IReadOnlyList<ProposalField> (fields) => [.. fields.Distinct().Order()]);

    private static Gen<IReadOnlyList<string>> Areas() =>
        Gen.Frequency((3, Gen.Constant<string[]>([])), (1, Gen.Elements(Places).ArrayOf(2))).Select(IReadOnlyList<string> (areas) => [.. areas.Distinct()]);
}
