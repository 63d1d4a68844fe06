using FsCheck;
using FsCheck.Fluent;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Service.Proposals.Search;
using static RenkeiBot.Tests.Proposals.Search.SearchFixture;

namespace RenkeiBot.Tests.Proposals.Search;

public sealed class SearchPropertyTests
{
    // Letters are at one end of a word only: two words of letters in one piece are another word.
    private static readonly string[] Words =
    [
        "黄金がに", "学校給食", "雪まつり", "雪室", "森林整備", "受け入れ", "取り組み", "コミュニティー", "ワーケーション", "伝統芸能", "防災訓練", "物産展", "サッカー大会", "移住体験", "商店街", "水族館", "こどもの遊び場",
        "木材", "茶", "温泉", "郷土料理", "SDGs学習", "職員派遣", "空き家", "ふるさと納税", "お茶の間", "ヴァイオリン", "龍ヶ崎", "鶴岡市", "福井県", "DX推進", "第3回", "百姓一揆",
    ];

    private static readonly string[] Joints = ["", "の", "と", "・", " ", "、", "を", "で", "「", "！"];

    [Fact]
    public void Every_proposal_is_found_by_the_words_of_its_title() => Check(Titles(), parts =>
    {
        var proposal = Proposal(string.Concat(parts));
        var index = Index(proposal, Proposal("別の題"));
        return parts.Where(Words.Contains).Append(string.Concat(parts)).All(word =>
        {
            var found = index.Search(new SearchTerms { Words = word }, ProposalOrder.Relevance, 0, 10, Today);
            return found.Ids.Contains(proposal.Id) && found.HasAllWords && index.Fits(new SearchTerms { Words = word }, proposal, Today);
        });
    });

    [Fact]
    public void Every_piece_of_kanji_in_a_title_finds_it() => Check(
        Titles().SelectMany(parts => Gen.Choose(0, 200).Two(), (parts, at) => (Title: string.Concat(parts), At: at)),
        given =>
        {
            var (title, (first, second)) = given;
            var start = first % title.Length;
            var length = Math.Min(2 + (second % 4), title.Length - start);
            var piece = title.Substring(start, length);
            if (piece.Length < 2 || !piece.All(SearchText.IsKanji))
                return true;
            var proposal = Proposal(title);
            return Index(proposal).Search(new SearchTerms { Words = piece }, ProposalOrder.Relevance, 0, 10, Today).Ids.Contains(proposal.Id);
        });

    [Fact]
    public void Filters_never_let_through_what_they_exclude() => Check(Gen.Zip(Proposals(), Terms()), given =>
    {
        var (proposals, terms) = given;
        var found = Index(proposals).Search(terms, ProposalOrder.Relevance, 0, int.MaxValue, Today);
        return found.Ids.Select(id => proposals.Single(proposal => proposal.Id == id)).All(proposal => IsWanted(proposal, terms))
            && (terms.Words.Length > 0 || found.Total == proposals.Count(proposal => IsWanted(proposal, terms)));
    });

    [Fact]
    public void What_fits_is_found_and_the_other_way_round() => Check(Gen.Zip(Proposals(), Terms()), given =>
    {
        var (proposals, terms) = given;
        var index = Index(proposals);
        var found = index.Search(terms, ProposalOrder.Relevance, 0, int.MaxValue, Today);
        var fitting = proposals.Where(proposal => index.Fits(terms, proposal, Today)).Select(proposal => proposal.Id);
        return found.HasAllWords ? found.Ids.Order().SequenceEqual(fitting.Order()) : !fitting.Any();
    });

    [Fact]
    public void Pages_give_each_hit_once() => Check(Gen.Zip(Proposals(), Terms()), given =>
    {
        var (proposals, terms) = given;
        var index = Index(proposals);
        return Enum.GetValues<ProposalOrder>().All(order =>
        {
            var all = index.Search(terms, order, 0, int.MaxValue, Today);
            var pages = Enumerable.Range(0, proposals.Length).SelectMany(page => index.Search(terms, order, page * 5, 5, Today).Ids).ToList();
            return all.Total == all.Ids.Count && pages.SequenceEqual(all.Ids) && pages.Distinct().Count() == pages.Count;
        });
    });

    [Fact]
    public void Width_and_kana_do_not_matter() => Check(Gen.Zip(Proposals(), Gen.Elements(Words).ArrayOf(2)), given =>
    {
        var (proposals, words) = given;
        var index = Index(proposals);
        var typed = string.Join(' ', words);
        var expected = Ids(typed);
        return Ids(Wide(typed)).SequenceEqual(expected) && Ids(Kana(typed, 'ぁ', 'ゖ', +0x60)).SequenceEqual(expected) && Ids(Kana(typed, 'ァ', 'ヶ', -0x60)).SequenceEqual(expected) && Ids(typed.ToUpperInvariant()).SequenceEqual(expected);

        IReadOnlyList<Guid> Ids(string text) => index.Search(new SearchTerms { Words = text }, ProposalOrder.Relevance, 0, int.MaxValue, Today).Ids;
    });

