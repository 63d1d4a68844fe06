using RenkeiBot.Data.Records;

namespace RenkeiBot.Tests.Data;

public sealed class RecordSetTests
{
    private static readonly SourceDocument _document = new("leaflet", "リーフレット", "令和6年", "特別区長会");

    [Fact]
    public void Hands_out_records_by_type_and_key()
    {
        var records = RecordSet.Create([_document]);

        Assert.Same(_document, Assert.Single(records.Of<SourceDocument>()));
        Assert.Same(_document, records.Find<SourceDocument>("leaflet"));
        Assert.Null(records.Find<SourceDocument>("flyer"));
        Assert.Empty(records.Of<Municipality>());
        Assert.Equal(1, records.Count);
    }

    [Fact]
    public void Refuses_the_same_key_twice() => Assert.Throws<ArgumentException>(() => RecordSet.Create([_document, _document with { Title = "別" }]));

    [Fact]
    public void Refuses_a_type_that_is_no_kind()
    {
        Assert.Throws<ArgumentException>(() => RecordSet.Create([new Stray("a")]));
        Assert.Throws<ArgumentException>(() => RecordSet.Create([]).Of<Stray>());
    }

    private sealed record Stray(string Key) : IRecord
    {
        public IReadOnlyList<SourceRef> Sources => [];

        public IReadOnlyList<OtherReading>? OtherReadings => null;
    }
}
