using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using RenkeiBot.Cards.Elements;

namespace RenkeiBot.Tests.Cards;

/// <summary>What holds for every card the bot can show, found by reflection so that none is forgotten.</summary>
public sealed class EveryCardTests
{
    private static readonly MethodInfo[] Builders =
    [
        .. typeof(AdaptiveCard).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType == typeof(AdaptiveCard) && !method.IsSpecialName),
    ];

    public static TheoryData<string> SampleNames => [.. SampleCards.All.Keys];

    private static readonly Dictionary<string, string> ExtremeTexts = new()
    {
        ["nothing"] = "",
        ["kanji"] = new('漢', 5000),
        ["rare kanji"] = Repeat("𠮷野家", 1700),
        ["variation selectors"] = Repeat("邉\U000E0101", 1700),
        ["stacked marks"] = "か" + new string('\u3099', 5000),
        ["marks"] = Repeat("*_[]()`~|\\<>&{{", 350),
        ["quotes"] = Repeat("\"\\\u3000", 1700),
        ["lines"] = Repeat("1.\n", 1700),
        ["invisible"] = Repeat("\u202E\u200B\0\uD800", 1250),
        ["emoji"] = Repeat("👨‍👩‍👧‍👦", 460),
    };

    public static TheoryData<string, string> BuildersAndExtremeTexts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var builder in Builders)
                foreach (var name in ExtremeTexts.Keys)
                    data.Add(builder.DeclaringType!.Name, name);
            return data;
        }
    }

    [Fact]
    public void Every_builder_has_a_sample()
    {
        Assert.NotEmpty(Builders);
        var sampled = SampleCards.All.Keys.Select(name => name.Split('/')[0]).ToHashSet();
        Assert.All(Builders, builder => Assert.Contains(builder.DeclaringType!.Name, sampled));
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void A_sample_is_valid_against_the_official_schema(string name) => Assert.Empty(CardSchema.Problems(SampleCards.All[name]));

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void A_sample_fits_opens_with_text_and_can_be_heard(string name)
    {
        var card = SampleCards.All[name];
        Assert.InRange(card.ToUtf8Json().Length, 1, AdaptiveCard.MaxUtf8Length);
        AssertUsable(card);
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void The_buttons_of_a_sample_have_titles_a_phone_can_show(string name) => Assert.All(Nodes(SampleCards.All[name]), node =>
    {
        if ((string?)node["type"] is not { } type || !type.StartsWith("Action.", StringComparison.Ordinal)) return;
        var title = (string?)node["title"];
        Assert.False(string.IsNullOrWhiteSpace(title));
        Assert.InRange(title.Length, 1, 40);
    });

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void A_button_that_opens_a_part_of_a_card_is_not_named_like_the_button_in_it(string name) => Assert.All(Nodes(SampleCards.All[name]), node =>
    {
        if ((string?)node["type"] != "Action.ShowCard") return;
        Assert.DoesNotContain((string?)node["title"], Nodes(node["card"]).Select(inner => (string?)inner["title"]));
    });

    [Theory]
    [MemberData(nameof(BuildersAndExtremeTexts))]
    public void A_card_stays_valid_and_within_its_size_whatever_it_is_given(string builder, string text)
    {
        var method = Builders.Single(method => method.DeclaringType!.Name == builder);
        object[] views = [.. method.GetParameters().Select(parameter => ExtremeViews.Fill(parameter.ParameterType, ExtremeTexts[text], 500))];

        var json = ((AdaptiveCard)method.Invoke(null, views)!).ToUtf8Json();

        Assert.InRange(json.Length, 1, AdaptiveCard.MaxUtf8Length);
        Assert.Empty(CardSchema.Problems(json));
        Assert.DoesNotContain('\uFFFD', new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(json));
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static void AssertUsable(AdaptiveCard card)
    {
        var json = JsonNode.Parse(card.ToUtf8Json())!;
        Assert.False(string.IsNullOrWhiteSpace((string?)json["fallbackText"]));
        Assert.False(string.IsNullOrWhiteSpace((string?)json["speak"]));
        Assert.Equal("1.5", (string?)json["version"]);
        Assert.Equal("ja", (string?)json["lang"]);
        Assert.Equal("TextBlock", (string?)json["body"]![0]!["type"]);
        Assert.All(Nodes(card), node =>
        {
            var type = (string?)node["type"];
            if (type == "Image") Assert.False(string.IsNullOrWhiteSpace((string?)node["altText"]));
            if (type?.StartsWith("Input.", StringComparison.Ordinal) is true) Assert.False(string.IsNullOrWhiteSpace((string?)node["label"]));
            if ((bool?)node["isRequired"] is true) Assert.False(string.IsNullOrWhiteSpace((string?)node["errorMessage"]));
        });
    }

    private static IEnumerable<JsonObject> Nodes(AdaptiveCard card) => Nodes(JsonNode.Parse(card.ToUtf8Json()));

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(property => Nodes(property.Value)).Prepend(item),
        JsonArray array => array.SelectMany(Nodes),
        _ => [],
    };
}
