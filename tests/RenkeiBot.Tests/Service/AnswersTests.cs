using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Answers;
using RenkeiBot.Tests.Fakes;

namespace RenkeiBot.Tests.Service;

/// <summary>Questions, greetings and help, through the front door.</summary>
public sealed class AnswersTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private const string Question = "平成29年度第1回の講演会はいつ？";
    private const string Answer = "9月21日";

    private RunningBot Bot => shared.Bot;

    [Fact]
    public async Task A_question_gets_its_answer_as_summary_and_card()
    {
        var outcome = await Bot.User().SendAsync(Question);

        Assert.Equal(HttpStatusCode.OK, outcome.Status);
        var reply = Assert.Single(outcome.Replies);
        Assert.Contains(Answer, (string?)reply["summary"], StringComparison.Ordinal);
        Assert.NotNull(outcome.Card);
    }

    [Fact]
    public async Task A_card_names_the_document_without_the_line_of_its_transcript()
    {
        var outcome = await Bot.User().SendAsync(Question);

        var sources = Texts(outcome.Card!).Where(text => text.StartsWith("出典：", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.Matches(@"^出典：.+（.+）$", source));
        Assert.All(sources, source => Assert.DoesNotMatch(@"L\d", source));
    }

    [Fact]
    public async Task A_follow_up_leans_on_the_question_before()
    {
        var user = Bot.User();
        await user.SendAsync(Question);

        var outcome = await user.SendAsync("会場は？");

        Assert.Contains("東京区政会館", outcome.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_in_one_chat_do_not_inherit_from_each_other()
    {
        var group = "19:" + Guid.NewGuid().ToString("N") + "@thread.v2";
        await Bot.UserIn(group, "groupChat").SendAsync(Question);

        var alone = await Bot.User("groupChat").SendAsync("会場は？");
        var other = await Bot.UserIn(group, "groupChat").SendAsync("会場は？");

        Assert.Equal(alone.Answer, other.Answer);
    }

    [Fact]
    public async Task A_pressed_question_is_answered_in_the_conversation_like_a_typed_one()
    {
        var typed = await Bot.User().SendAsync(Question);

        var pressed = await Bot.User().SubmitAsync(Press(Question), replyToId: "1795210021393");

        Assert.Equal(typed.Answer, pressed.Answer);
        Assert.DoesNotContain(pressed.Calls, call => call.Operation == ConnectorOperation.Update);
    }

    [Fact]
    public async Task An_executed_question_is_answered_in_the_conversation_and_the_card_stays()
    {
        var outcome = await Bot.User().ExecuteAsync(AnswerVerbs.Ask, new JsonObject { [AnswerVerbs.QuestionKey] = Question });

        Assert.Contains(Answer, outcome.Answer, StringComparison.Ordinal);
        Assert.Equal(200, (int?)outcome.Body?["statusCode"]);
        Assert.Equal("application/vnd.microsoft.activity.message", (string?)outcome.Body?["type"]);
    }

    [Fact]
    public async Task A_pressed_command_does_what_the_typed_one_does()
    {
        var pressed = await Bot.User().SubmitAsync(Press("ヘルプ"));

        Assert.Equal((await Bot.User().SendAsync("ヘルプ")).Card!.ToJsonString(), pressed.Card!.ToJsonString());
    }

    [Theory]
    [InlineData("ヘルプ")]
    [InlineData("ﾍﾙﾌﾟ")]
    [InlineData("へるぷ")]
    [InlineData("HELP")]
    [InlineData("？")]
    [InlineData("使い方")]
    [InlineData("")]
    public async Task Help_shows_examples_to_press_and_the_commands(string text)
    {
        var outcome = await Bot.User().SendAsync(text);

        Assert.Single(outcome.Replies);
        var pressable = Questions(outcome.Card!);
        Assert.Superset(HelpCard.Examples.ToHashSet(), pressable.ToHashSet());
        Assert.Contains("ヘルプ", pressable);
    }

    [Theory]
    [InlineData("ありがとう", "どういたしまして")]
    [InlineData("ありがとうございました！😊", "どういたしまして")]
    [InlineData("Thank you!", "どういたしまして")]
    [InlineData("こんにちは。", "こんにちは")]
    [InlineData("おはようございます", "おはようございます")]
    [InlineData("よろしくお願いします", "よろしくお願い")]
    public async Task A_greeting_gets_a_short_sentence_without_a_card(string text, string reply)
    {
        var outcome = await Bot.User().SendAsync(text);

        Assert.StartsWith(reply, outcome.Answer, StringComparison.Ordinal);
        Assert.Null(outcome.Card);
        Assert.Equal("plain", (string?)outcome.Replies.Single()["textFormat"]);
    }

    [Fact]
    public async Task A_question_after_thanks_still_leans_on_the_question_before_them()
    {
        var user = Bot.User();
        await user.SendAsync(Question);
        await user.SendAsync("ありがとう");

        Assert.Contains("東京区政会館", (await user.SendAsync("会場は？")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_too_long_is_answered_from_its_beginning_and_says_so()
    {
        var outcome = await Bot.User().SendAsync(Question + string.Concat(Enumerable.Repeat("よろしくお願いします。", 200)));

        Assert.Contains("はじめの1,000文字", outcome.Answer, StringComparison.Ordinal);
        Assert.InRange(outcome.Answer.Length, 1, 600);
    }

    [Fact]
    public async Task A_mention_in_a_channel_is_answered_in_its_thread()
    {
        var user = Bot.User("channel");

        var outcome = await user.SendAsync(Question);

        Assert.Contains(Answer, outcome.Answer, StringComparison.Ordinal);
        var call = Assert.Single(outcome.Calls);
        Assert.Equal(ConnectorOperation.Reply, call.Operation);
        Assert.Equal(user.ConversationId, call.ConversationId);
    }

    [Fact]
    public async Task A_mention_and_nothing_else_gets_help()
    {
        var outcome = await Bot.User("channel").SendAsync("");

        Assert.Contains(HelpCard.Examples[0], Questions(outcome.Card!));
    }

    [Fact]
    public async Task Replies_that_are_expected_come_in_the_response()
    {
        var outcome = await Bot.User(expectReplies: true).SendAsync(Question);

        Assert.Empty(outcome.Calls);
        Assert.Contains(Answer, outcome.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_that_nobody_knows_gets_a_polite_refusal()
    {
        var submitted = await Bot.User().SubmitAsync(new JsonObject { ["verb"] = "nobody.knows" });
        var executed = await Bot.User().ExecuteAsync("nobody.knows");

        Assert.Contains("申し訳ありません", submitted.Answer, StringComparison.Ordinal);
        Assert.Equal(400, (int?)executed.Body?["statusCode"]);
        Assert.Contains("申し訳ありません", (string?)executed.Body?["value"]?["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_a_turn_is_apologised_for_and_logged_with_its_ids()
    {
        await using var bot = await RunningBot.StartAsync(null, services => services.AddSingleton<ITurnFeature, FailingFeature>());
        var user = bot.User();

        var outcome = await user.SendAsync("こわれる");

        Assert.Equal(HttpStatusCode.OK, outcome.Status);
        Assert.Contains("申し訳ありません", outcome.Answer, StringComparison.Ordinal);
        Assert.Contains(bot.Log, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains(user.ConversationId, StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log, line => line.Contains("こわれる", StringComparison.Ordinal));
    }

    internal static IReadOnlyList<string> Texts(JsonNode node) => [.. Nodes(node).Select(n => (string?)n["text"]).OfType<string>()];

    internal static IReadOnlyList<string> Questions(JsonNode card) => [.. Nodes(card).Select(n => n["data"]?[AnswerVerbs.QuestionKey]?.GetValue<string>()).OfType<string>()];

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject own => [own, .. own.SelectMany(property => Nodes(property.Value))],
        JsonArray array => array.SelectMany(Nodes),
        _ => [],
    };

    private static JsonObject Press(string question) => new() { ["verb"] = AnswerVerbs.Ask, [AnswerVerbs.QuestionKey] = question };

    private sealed class FailingFeature : ITurnFeature
    {
        public void Register(TurnRouter router) => router.OnCommand("こわれる", (_, _) => throw new InvalidOperationException("broken on purpose"));
    }
}
