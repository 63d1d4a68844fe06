using RenkeiBot.Service.Answers.Knowledge;

namespace RenkeiBot.Tests.Answers.Knowledge;

public sealed class LexiconTests
{
    [Fact]
    public void Gives_the_words_at_a_place_longest_first()
    {
        var lexicon = Of("東", "東京", "東京都", "東京都庁", "京都");

        Assert.Equal(["東京都庁", "東京都", "東京", "東"], WordsAt(lexicon, "東京都庁前", 0));
        Assert.Equal(["京都"], WordsAt(lexicon, "東京都庁前", 1));
        Assert.Empty(WordsAt(lexicon, "東京都庁前", 2));
    }

    [Theory]
    [InlineData("港", 0)]
    [InlineData("港区", 0)]
    [InlineData("品川と港", 3)]
    public void Finds_a_word_of_one_character_also_at_the_end_of_the_text(string text, int start) =>
        Assert.Equal(["港"], WordsAt(Of("港"), text, start));

    [Fact]
    public void Finds_no_word_that_the_text_only_begins() => Assert.Empty(WordsAt(Of("講演会"), "講演", 0));

    [Fact]
    public void Keeps_the_lengths_of_words_with_the_same_first_two_characters_apart()
    {
        var lexicon = Of("全国", "全国連携展示", "全員");

        Assert.Equal(["全国"], WordsAt(lexicon, "全国連携", 0));
        Assert.Equal(["全国連携展示", "全国"], WordsAt(lexicon, "全国連携展示の", 0));
        Assert.Equal(["全員"], WordsAt(lexicon, "全員", 0));
    }

    [Theory]
    [InlineData(63, 1)]
    [InlineData(64, 0)]
    public void Takes_words_of_up_to_63_characters(int length, int count)
    {
        var word = new string('長', length);
        var lexicon = Of(word);

        Assert.Equal(count, lexicon.Count);
        Assert.Equal(count, WordsAt(lexicon, word + "い", 0).Count);
    }

    [Fact]
    public void Leaves_out_the_empty_word() => Assert.Equal(0, Of("").Count);

    [Fact]
    public void Gives_all_meanings_of_a_word_once()
    {
        var lexicon = new Lexicon<string>();
        lexicon.Add("府中市", "東京都");
        lexicon.Add("府中市", "広島県");
        lexicon.Add("府中市", "東京都");

        Assert.Equal(["東京都", "広島県"], lexicon["府中市"]);
        Assert.Empty(lexicon["府中"]);
    }

    private static Lexicon<string> Of(params string[] words)
    {
        var lexicon = new Lexicon<string>();
        foreach (var word in words)
            lexicon.Add(word, word);
        return lexicon;
    }

    private static List<string> WordsAt(Lexicon<string> lexicon, string text, int start)
    {
        var matches = new List<(int Length, IReadOnlyList<string> Meanings)>();
        lexicon.MatchesAt(text, start, matches);
        Assert.All(matches, match => Assert.Equal([text.Substring(start, match.Length)], match.Meanings));
        return [.. matches.Select(match => match.Meanings[0])];
    }
}