    [Fact]
    public void The_order_in_which_proposals_came_does_not_matter() => Check(Gen.Zip(Proposals(), Terms()), given =>
    {
        var (proposals, terms) = given;
        var (index, other) = (Index(proposals), Index(proposals.Reverse()));
        // What was there before and is gone, or was replaced, leaves nothing behind.
        foreach (var proposal in proposals)
        {
            other.Remove(proposal.Id);
            other.Set(proposal);
            other.Set(proposal);
        }

        return Enum.GetValues<ProposalOrder>().All(order => index.Search(terms, order, 0, int.MaxValue, Today).Ids.SequenceEqual(other.Search(terms, order, 0, int.MaxValue, Today).Ids));
    });

    [Fact]
    public void Nothing_that_is_typed_makes_the_search_fail()
    {
        var index = Index(Proposal("黄金がにを学校給食に"), Proposal("SDGsと茶"));
        var any = Gen.Choose(0, 0xFFFF).Select(code => ((char)code).ToString());
        Check(Gen.OneOf(any, Gen.Elements(Words), Gen.Elements(Joints), Gen.Elements("ー", "ヴ", "ァ", "ケ", "り", "11月", "令和", "\uD842", "\u3099")).ArrayOf().Select(string.Concat), text =>
            index.Search(new SearchTerms { Words = text }, ProposalOrder.Relevance, 0, 5, Today).Total is >= 0 and <= 2 && (text.Any(char.IsLetterOrDigit) || !index.Fits(new SearchTerms { Words = "黄金" + text }, Proposal("SDGs"), Today)));
    }

    private static void Check<T>(Gen<T> gen, Func<T, bool> holds) => Prop.ForAll(gen.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static Gen<string[]> Titles() => Gen.Zip(Gen.Elements(Words), Gen.Elements(Joints)).ArrayOf(4).Select(pairs => pairs.SelectMany(pair => new[] { pair.Item1, pair.Item2 }).ToArray());

    private static Gen<Proposal[]> Proposals() =>
        from titles in Titles().ArrayOf(12)
        from fields in Gen.Elements(Enum.GetValues<ProposalField>()).ArrayOf(12)
        from organisations in Gen.Elements("182109", "131181", "030007", "102024", "013706").ArrayOf(12)
        from days in Gen.Choose(-60, 60).ArrayOf(12)
        from places in Gen.Choose(0, 3).ArrayOf(12)
        select Enumerable.Range(0, 12).Select(i =>
        {
            var proposal = Proposal(string.Concat(titles[i]), organisations[i], posted: i, with: content => content with
            {
                Fields = [fields[i]], From = days[i] % 3 == 0 ? null : Today.AddDays(days[i]), Until = days[i] % 5 == 0 ? null : Today.AddDays(days[i] + 20), Deadline = days[i] % 2 == 0 ? null : Today.AddDays(days[i] / 2),
                Places = places[i] == 0 ? null : places[i],
            });
            proposal.Taken = places[i] == 3 ? 3 : 0;
            return proposal;
        }).ToArray();

    private static Gen<SearchTerms> Terms() =>
        from words in Gen.Elements(Words).ArrayOf().Select(words => string.Join(' ', words.Take(2)))
        from field in Gen.Elements(Enum.GetValues<ProposalField>()).ArrayOf()
        from area in Gen.Elements("18", "Wards", "Tohoku", "Kanto", "182109").ArrayOf()
        from day in Gen.Choose(-90, 90)
        from open in Gen.Elements(true, false)
        select new SearchTerms { Words = words, Fields = [.. field.Take(3)], Areas = [.. area.Take(2)], From = day % 2 == 0 ? null : Today.AddDays(day), Until = day % 3 == 0 ? null : Today.AddDays(day + 15), OnlyOpen = open };

    private static bool IsWanted(Proposal proposal, SearchTerms terms) =>
        (terms.Fields.Count == 0 || proposal.Content.Fields.Intersect(terms.Fields).Any())
        && (terms.Areas.Count == 0 || terms.Areas.Any(area => proposal.OrganisationId switch
        {
            "182109" => area is "18" or "182109",
            "131181" => area is "Wards" or "Kanto",
            "030007" => area == "Tohoku",
            "102024" => area == "Kanto",
            _ => false,
        }))
        && (terms.From is not { } from || proposal.Content.Until is not { } until || until >= from)
        && (terms.Until is not { } last || proposal.Content.From is not { } first || first <= last)
        && (!terms.OnlyOpen || ((proposal.Deadline is not { } deadline || deadline >= Today) && (proposal.Content.Places is not { } places || places > proposal.Taken)));

    private static string Wide(string text) => string.Concat(text.Select(c => c == ' ' ? '\u3000' : c is >= '!' and <= '~' ? (char)(c + 0xFEE0) : c));

    private static string Kana(string text, char first, char last, int shift) => string.Concat(text.Select(c => c >= first && c <= last && c is not ('ケ' or 'け' or 'ヶ') ? (char)(c + shift) : c));
}
