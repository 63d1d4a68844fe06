using System.Text;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;

namespace RenkeiBot.Tests.Data;

/// <summary>What is checked in every kind of record, with a kind made up for the purpose over the real register.</summary>
public sealed class RecordContentTests(RecordContentTests.Register register) : IClassFixture<RecordContentTests.Register>
{
    private static readonly RecordKind _kind = RecordKind.Of("samples.json", SampleJson.Default.Sample);

    public sealed class Register : IAsyncLifetime
    {
        internal IReadOnlyList<RecordFile> Files { get; private set; } = [];

        public async Task InitializeAsync() => Files = await RecordLoader.LoadAsync(RecordFolder.Delivered, CancellationToken.None);

        public Task DisposeAsync() => Task.CompletedTask;
    }

    [Theory]
    [InlineData("\"places\": [{ \"name\": \"坂井市\" }, { \"name\": \"荒川区\" }, { \"name\": \"北海道町村会\" }, { \"name\": \"福井県\" }]")]
    [InlineData("\"places\": [{ \"name\": \"日野町\", \"prefecture\": \"鳥取県\" }]")]
    [InlineData("\"wards\": [\"荒川区\", \"品川区\"]")]
    [InlineData("\"relatedKeys\": [\"regional-agreements:gunma-mayors\", \"samples:sample\"], \"partOf\": \"sample\"")]
    [InlineData("\"fiscalYear\": 2018, \"period\": { \"from\": \"2019-01-08\", \"until\": \"2019-02-14\" }")]
    [InlineData("\"fiscalYear\": 2018, \"period\": { \"from\": \"2018-04-01\", \"precision\": \"FiscalYear\" }")]
    [InlineData("\"parts\": [{ \"amount\": 3, \"otherReadings\": [{ \"field\": \"amount\", \"reading\": \"4\", \"source\": { \"document\": \"chronology\", \"place\": \"表 (L8)\" }, \"reason\": \"理由\" }] }]")]
    public void Takes_a_record_that_holds(string properties) => Check(properties);

    [Theory]
    [InlineData("\"places\": [\n{ \"name\": \"高畠市\" }]", "\"高畠市\" is no ward, municipality")]
    [InlineData("\"places\": [\n{ \"name\": \"南部町\" }]", "is the name of 3 places")]
    [InlineData("\"places\": [{ \"name\": \"坂井市\" },\n{ \"name\": \"坂井市\", \"prefecture\": \"石川県\" }]", "is no ward, municipality, prefecture or association of 石川県")]
    [InlineData("\"wards\": [\"荒川区\",\n\"中央市\"]", "\"中央市\" is no special ward")]
    [InlineData("\"relatedKeys\": [\n\"regional-agreements:gifu-mayors\"]", "There is no record \"regional-agreements:gifu-mayors\"")]
    [InlineData("\"relatedKeys\": [\n\"gunma-mayors\"]", "There is no record")]
    [InlineData("\"partOf\":\n\"gifu-mayors\"", "There is no record")]
    [InlineData("\"fiscalYear\":\n2019, \"period\": { \"from\": \"2019-01-08\" }", "lies in the fiscal year 2018")]
    [InlineData("\"period\": { \"from\": \"2019-01-08\",\n\"until\": \"2019-01-07\" }", "ends before it begins")]
    [InlineData("\"period\": {\n\"from\": \"2019-01-08\", \"precision\": \"Month\" }", "begins on the first of the month")]
    [InlineData("\"period\": {\n\"from\": \"2019-01-01\", \"precision\": \"FiscalYear\" }", "begins on 1 April")]
    [InlineData("\"parts\": [{ \"amount\": 3, \"otherReadings\": [{\n\"field\": \"sum\", \"reading\": \"4\", \"source\": { \"document\": \"chronology\", \"place\": \"表 (L8)\" }, \"reason\": \"理由\" }] }]", "no property \"sum\"")]
    [InlineData("\"wards\": [\n\" 荒川区\"]", "neither begins nor ends with a space")]
    [InlineData("\"wards\": [\nnull]", "A list has no empty places")]
    public void Refuses_a_record_that_does_not_hold_in_its_line(string properties, string reason)
    {
        var refusal = Assert.Throws<RecordFileException>(() => Check(properties));

        Assert.Equal(("samples.json", 3), (refusal.File, refusal.Line));
        Assert.True(refusal.Reason.Contains(reason, StringComparison.Ordinal), refusal.Reason);
    }

