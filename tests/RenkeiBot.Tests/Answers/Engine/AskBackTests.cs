using RenkeiBot.Service.Answers.Reasoning;
using static RenkeiBot.Tests.Answers.Engine.DeliveredEngine;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>Names and conditions that fit several things.</summary>
public sealed class AskBackTests
{
    [Theory]
    [InlineData("第2回講演会のテーマは", 6)]
    [InlineData("第1回全国連携展示の期間は？", 5)]
    [InlineData("講演会のテーマは？", 8)]
    [InlineData("8月6日の区長会総会では何を確認しましたか", 3)]
    public void Asks_back_and_offers_the_things_to_choose_from(string question, int choices)
    {
        var answer = Ask(question);

        Assert.Equal(AnswerKind.AskBack, answer.Kind);
        Assert.Contains("どれのことですか", answer.Text, StringComparison.Ordinal);
        Assert.Equal(choices, answer.Choices.Count);
        Assert.Equal(choices, answer.Choices.Select(choice => choice.Label).Distinct().Count());
    }

    [Theory]
    [InlineData("第2回講演会のテーマは")]
    [InlineData("第1回全国連携展示の期間は？")]
    [InlineData("8月6日の区長会総会では何を確認しましたか")]
    [InlineData("西川会長を訪問したのは誰")]
    public void Each_choice_leads_to_what_it_names(string question)
    {
        var (back, topic) = DeliveredEngine.Engine.Ask(question, Today, null);

        Assert.All(back.Choices.Zip(back.Entries), pair =>
        {
            foreach (var before in (ConversationTopic?[])[topic, null])
            {
                var (answer, _) = DeliveredEngine.Engine.Ask(pair.First.Question, Today, before);
                Assert.Equal(AnswerKind.Fact, answer.Kind);
                Assert.Equal([pair.Second.Key], answer.Entries.Select(entry => entry.Key));
            }
        });
    }
}
