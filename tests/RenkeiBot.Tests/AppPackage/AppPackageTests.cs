using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace RenkeiBot.Tests.AppPackage;

/// <summary>What Teams checks when the app is uploaded.</summary>
public sealed class AppPackageTests(PackedApp app) : IClassFixture<PackedApp>
{
    private string ManifestText => Encoding.UTF8.GetString(app.Files["manifest.json"]);

    private JsonNode Manifest => JsonNode.Parse(ManifestText)!;

    [Fact]
    public void The_package_holds_the_manifest_and_its_icons_and_nothing_else() =>
        Assert.Equal(["color.png", "manifest.json", "outline.png"], app.Files.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_manifest_is_valid_against_the_official_schema()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Schemas", "teams-manifest-v1.24.schema.json"));

        Assert.Empty(schema.Validate(ManifestText).Select(error => error.ToString()));
    }

    [Fact]
    public void The_ids_of_the_installation_are_filled_in()
    {
        Assert.DoesNotContain("{{", ManifestText, StringComparison.Ordinal);
        Assert.Equal(PackedApp.BotId, (string?)Manifest["bots"]![0]!["botId"]);
        Assert.True(Guid.TryParse((string?)Manifest["id"], out _));
    }

    [Fact]
    public async Task An_id_that_is_no_guid_is_refused()
    {
        var (exitCode, output) = await PackedApp.PackAsync("-p:BotId=renkeibot");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("BotId must be a GUID", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bot_can_be_added_wherever_officers_talk_and_lists_its_commands_there()
    {
        var bot = Manifest["bots"]![0]!;
        string[] scopes = ["personal", "team", "groupChat"];

        Assert.Equal(scopes, Strings(bot["scopes"]));
        Assert.Equal(scopes, bot["commandLists"]!.AsArray().SelectMany(list => Strings(list!["scopes"])));
        Assert.All(bot["commandLists"]!.AsArray(), list => Assert.Contains(list!["commands"]!.AsArray(), command => (string?)command!["title"] == "ヘルプ"));
    }

    [Fact]
    public void Addresses_of_the_developer_are_https()
    {
        var developer = Manifest["developer"]!;
        Assert.All(["websiteUrl", "privacyUrl", "termsOfUseUrl"], key => Assert.Equal(Uri.UriSchemeHttps, new Uri((string)developer[key]!).Scheme));
    }

    [Theory]
    [InlineData("color", 192)]
    [InlineData("outline", 32)]
    public void An_icon_has_the_size_that_Teams_asks_for(string key, int size)
    {
        var icon = app.Files[(string)Manifest["icons"]![key]!];

        Assert.Equal(0x89504E470D0A1A0A, BinaryPrimitives.ReadUInt64BigEndian(icon));
        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20))));
    }

    [Fact]
    public void The_outline_is_white_on_transparent_and_the_colour_icon_has_no_holes()
    {
        var outline = Pixels(app.Files["outline.png"], 32);
        Assert.All(outline, pixel => Assert.True(pixel[3] == 0 || pixel is [255, 255, 255, _]));
        Assert.Contains(outline, pixel => pixel[3] == 0);
        Assert.Contains(outline, pixel => pixel[3] == 255);
        Assert.All(Pixels(app.Files["color.png"], 192), pixel => Assert.Equal(255, pixel[3]));
    }

    private static IEnumerable<string?> Strings(JsonNode? array) => array!.AsArray().Select(item => (string?)item);

    /// <summary>The pixels (red, green, blue, opacity) of a picture as appPackage/draw-icons.mjs writes it: 8-bit RGBA, one data chunk, rows without a filter.</summary>
    private static List<byte[]> Pixels(byte[] png, int size)
    {
        const int HeaderEnd = 33;
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(HeaderEnd));
        Assert.Equal("IDAT", Encoding.ASCII.GetString(png, HeaderEnd + 4, 4));
        using var zlib = new ZLibStream(new MemoryStream(png, HeaderEnd + 8, length), CompressionMode.Decompress);
        var pixels = new List<byte[]>(size * size);
        var row = new byte[1 + size * 4];
        for (var y = 0; y < size; y++)
        {
            zlib.ReadExactly(row);
            Assert.Equal(0, row[0]);
            pixels.AddRange(row.Skip(1).Chunk(4));
        }

        return pixels;
    }
}
