using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Records;

namespace RenkeiBot.Tests.Proposals.Matching;

public sealed class VocabularyTests
{
    [Theory]
    [InlineData("雪遊び", "そりやかまくら")]
    [InlineData("間伐材", "森林の保全")]
    [InlineData("ずわいがに", "海産物の即売")]
    [InlineData("蟹", "特産品")]
    [InlineData("区民まつりの会場", "販売する場所")]
    [InlineData("児童館", "こどもたち")]
    [InlineData("ｽﾎﾟｰﾂ", "サッカー")]
    [InlineData("特養", "特別養護老人ホーム")]
    public void What_is_called_differently_meets(string one, string other) => Assert.True(Shared(one, other) > 0);

    [Theory]
    [InlineData("静かに過ごす", "蟹")]
    [InlineData("青森県", "森")]
    [InlineData("群馬県", "馬")]
    [InlineData("米沢市", "米")]
    [InlineData("杉並区", "杉")]
    [InlineData("地域の連携事業を実施", "地域の連携事業を実施")]
    [InlineData("福井県坂井市", "福井県坂井市")]
    [InlineData("", "特産品")]
    public void What_only_looks_alike_and_what_every_proposal_says_does_not_meet(string one, string other)
    {
        Assert.Equal(0, Shared(one, other));
        Assert.Equal(0, MatchingRecords.Profiles.Vocabulary.Read(one).SharedPieces(MatchingRecords.Profiles.Vocabulary.Read(other), 9));
    }

    [Fact]
    public void A_word_that_nobody_foresaw_meets_itself_and_is_shown_whole()
    {
        var vocabulary = MatchingRecords.Profiles.Vocabulary;
        var (one, other) = (vocabulary.Read("巨大紙飛行機を飛ばす"), vocabulary.Read("巨大紙飛行機と凧あげ"));

        Assert.Equal(["巨大紙飛行機"], one.SharedWords(other));
    }

    [Fact]
    public void A_name_of_a_concept_is_read_as_that_concept() =>
        Assert.All(
            MatchingRecords.Records.Of<FieldConcept>().Where(concept => concept.Fields.Count > 0),
            concept => Assert.Contains(concept, MatchingRecords.Profiles.Vocabulary.Concepts(MatchingRecords.Profiles.Vocabulary.Read(concept.Name).Concepts)));

    [Fact]
    public void A_long_text_is_read_to_its_end() => Assert.NotEqual(UInt128.Zero, MatchingRecords.Profiles.Vocabulary.Read(new string('ん', 1400) + "、温泉").Concepts);

    [Fact]
    public void The_words_are_many_and_cover_every_field()
    {
        var concepts = MatchingRecords.Records.Of<FieldConcept>().Where(concept => concept.Fields.Count > 0).ToList();

        Assert.True(concepts.Sum(concept => concept.Words.Count) >= 300);
        Assert.Superset(Enum.GetValues<ProposalField>().Where(field => field != ProposalField.Other).ToHashSet(), concepts.SelectMany(concept => concept.Fields).ToHashSet());
    }

    private static int Shared(string one, string other) => MatchingRecords.Profiles.Vocabulary.Read(one).SharedConcepts(MatchingRecords.Profiles.Vocabulary.Read(other));
}
