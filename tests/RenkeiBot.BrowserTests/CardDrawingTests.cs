using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RenkeiBot.Cards.Elements;
using RenkeiBot.Tests.Cards;
using static Microsoft.Playwright.Assertions;

namespace RenkeiBot.BrowserTests;

/// <summary>Every card of the bot in the official renderer: nothing is lost, nothing is taken for markdown, nothing is complained about.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class CardDrawingTests(ChromiumBrowser browser)
{
    [BrowserFact]
    public Task Draws_every_card_with_all_its_text_on_a_desktop() => DrawsEveryCard(1100);

    [BrowserFact]
    public Task Draws_every_card_with_all_its_text_on_a_phone() => DrawsEveryCard(360);

    private async Task DrawsEveryCard(int width)
    {
        await using var bot = (await ScriptedBot.StartAsync()).Always([.. SampleCards.All.Select(sample => Message(sample.Key, sample.Value))]);
        await using var chat = await ChatPage.OpenAsync(await browser.NewPageAsync(width, 12_000), bot.Address, name: $"Draws_every_card_{width}");

        await chat.AskAsync("すべて");
        await Expect(chat.Answers).ToHaveCountAsync(SampleCards.All.Count);

        // What a button unfolds is part of its card.
        var folded = chat.Answers.Locator(".ac-pushButton.expandable:not(.expanded)");
        for (var i = await folded.CountAsync(); i > 0; i--)
            await folded.First.ClickAsync();
        var drawn = await chat.Answers.Locator(".card").AllTextContentsAsync();
        var lost = SampleCards.All.Zip(drawn, (sample, text) => (sample.Key, Texts: Texts(Json(sample.Value)).Where(part => !Bare(text).Contains(Bare(part), StringComparison.Ordinal))));
        Assert.Empty(lost.SelectMany(card => card.Texts.Select(text => $"{card.Key}: {text}")));
        Assert.Equal(SampleCards.All.Count, await chat.Answers.Locator(".card > .ac-adaptiveCard").CountAsync());
        Assert.Equal(0, await chat.OverflowAsync());
        Assert.Empty(chat.Problems);
        Assert.Empty(await chat.Page.EvaluateAsync<string[]>(Contrast.Script));
    }

    private static JsonObject Message(string name, AdaptiveCard card) => ScriptedBot.Card(Encoding.UTF8.GetString(card.ToUtf8Json()), id: name);

    private static JsonNode Json(AdaptiveCard card) => JsonNode.Parse(card.ToUtf8Json())!;

    /// <summary>What a reader should see, line by line: the texts and titles of the card, without the backslashes that keep them from being markdown.</summary>
    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject element => element.SelectMany(property => property switch
        {
            // Of a choice the reader sees the title; its value is for the bot.
            { Key: "choices", Value: JsonArray choices } => choices.SelectMany(choice => Lines(choice!["title"]!.GetValue<string>())),
            { Key: "text" or "title" or "label", Value: JsonValue text } => Lines(text.GetValue<string>()),
            { Key: "value", Value: JsonValue text } when !element.ContainsKey("type") => Lines(text.GetValue<string>()),
            { Key: "data" or "msteams" or "refresh" } => [],
            _ => Texts(property.Value),
        }),
        JsonArray elements => elements.SelectMany(Texts),
        _ => [],
    };

    private static string[] Lines(string markdown) => Escape().Replace(markdown, "$1").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Bare(string text) => WhiteSpace().Replace(text, "");

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
