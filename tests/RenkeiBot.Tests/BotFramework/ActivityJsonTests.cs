using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using RenkeiBot.BotFramework;

namespace RenkeiBot.Tests.BotFramework;

public sealed class ActivityJsonTests
{
    private static readonly JsonSerializerOptions Plain = new();

    private static JsonNode RoundTrip(JsonNode json)
    {
        var activity = JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(json.ToJsonString(Plain)), BotFrameworkJson.Activity);
        return JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(activity!, BotFrameworkJson.Activity))!;
    }

    public static TheoryData<string> Examples =>
        new([.. Directory.GetFiles(Path.GetDirectoryName(LibraryBot.ExamplePath("x"))!, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!)]);

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_captured_activity_comes_through_unchanged(string name)
    {
        var json = JsonNode.Parse(File.ReadAllText(LibraryBot.ExamplePath(name)))!;
        var back = RoundTrip(json);
        // The same instant, written with its offset.
        foreach (var instant in new[] { "timestamp", "localTimestamp" })
        {
            if (json[instant] is not { } before)
                continue;
            Assert.Equal(Instant(before), Instant(back[instant]));
            back[instant] = before.DeepClone();
        }
        Assert.True(JsonNode.DeepEquals(json, back), back.ToJsonString());
    }

    private static DateTimeOffset Instant(JsonNode? node) => DateTimeOffset.Parse((string)node!, CultureInfo.InvariantCulture);

    [Fact]
    public void Unknown_properties_survive_at_every_level()
    {
        // Names that no version of the protocol uses, so that none can be a known property of another type.
        var names = Gen.Elements("x-a", "x-日本", "x ", "x\"q", "x-c").NonEmptyListOf().Select(list => list.Distinct().ToArray());
        var extras = Gen.Sized(size => names
            .SelectMany(keys => Gen.CollectToArray(keys, key => Value(Math.Min(size, 4)).Select(value => KeyValuePair.Create(key, value))))
            .Select(pairs => new JsonObject([.. pairs.Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))])));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(extras.ToArbitrary(), extra =>
        {
            var json = Skeleton();
            foreach (var level in Levels(json).ToList())
            {
                foreach (var (name, value) in extra)
                    level[name] = value?.DeepClone();
            }
            return JsonNode.DeepEquals(json, RoundTrip(json));
        }));
    }

    private static Gen<JsonNode?> Value(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Constant<JsonNode?>(null),
            ArbMap.Default.GeneratorFor<bool>().Select(b => (JsonNode?)JsonValue.Create(b)),
            ArbMap.Default.GeneratorFor<int>().Select(i => (JsonNode?)JsonValue.Create(i)),
            Gen.Elements("", "値", "a\"b\\c\n", "True", "👪 \u2028").Select(s => (JsonNode?)JsonValue.Create(s)));
        if (depth == 0)
            return leaf;
        var below = Value(depth - 1);
        return Gen.OneOf(
            leaf,
            below.ListOf().Select(list => (JsonNode?)new JsonArray([.. list.Take(3).Select(v => v?.DeepClone())])),
            below.ListOf().Select(list => (JsonNode?)new JsonObject([.. list.Take(3).Select((v, i) => KeyValuePair.Create($"k{i}", v?.DeepClone()))])));
    }

    private static JsonObject Skeleton() => JsonNode.Parse("""
        {"type":"message","from":{"id":"29:a"},"recipient":{"id":"28:b"},"conversation":{"id":"a:1"},"channelData":{"tenant":{"id":"t"}},
         "entities":[{"type":"mention","mentioned":{"id":"28:b"},"text":"<at>b</at>"}],"attachments":[{"contentType":"x/y","content":{"a":1}}],
         "membersAdded":[{"id":"29:c"}],"reactionsAdded":[{"type":"like"}],"relatesTo":{"activityId":"1","user":{"id":"29:d"}},
         "suggestedActions":{"to":["29:a"],"actions":[{"type":"imBack","title":"ヘルプ","value":"ヘルプ"}]},"value":{"verb":"v"}}
        """)!.AsObject();

    private static IEnumerable<JsonObject> Levels(JsonNode? node) => node switch
    {
        JsonObject o => [o, .. o.SelectMany(p => Levels(p.Value))],
        JsonArray a => a.SelectMany(Levels),
        _ => [],
    };

    [Fact]
    public void Known_properties_are_read_leniently()
    {
        var activity = JsonSerializer.Deserialize("""
            {"type":"message","id":1795210018309,"text":true,"timestamp":"soon","localTimestamp":"2026-11-21T06:26:58.075+09:00",
             "from":{"id":"29:a","aadObjectId":"00000000-0000-0000-0000-00000000000011","name":["x"]},"recipient":"bot",
             "conversation":{"isGroup":"True","id":"a:1","tenantId":"00000000-0000-0000-0000-0000000000001"},
             "membersAdded":{"id":"29:a"},"entities":[1,{"type":"mention","mentioned":"x"},null],"value":"text","channelData":7}
            """u8, BotFrameworkJson.Activity)!;
        Assert.Equal("1795210018309", activity.Id);
        Assert.Equal("true", activity.Text);
        Assert.Null(activity.Timestamp);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 6, 26, 58, 75, TimeSpan.FromHours(9)), activity.LocalTimestamp);
        Assert.Equal("00000000-0000-0000-0000-00000000000011", activity.From!.AadObjectId);
        Assert.Null(activity.From.Name);
        Assert.Null(activity.Recipient);
        Assert.True(activity.Conversation!.IsGroup);
        Assert.Equal("00000000-0000-0000-0000-0000000000001", activity.Conversation.TenantId);
        Assert.Null(activity.MembersAdded);
        Assert.Null(Assert.Single(activity.Entities!).Mentioned);
        Assert.Null(TeamsChannelData.From(activity));
    }

    [Fact]
    public void Japanese_text_is_written_as_it_is()
    {
        var json = JsonSerializer.Serialize(Activity.CreateMessage("黄金がに <at>"), BotFrameworkJson.Activity);
        Assert.Equal("""{"type":"message","textFormat":"plain","text":"黄金がに <at>"}""", json);
    }

    [Fact]
    public void A_card_of_any_form_is_written_as_the_same_content()
    {
        const string card = """{"type":"AdaptiveCard","body":[]}""";
        using var document = JsonDocument.Parse(card);
        RawJson[] forms = [RawJson.FromUtf8(Encoding.UTF8.GetBytes(card)), Encoding.UTF8.GetBytes(card), document.RootElement, JsonNode.Parse(card)!];
        foreach (var form in forms)
        {
            Assert.Equal(
                $$"""{"type":"message","summary":"要約","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{{card}}}]}""",
                JsonSerializer.Serialize(Activity.CreateCard(form, "要約"), BotFrameworkJson.Activity));
            Assert.Equal("AdaptiveCard", form.ToElement().GetProperty("type").GetString());
            Assert.Equal(card, form.ToString());
        }
    }
}
