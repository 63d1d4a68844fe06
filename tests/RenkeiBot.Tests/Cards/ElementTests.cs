using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using RenkeiBot.Cards.Elements;

namespace RenkeiBot.Tests.Cards;

public sealed class ElementTests
{
    private static JsonNode Gallery => JsonNode.Parse(ElementGallery.Card.ToUtf8Json())!;

    [Fact]
    public void Every_element_and_action_is_valid_against_the_official_schema() => Assert.Empty(CardSchema.Problems(ElementGallery.Card));

    [Fact]
    public void The_schema_check_names_the_wrong_property()
    {
        var problem = Assert.Single(CardSchema.Problems("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","colour":"good"}]}"""u8));
        Assert.Contains("colour", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_gallery_shows_every_element_and_action()
    {
        var shown = new HashSet<Type>();
        Collect(ElementGallery.Card.Body, shown);
        shown.UnionWith(ElementGallery.Card.Actions.Select(action => action.GetType()));
        var all = typeof(CardElement).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && (type.IsSubclassOf(typeof(CardElement)) || type.IsSubclassOf(typeof(CardAction))));
        Assert.All(all, type => Assert.Contains(type, shown));
    }

    [Fact]
    public void A_card_written_into_an_open_document_is_the_same_card()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, AdaptiveCard.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("content"u8);
            ElementGallery.Card.WriteTo(writer);
            writer.WritePropertyName("raw"u8);
            writer.WriteRawValue(ElementGallery.Card.ToUtf8Json(), skipInputValidation: true);
            writer.WriteEndObject();
        }

        var document = JsonNode.Parse(buffer.WrittenSpan)!;
        Assert.True(JsonNode.DeepEquals(Gallery, document["content"]));
        Assert.True(JsonNode.DeepEquals(Gallery, document["raw"]));
        Assert.Equal(ElementGallery.Card.ToUtf8Json().Length, ElementGallery.Card.MeasureUtf8Json());
    }

    [Fact]
    public void An_action_carries_its_verb_and_falls_back_to_a_submit_with_the_same_data()
    {
        var execute = Gallery["actions"]![1]!;
        Assert.Equal("proposals.submit", (string?)execute["verb"]);
        Assert.Equal("p1", (string?)execute["data"]!["id"]);
        Assert.Equal("Action.Submit", (string?)execute["fallback"]!["type"]);
        Assert.Equal("proposals.submit", (string?)execute["fallback"]!["data"]!["verb"]);
        Assert.Equal("p1", (string?)execute["fallback"]!["data"]!["id"]);
    }

    [Fact]
    public void A_mention_stands_in_the_text_exactly_as_in_the_entity()
    {
        Assert.Equal("<at>連携 太郎</at> さん、確認をお願いします。", (string?)Gallery["body"]![0]!["text"]);
        var entity = Gallery["msteams"]!["entities"]![0]!;
        Assert.Equal("<at>連携 太郎</at>", (string?)entity["text"]);
        Assert.Equal("29:abc", (string?)entity["mentioned"]!["id"]);
    }

    [Fact]
    public void A_mentioned_name_cannot_close_its_tag() => Assert.Equal("<at>悪/atbさん</at>", new Mention("29:x", "悪</at>**b**さん").Text);

    [Fact]
    public void Choices_are_escaped_only_where_the_renderer_reads_markdown()
    {
        var inputs = Gallery["body"]!.AsArray().Where(node => (string?)node!["type"] == "Input.ChoiceSet").ToArray();
        Assert.Equal("\\[港\\]区", (string?)inputs[0]!["choices"]![1]!["title"]);
        Assert.Equal("[港]区", (string?)inputs[1]!["choices"]![0]!["title"]);
    }

    [Fact]
    public void A_choice_with_a_comma_is_refused() => Assert.Throws<ArgumentException>(() => new Choice("二つ", "a,b"));

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    public void Only_https_pages_are_opened(string url) => Assert.Throws<ArgumentException>(() => new OpenUrlAction("開く", new Uri(url)));

    [Fact]
    public void Speech_markup_in_a_text_is_not_spoken_as_markup()
    {
        var card = new AdaptiveCard { Body = [], FallbackText = "x", Speak = "<audio src='x'/>A&B" };
        Assert.Equal("＜audio src='x'/＞A＆B", (string?)JsonNode.Parse(card.ToUtf8Json())!["speak"]);
    }

    [Fact]
    public void No_more_people_refresh_by_themselves_than_Teams_takes()
    {
        var card = new AdaptiveCard
        {
            Body = [],
            FallbackText = "x",
            Speak = "x",
            Refresh = new Refresh(new ExecuteAction("更新", new ActionData("v")), [.. Enumerable.Range(0, 100).Select(n => $"29:{n}")]),
        };
        Assert.Equal(60, JsonNode.Parse(card.ToUtf8Json())!["refresh"]!["userIds"]!.AsArray().Count);
    }

    private static void Collect(IEnumerable<CardElement> elements, HashSet<Type> shown)
    {
        foreach (var element in elements)
        {
            shown.Add(element.GetType());
            if (element is ColumnSet set) Collect(set.Columns, shown);
            if (element is ActionSet actions) shown.UnionWith(actions.Actions.Select(action => action.GetType()));
        }
    }
}
