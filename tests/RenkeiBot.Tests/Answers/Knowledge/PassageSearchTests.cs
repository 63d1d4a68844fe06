using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Questions;

namespace RenkeiBot.Tests.Answers.Knowledge;

public sealed class PassageSearchTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Puts_the_record_that_shares_most_with_the_question_first() =>
        Assert.Equal(["森林整備の協定", "森林の講演"], Search("森林整備", 5, ("森林の講演", "森林を学ぶ"), ("森林整備の協定", "森林整備を進める"), ("茶の展示", "お茶を味わう")));

    [Fact]
    public void Counts_a_rare_word_more_than_one_that_stands_everywhere() =>
        Assert.Equal("連携の茶会", Search("連携 茶会", 3, ("連携の講演", "連携連携"), ("連携の茶会", "茶会"), ("連携の展示", "連携"))[0]);

    [Fact]
    public void Puts_the_shorter_of_two_records_with_the_same_words_first() =>
        Assert.Equal(["雪の保存", "雪の保存と利用"], Search("保存", 2, ("雪の保存と利用", "雪室を用いて夏の子ども祭りで雪遊びを楽しむ取組を三つの区で行った記録"), ("雪の保存", "夏まで")));

    [Fact]
    public void Gives_at_most_as_many_as_asked_for() =>
        Assert.Equal(2, Search("講演", 2, ("講演一", "あ"), ("講演二", "い"), ("講演三", "う")).Count);

    [Fact]
    public void Keeps_the_order_of_the_records_where_all_fit_alike() =>
        Assert.Equal(["講演一", "講演二", "講演三"], Search("講演", 3, ("講演一", "あい"), ("講演二", "うえ"), ("講演三", "おか")));

    [Theory]
    [InlineData("餃子")]
    [InlineData("")]
    [InlineData("はいつですか")]
    public void Finds_nothing_for_words_that_no_record_has(string question) => Assert.Empty(Search(question, 3, ("講演", "森林")));

    [Fact]
    public void Finds_nothing_without_records() => Assert.Empty(Search("講演", 3));

    private static IReadOnlyList<string> Search(string question, int count, params (string Title, string Text)[] records)
    {
        var builder = new KnowledgeBuilder();
        var category = builder.Term(TermKind.Category, "記録簿");
        foreach (var (title, text) in records)
        {
            builder.Add(new Entry
            {
                Key = $"test/{title}", Title = title, Categories = [category], Overview = text, Sources = [],
                Facets = [new Facet(Aspect.Content, "内訳", text)],
            });
        }

        var knowledge = builder.Build(new KnowledgeTables());
        return [.. knowledge.Passages.Search(new QuestionReader(knowledge).Read(question, Today), count).Select(entry => entry.Title)];
    }
}
