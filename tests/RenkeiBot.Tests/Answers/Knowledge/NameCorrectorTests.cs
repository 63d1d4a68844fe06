using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Tests.Answers.Knowledge;

public sealed class NameCorrectorTests
{
    [Theory]
    [InlineData("新篠律村", "新篠津村")]
    [InlineData("斬篠津村", "新篠津村")]
    [InlineData("新篠津林", "新篠津村")]
    public void Corrects_a_character_that_is_wrong(string typed, string name) => Assert.Equal([name], Correct(typed, "新篠津村", "当別町"));

    [Fact]
    public void Corrects_a_character_too_many() => Assert.Equal(["新篠津村"], Correct("新篠篠津村", "新篠津村"));

    [Theory]
    [InlineData("第一生命保", "第一生命保険")]
    [InlineData("一生命保険", "第一生命保険")]
    [InlineData("第一命保険", "第一生命保険")]
    public void Corrects_a_character_that_is_missing(string typed, string name) => Assert.Equal([name], Correct(typed, "第一生命保険"));

    [Fact]
    public void Corrects_nothing_where_several_names_are_equally_near() => Assert.Empty(Correct("東北祭り", "東北夏祭り", "東北雪祭り"));

    [Fact]
    public void Gives_all_things_that_bear_the_one_name_meant()
    {
        var lexicon = new Lexicon<WordSense>();
        lexicon.Add("伊達市役", new NamesTerm(new Term(0, TermKind.Municipality, "北海道伊達市")));
        lexicon.Add("伊達市役", new NamesTerm(new Term(1, TermKind.Municipality, "福島県伊達市")));

        Assert.Equal([0, 1], new NameCorrector(lexicon).Correct("伊逹市役").Select(term => term.Id));
    }

    [Theory]
    [InlineData("江土川", "江戸川")]
    [InlineData("汪戸川", "江戸川")]
    public void Corrects_a_wrong_character_of_three_before_the_last(string typed, string name) => Assert.Equal([name], Correct(typed, "江戸川"));

    [Theory]
    [InlineData("江戸町", "江戸川")]
    [InlineData("坂井町", "坂井市")]
    [InlineData("江戸", "江戸川")]
    [InlineData("江戸川区", "江戸川")]
    public void Does_not_turn_one_short_name_into_another(string typed, string name) => Assert.Empty(Correct(typed, name));

    [Theory]
    [InlineData("新篠津村")]
    [InlineData("当別")]
    [InlineData("")]
    [InlineData("品川水族館")]
    public void Leaves_right_short_and_foreign_words_alone(string typed) => Assert.Empty(Correct(typed, "新篠津村", "当別町"));

    [Fact]
    public void Leaves_two_slips_alone() => Assert.Empty(Correct("新條律村", "新篠津村"));

    [Fact]
    public void Corrects_no_category_and_no_word_that_needs_a_boundary()
    {
        var lexicon = new Lexicon<WordSense>();
        lexicon.Add("全国連携講演会", new NamesTerm(new Term(0, TermKind.Category, "全国連携講演会")));
        lexicon.Add("くろまつない", new NamesTerm(new Term(1, TermKind.Municipality, "黒松内町")) { NeedsBoundary = true });
        var corrector = new NameCorrector(lexicon);

        Assert.Empty(corrector.Correct("全国連係講演会"));
        Assert.Empty(corrector.Correct("くろまつまい"));
    }

    private static IReadOnlyList<string> Correct(string typed, params string[] names)
    {
        var lexicon = new Lexicon<WordSense>();
        for (var i = 0; i < names.Length; i++)
            lexicon.Add(names[i], new NamesTerm(new Term(i, TermKind.Name, names[i])));
        return [.. new NameCorrector(lexicon).Correct(typed).Select(term => term.Name)];
    }
}
