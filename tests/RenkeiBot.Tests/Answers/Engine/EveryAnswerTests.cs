using RenkeiBot.Service.Answers.Reasoning;
using static RenkeiBot.Tests.Answers.Engine.DeliveredEngine;

namespace RenkeiBot.Tests.Answers.Engine;

/// <summary>What holds of every answer to the questions of the sets.</summary>
public sealed class EveryAnswerTests
{
    private const int SentenceLimit = 300;
    private const int ListLimit = 600;

    [Fact]
    public void Keeps_to_the_limits_of_length()
    {
        var tooLong = QuestionTexts.OfTheSets().Select(question => (Question: question, Answer: Ask(question)))
            .Where(pair => pair.Answer.Text.EnumerateRunes().Count() > (pair.Answer.Rows is null && pair.Answer.Kind != AnswerKind.AskBack ? SentenceLimit : ListLimit))
            .Select(pair => $"{pair.Question} ({pair.Answer.Text.Length}): {pair.Answer.Text}");

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Facts_have_a_source_and_questions_back_have_choices() =>
        Assert.All(QuestionTexts.OfTheSets(), question =>
        {
            var answer = Ask(question);
            Assert.False(string.IsNullOrWhiteSpace(answer.Text));
            Assert.True(answer.Kind != AnswerKind.Fact || answer.Sources.Count > 0, $"no source: {question}: {answer.Text}");
            Assert.True(answer.Kind != AnswerKind.AskBack || answer.Choices.Count > 1, $"no choice: {question}: {answer.Text}");
        });

    [Fact]
    public void Is_a_clean_Japanese_sentence()
    {
        string[] slips = ["。。", "。です", "、。", "（）", "「」", "はは、", "ですです", "しました。しました", "\n", "  "];
        var faults = QuestionTexts.OfTheSets().Select(question => (Question: question, Ask(question).Text))
            .Where(pair => slips.Any(slip => pair.Text.Contains(slip, StringComparison.Ordinal)) || !pair.Text.EndsWith('。') && !pair.Text.EndsWith('）') && !pair.Text.EndsWith('…'))
            .Select(pair => $"{pair.Question}: {pair.Text}");

        Assert.Empty(faults);
    }

    [Fact]
    public void Every_suggestion_and_choice_is_a_question_that_is_answered()
    {
        var faults = new List<string>();
        foreach (var question in QuestionTexts.OfTheSets())
        {
            var (answer, topic) = DeliveredEngine.Engine.Ask(question, Today, null);
            foreach (var next in answer.Suggestions.Take(3).Concat(answer.Choices.Select(choice => choice.Question)).Distinct())
            {
                var then = DeliveredEngine.Engine.Ask(next, Today, topic).Answer;
                if (then.Kind == AnswerKind.Passage || then.Text == "お尋ねの内容は、記録に見つかりませんでした。")
                    faults.Add($"{question} -> {next}: {then.Kind} {then.Text}");
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public void Is_the_same_every_time_and_from_several_threads_at_once()
    {
        var questions = QuestionTexts.OfTheSets();
        var alone = questions.Select(question => Ask(question).Text).ToList();

        var together = new string[questions.Count * 4];
        Parallel.For(0, together.Length, i => together[i] = Ask(questions[i % questions.Count]).Text);

        Assert.All(Enumerable.Range(0, together.Length), i => Assert.Equal(alone[i % questions.Count], together[i]));
    }
}
