using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;

namespace RenkeiBot.Tests.Data;

/// <summary>A broken file is refused with its name, the line and one sentence. Each row breaks one thing in a copy of the real files.</summary>
public sealed class RecordRefusalTests
{
    [Theory]
    // Not JSON, or not the JSON of the kind.
    [InlineData("regional-agreements.json", "\"gunma-mayors\"", "\"memberCount\": 12,", "\"memberCount\": 12", 1, "is invalid after a value")]
    [InlineData("regional-agreements.json", "\"gunma-mayors\"", "\"memberCount\": 12", "\"memberCount\": \"12\"", 0, "memberCount: The value is no whole number")]
    [InlineData("regional-agreements.json", "\"gunma-mayors\"", "\"memberCount\": 12", "\"memberCuont\": 12", 0, "'memberCuont' could not be mapped")]
    [InlineData("regional-agreements.json", "\"gunma-mayors\"", "\"name\": \"群馬県市長会\"", "\"name\": null", 0, "doesn't allow null values")]
    [InlineData("regional-agreements.json", "\"gunma-mayors\"", "2018-04-16", "2018-04-31", 0, "signedOn: The value is no date (yyyy-MM-dd)")]
    [InlineData("regional-agreements.json", "\"gunma-mayors\"", "MayorsAssociation", "Mayors", 0, "kind: The value is no AssociationKind (MayorsAssociation, TownVillageAssociation)")]
    [InlineData("regional-agreements.json", "\"gunma-mayors\"", "\"MayorsAssociation\"", "7", 0, "7 is no AssociationKind")]
    [InlineData("regional-agreements.json", "\"gunma-mayors\"", "\"order\": 9", "\"key\": \"again\", \"order\": 9", 0, "Duplicate property 'key'")]
    // What every record keeps.
    [InlineData("regional-agreements.json", "\"records\"", "\"gunma-mayors\"", "\"hokkaido-towns\"", -1, "The key is there twice")]
    [InlineData("regional-agreements.json", "\"records\"", "\"gunma-mayors\"", "\"Gunma_mayors\"", 0, "A key has lower-case letters")]
    [InlineData("regional-agreements.json", "\"gunma-mayors\"", "\"document\": \"interim-2018\"", "\"document\": \"interim-2019\"", 0, "\"interim-2019\" is not in documents.json")]
    [InlineData("regional-agreements.json", "\"gunma-mayors\"", " (L120)", "", 0, "does not end with the transcript's line")]
    [InlineData("regional-agreements.json", "\"gunma-mayors\"", "\"field\": \"memberCount\"", "\"field\": \"members\"", 0, "has no property \"members\"")]
    [InlineData("regional-agreements.json", "\"gunma-mayors\"", "\"prefecture\": \"群馬県\"", "\"prefecture\": \"郡馬県\"", 0, "\"郡馬県\" is no prefecture")]
    [InlineData("figures.json", "\"registered-2015-09-29\"", "\"unit\": \"市町村\"", "\"unit\": \" \"", 0, "A text is not empty")]
    [InlineData("figures.json", "\"registered-2015-09-29\"", "現在、１８３", "現在<br>、１８３", 0, "HTML tag")]
    // What must add up.
    [InlineData("regional-agreements.json", "\"gunma-mayors\"", "\"memberCount\": 12", "\"memberCount\": 23", 0, "counts 23 members, the register has 12")]
    [InlineData("regional-agreements.json", "\"gunma-mayors\"", "\"order\": 9", "\"order\": 10", 0, "this is number 9")]
    [InlineData("regional-agreements.json", "\"gunma-mayors\"", "2018-04-16", "2018-01-16", 0, "older than the one before")]
    [InlineData("regional-agreements.json", "\"gunma-mayors\"", "\"name\": \"群馬県市長会\"", "\"name\": \"群馬県町村会\"", 0, "does not agree with the prefecture and the kind")]
    [InlineData("figures.json", "\"agreement-municipalities-2024-06-18\"", "\"value\": 372", "\"value\": 371", 0, "The agreements have 372 members together")]
    [InlineData("figures.json", "\"agreement-associations-2024-06-18\"", "\"value\": 13", "\"value\": 14", 0, "There are 13 agreements")]
    [InlineData("figures.json", "\"exchange-sum-2015-08-01\"", "\"value\": 580", "\"value\": 590", 0, "The table of 2015 has 580")]
    [InlineData("figures.json", "\"registered-2015-09-29\"", "\"series\": \"member-municipalities\"", "\"series\": \"members\"", 0, "There is no series \"members\"")]
    [InlineData("statistics.json", "\"member-municipalities\"", "\"value\": 120", "\"value\": 121", 0, "269 less 149 is 120")]
    [InlineData("statistics.json", "\"member-municipalities\"", "\"asOf\": \"2016-08-01\"", "\"asOf\": \"2016-03-01\"", 0, "does not lie in the fiscal year 2016")]
    [InlineData("statistics.json", "\"total-municipalities\"", "\"value\": 984", "\"value\": 9840", 0, "The total is not between the largest part 694 and the sum of the parts 1276")]
    [InlineData("figures.json", "\"registered-2015-09-29\"", "\"value\": 183", "\"value\": \"183\"", 0, "value: The value is no number")]
    [InlineData("figures.json", "\"registered-2015-09-29\"", "\"place\": \"会員", "\"place\": 3, \"planned\": \"会員", 0, "sources[0].place: The value is no text")]
    [InlineData("statistics.json", "\"agreement-municipalities\"", "\"value\": 321", "\"value\": 320", 0, "The agreements signed by 2018-08-01 have 321 members together")]
    [InlineData("exchange-2015.json", "\"2015-034\"", "\"code\": \"024244\"", "\"code\": \"024252\"", 0, "The register has no \"東通村\" of 青森県 with this code")]
    [InlineData("exchange-2015.json", "\"2015-034\"", ", \"note\": \"郡名を付けて記載されています。\"", "", 0, "a note must say why")]
    [InlineData("exchange-2015.json", "\"2015-079\"", ", \"duplicateOf\": \"2015-081\"", "", 2, "names the same place as 2015-079")]
    [InlineData("exchange-2015.json", "\"2015-079\"", "\"duplicateOf\": \"2015-081\"", "\"duplicateOf\": \"2015-082\"", 0, "2015-082 does not name the same place")]
    [InlineData("exchange-2015-table.json", "\"prefecture-02\"", "\"cities\": 7", "\"cities\": 8", 0, "The table has 8, the list of names 7")]
    [InlineData("exchange-2015-table.json", "\"region-tohoku\"", "\"sum\": 112", "\"sum\": 113", 0, "The rows add up to 112")]
    [InlineData("municipalities.json", "\"011002\"", "\"code\": \"012025\"", "\"code\": \"012026\"", 0, "check digit")]
    [InlineData("municipalities.json", "\"012033\"", "\"kind\": \"City\"", "\"kind\": \"Town\"", 0, "\"小樽市\" is no Town")]
    [InlineData("synonyms.json", "\"crab\"", "\"蟹\"", "\"カニ\"", 0, "stands in the group \"crab\" already")]
    [InlineData("synonyms.json", "\"soba\"", ", \"蕎麦\"", "", 0, "two words or more")]
    public async Task Refuses_a_broken_file_with_file_line_and_reason(string file, string after, string old, string replacement, int linesBelow, string reason)
    {
        using var folder = RecordFolder.Copy();
        var line = folder.Replace(file, after, old, replacement);

        var refusal = await folder.RefusalAsync();

        Assert.Equal(file, refusal.File);
        Assert.True(refusal.Reason.Contains(reason, StringComparison.Ordinal), refusal.Reason);
        Assert.Equal(line + linesBelow, refusal.Line);
        Assert.Equal($"{file}({refusal.Line}): {refusal.Reason}", refusal.Message);
    }