    [Fact]
    public void Refuses_a_record_without_sources()
    {
        var refusal = Assert.Throws<RecordFileException>(() => Check("\"partOf\": \"sample\"", "\"sources\": []"));

        Assert.Contains("A record names at least one source", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fiscal_year_of_any_day_begins_in_april()
    {
        var days = Gen.Choose(0, 20000).Select(n => new DateOnly(1990, 1, 1).AddDays(n)).ToArbitrary();

        FsCheck.Check.One(Config.QuickThrowOnFailure, Prop.ForAll(days, day =>
        {
            var right = day.Month >= 4 ? day.Year : day.Year - 1;
            Check($"\"fiscalYear\": {right}, \"period\": {{ \"from\": \"{day:yyyy-MM-dd}\" }}");
            Assert.Throws<RecordFileException>(() => Check($"\"fiscalYear\": {right + 1}, \"period\": {{ \"from\": \"{day:yyyy-MM-dd}\" }}"));
        }));
    }

    [Fact]
    public void The_line_of_any_value_is_found()
    {
        var shapes = from before in Gen.Choose(0, 30)
                     from parts in Gen.Choose(1, 6)
                     from blank in Gen.Choose(1, 4)
                     select (before, parts, blank);

        FsCheck.Check.One(Config.QuickThrowOnFailure, Prop.ForAll(shapes.ToArbitrary(), shape =>
        {
            var breaks = new string('\n', shape.blank);
            var text = new string(' ', shape.before) + "{ \"名前\": \"{}[]\\\"\", \"parts\": ["
                + string.Join(",", Enumerable.Range(0, shape.parts).Select(i => $"{breaks}{{ \"amount\": {i} }}")) + "] }";
            var bytes = Encoding.UTF8.GetBytes(text);

            for (var i = 0; i < shape.parts; i++)
                Assert.Equal(1 + shape.blank * (i + 1), JsonPlaces.LineAt(bytes, JsonPlaces.Find(bytes, $"parts[{i}].amount")!.Value));
            Assert.Null(JsonPlaces.Find(bytes, $"parts[{shape.parts}].amount"));
            Assert.Null(JsonPlaces.Find(bytes, "amount"));
        }));
    }

    private void Check(string properties, string sources = "\"sources\": [{ \"document\": \"chronology\", \"place\": \"表 (L8)\" }]")
    {
        var text = $"{{ \"records\": [\n{{ \"key\": \"sample\", {sources}, {properties} }}] }}";
        var file = RecordFileReader.Parse(_kind, Encoding.UTF8.GetBytes(text));
        IReadOnlyList<RecordFile> files = [.. register.Files, file];
        new RecordContent(new RecordCheck(files).Records, files).Check(file);
    }
}

internal sealed record Sample(
    string Key,
    IReadOnlyList<SourceRef> Sources,
    IReadOnlyList<NamedPlace>? Places = null,
    IReadOnlyList<string>? Wards = null,
    IReadOnlyList<string>? RelatedKeys = null,
    string? PartOf = null,
    int? FiscalYear = null,
    Period? Period = null,
    IReadOnlyList<SamplePart>? Parts = null,
    IReadOnlyList<OtherReading>? OtherReadings = null) : IRecord;

internal sealed record SamplePart(int Amount, IReadOnlyList<OtherReading>? OtherReadings = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Sample))]
internal sealed partial class SampleJson : JsonSerializerContext;