    [Fact]
    public async Task Refuses_a_record_without_a_required_property()
    {
        using var folder = RecordFolder.Copy();
        folder.Replace("documents.json", "\"interim-2018\"", "\"title\"", "\"about\"");

        var refusal = await folder.RefusalAsync();

        Assert.Equal("documents.json", refusal.File);
        Assert.Contains("'about' could not be mapped", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_missing_file()
    {
        using var folder = RecordFolder.Copy();
        File.Delete(folder.PathOf("statistics.json"));

        var refusal = await folder.RefusalAsync();

        Assert.Equal(("statistics.json", null), (refusal.File, refusal.Line));
    }

    [Fact]
    public async Task Refuses_a_file_without_a_record_that_the_totals_need()
    {
        using var folder = RecordFolder.Copy();
        folder.Replace("statistics.json", "\"records\"", "\"total-municipalities\"", "\"all-municipalities\"");

        var refusal = await folder.RefusalAsync();

        Assert.Equal("The record \"total-municipalities\" is missing.", refusal.Reason);
    }

    [Fact]
    public async Task Refuses_a_list_of_2015_that_lost_an_entry()
    {
        using var folder = RecordFolder.Copy();
        var lines = folder.Read("exchange-2015.json").Split('\n').Where(line => !line.Contains("\"2015-300\"", StringComparison.Ordinal));
        folder.Write("exchange-2015.json", string.Join('\n', lines));

        Assert.Contains("this is number 300", (await folder.RefusalAsync()).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("[]", 1)]
    [InlineData("{}", 1)]
    [InlineData("{\n\"records\": {}\n}", 2)]
    [InlineData("{\n\"records\": [\n3\n]\n}", 3)]
    [InlineData("{\n\"records\": [],\n\"recrods\": []\n}", 3)]
    [InlineData("{\n\"records\": [],\n\"records\": []\n}", 3)]
    [InlineData("{\n\"records\": []\n}\n}", 4)]
    public void Refuses_a_file_of_another_shape(string text, int line)
    {
        var refusal = Assert.Throws<RecordFileException>(() => RecordFileReader.Parse(RecordKinds.All[0], Encoding.UTF8.GetBytes(text)));

        Assert.Equal(("documents.json", line), (refusal.File, refusal.Line));
    }

    [Fact]
    public void Refuses_text_that_is_not_utf_8_in_its_line()
    {
        byte[] bytes = [.. "{\n\"records\": [\n{ \"id\": \""u8, 0x93, 0xC1, .. "\" } ] }"u8];

        var refusal = Assert.Throws<RecordFileException>(() => RecordFileReader.Parse(RecordKinds.All[0], bytes));

        Assert.Equal(3, refusal.Line);
        Assert.Equal("The text is not UTF-8.", refusal.Reason);
    }

    [Fact]
    public void Reads_a_file_with_a_byte_order_mark()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "{ \"records\": [] }"u8];

        Assert.Empty(RecordFileReader.Parse(RecordKinds.All[0], bytes).Records);
    }

    [Fact]
    public void A_damaged_file_is_read_or_refused_but_never_anything_else()
    {
        var kind = RecordKinds.All.Single(kind => kind.Name == "statistics");
        var bytes = File.ReadAllBytes(Path.Combine(RecordFolder.Delivered, kind.FileName));
        var lines = bytes.AsSpan().Count((byte)'\n') + 1;
        var damage = from position in Gen.Choose(0, bytes.Length - 1)
                     from value in Gen.Choose(0, 255)
                     from cut in Gen.Elements(false, false, false, true)
                     select (position, value: (byte)value, cut);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(damage.ToArbitrary(), damage =>
        {
            byte[] damaged = damage.cut ? bytes[..damage.position] : [.. bytes];
            if (!damage.cut)
                damaged[damage.position] = damage.value;
            try
            {
                return RecordFileReader.Parse(kind, damaged).Records.Count <= 4;
            }
            catch (RecordFileException refusal)
            {
                return refusal.File == kind.FileName && refusal.Line >= 1 && refusal.Line <= lines + 1 && refusal.Reason.Length > 0;
            }
        }));
    }
}
