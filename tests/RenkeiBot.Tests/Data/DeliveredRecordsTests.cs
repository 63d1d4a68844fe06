using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;

namespace RenkeiBot.Tests.Data;

/// <summary>The facts of the delivered files against the numbers that the documents print.</summary>
public sealed class DeliveredRecordsTests : IClassFixture<DeliveredRecordsTests.Delivered>
{
    private readonly RecordSet _records;

    public DeliveredRecordsTests(Delivered delivered) => _records = delivered.Records;

    public sealed class Delivered : IAsyncLifetime
    {
        internal RecordSet Records { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var files = await RecordLoader.LoadAsync(RecordFolder.Delivered, CancellationToken.None);
            Records = RecordSet.Create(files.SelectMany(file => file.Records));
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }

    [Fact]
    public void The_register_has_1741_municipalities_in_47_prefectures()
    {
        var municipalities = _records.Of<Municipality>();

        Assert.Equal(47, _records.Of<Prefecture>().Count);
        Assert.Equal(1741, municipalities.Count);
        Assert.Equal(792, municipalities.Count(m => m.Kind == MunicipalityKind.City));
        Assert.Equal(743, municipalities.Count(m => m.Kind == MunicipalityKind.Town));
        Assert.Equal(183, municipalities.Count(m => m.Kind == MunicipalityKind.Village));
        Assert.Equal(23, municipalities.Count(m => m.Kind == MunicipalityKind.Ward));
    }

    [Theory]
    [InlineData("143839", "真鶴町", "まなづるまち")]
    [InlineData("112062", "行田市", "ぎょうだし")]
    [InlineData("335860", "新庄村", "しんじょうそん")]
    [InlineData("473260", "北谷町", "ちゃたんちょう")]
    [InlineData("131181", "荒川区", "あらかわく")]
    public void A_municipality_has_its_code_and_reading(string code, string name, string kana)
    {
        var municipality = _records.Find<Municipality>(code);

        Assert.NotNull(municipality);
        Assert.Equal((name, kana), (municipality.Name, municipality.Kana));
    }

    [Theory]
    [InlineData("016951")]
    [InlineData("017001")]
    public void The_villages_of_the_northern_territories_are_left_out(string code) => Assert.Null(_records.Find<Municipality>(code));

    [Theory]
    [InlineData("檮原町", "高知県", "梼原町")]
    [InlineData("梼原町", "高知県", "梼原町")]
    [InlineData("篠山市", null, "丹波篠山市")]
    [InlineData("鎌ヶ谷市", "千葉県", "鎌ケ谷市")]
    public void An_alias_leads_to_the_present_name(string alias, string? prefecture, string name)
    {
        var found = Assert.Single(new PlaceRegister(_records).Candidates(new NamedPlace(alias, prefecture)));

        Assert.Equal(name, Assert.IsType<Municipality>(found).Name);
    }

    [Fact]
    public void A_name_that_prefectures_share_has_several_candidates()
    {
        var places = new PlaceRegister(_records);

        Assert.True(places.Candidates(new NamedPlace("南部町")).Count > 1);
        Assert.Single(places.Candidates(new NamedPlace("南部町", "山梨県")));
        Assert.Empty(places.Candidates(new NamedPlace("高畠市")));
    }

    [Fact]
    public void The_list_of_2015_has_564_municipalities_and_16_prefectures()
    {
        var entries = _records.Of<ExchangeEntry>();
        var municipalities = entries.Where(e => e.Level == ExchangeLevel.Municipality).ToList();

        Assert.Equal(564, municipalities.Count);
        Assert.Equal(16, entries.Count(e => e.Level == ExchangeLevel.Prefecture));
        Assert.Equal(580, entries.Count);
        Assert.Equal(558, municipalities.Where(e => e.Code is not null).Select(e => e.Code).Distinct().Count());
        Assert.Equal(4, municipalities.Count(e => e.DuplicateOf is not null));
        Assert.Equal(["稲毛市", "津川村"], municipalities.Where(e => e.Code is null).Select(e => e.Printed));
        Assert.All(municipalities.Where(e => e.Code is null), e => Assert.NotNull(e.Note));
    }

    [Theory]
    [InlineData("穴粟市", "宍粟市")]
    [InlineData("鳴戸市", "鳴門市")]
    [InlineData("珠州市", "珠洲市")]
    [InlineData("飯館村", "飯舘村")]
    [InlineData("下北郡東通村", "東通村")]
    [InlineData("知多郡南知多町", "南知多町")]
    [InlineData("高畠市", "高畠町")]
    [InlineData("かすみがうら市", "かすみがうら市")]
    [InlineData("みなべ町", "みなべ町")]
    public void A_slip_of_the_list_keeps_what_is_printed_and_what_is_meant(string printed, string name) =>
        Assert.Equal(name, _records.Of<ExchangeEntry>().Single(e => e.Printed == printed).Name);

    [Theory]
    [InlineData("北海道", 25)]
    [InlineData("東北", 112)]
    [InlineData("関東", 150)]
    [InlineData("中部", 133)]
    [InlineData("近畿", 62)]
    [InlineData("中国", 35)]
    [InlineData("四国", 24)]
    [InlineData("九州", 37)]
    [InlineData("沖縄", 2)]
    [InlineData("全国", 580)]
    public void The_table_of_2015_has_the_sums_of_the_regions(string area, int sum) =>
        Assert.Equal(sum, _records.Of<ExchangeTableRow>().Single(row => row.Area == area && row.Scope != ExchangeScope.Prefecture).Sum);

    [Theory]
    [InlineData("prefecture-28", "cities", "17市")]
    [InlineData("prefecture-28", "towns", "1町")]
    [InlineData("prefecture-38", "cities", "6市")]
    [InlineData("prefecture-38", "towns", "2町")]
    [InlineData("total", "cities", "384市")]
    [InlineData("total", "towns", "142町")]
    public void The_table_of_2015_keeps_the_count_of_the_list_where_it_differs(string key, string field, string reading) =>
        Assert.Contains(_records.Find<ExchangeTableRow>(key)!.OtherReadings!, other => other.Field == field && other.Reading == reading);

    [Fact]
    public void The_thirteen_agreements_have_372_members()
    {
        var agreements = _records.Of<RegionalAgreement>();

        Assert.Equal(13, agreements.Count);
        Assert.Equal(372, agreements.Sum(a => a.MemberCount));
        Assert.Equal([144, 15, 11, 10, 30, 17, 9, 27, 12, 23, 23, 37, 14], agreements.Select(a => a.MemberCount));
    }

    [Theory]
    [InlineData("gunma-mayors", 12, "memberCount", "23")]
    [InlineData("gunma-towns", 23, "memberCount", "12")]
    [InlineData("hiroshima-towns", 9, "signedOn", "平成29年2月")]
    public void An_agreement_keeps_the_reading_that_was_not_taken(string key, int members, string field, string reading)
    {
        var agreement = _records.Find<RegionalAgreement>(key)!;

        Assert.Equal(members, agreement.MemberCount);
        Assert.Contains(agreement.OtherReadings!, other => other.Field == field && other.Reading == reading);
    }

    [Theory]
    [InlineData("exchange-municipalities", new[] { 574, 641, 675, 694, 700, 732, 832 }, 258)]
    [InlineData("member-municipalities", new[] { 149, 197, 237, 261, 266, 269, 269 }, 120)]
    [InlineData("agreement-municipalities", new[] { 0, 210, 236, 321, 372, 372, 372 }, 372)]
    [InlineData("total-municipalities", new[] { 660, 878, 926, 984, 1004, 1035, 1096 }, 436)]
    public void A_series_has_the_printed_values_and_increase(string key, int[] values, int increase)
    {
        var series = _records.Find<Series>(key)!;

        Assert.Equal(values, series.Points.Where(p => !p.Forecast).Select(p => p.Value));
        Assert.All(series.Points.Where(p => !p.Forecast), p => Assert.Equal(new DateOnly(p.FiscalYear, 8, 1), p.AsOf));
        Assert.Contains(new SeriesIncrease(2015, 2021, increase), series.Increases);
    }

    [Theory]
    [InlineData("member-municipalities", 253, 104)]
    [InlineData("agreement-municipalities", 298, 298)]
    [InlineData("total-municipalities", 958, 298)]
    public void A_forecast_is_a_point_of_its_own_at_the_end_of_the_fiscal_year(string key, int value, int increase)
    {
        var series = _records.Find<Series>(key)!;

        Assert.Equal(new SeriesPoint(2017, value, new DateOnly(2018, 3, 31), Forecast: true), Assert.Single(series.Points, p => p.Forecast));
        Assert.Contains(new SeriesIncrease(2015, 2017, increase, Forecast: true), series.Increases);
    }

    [Theory]
    [InlineData("registered-2015-09-29", 183)]
    [InlineData("registered-2017-03-31", 217)]
    [InlineData("registered-2017-11-30", 248)]
    [InlineData("registered-2024-06-18", 358)]
    [InlineData("exchange-2015-08-01", 564)]
    [InlineData("exchange-sum-2015-08-01", 580)]
    [InlineData("survey-asked-2014-09-19", 1718)]
    [InlineData("survey-answers-2014", 328)]
    [InlineData("staff-dispatched-2015", 6500)]
    [InlineData("appeal-events-2024", 8)]
    [InlineData("introduction-exhibitions-2024", 15)]
    public void A_figure_has_its_value(string key, int value) => Assert.Equal(value, _records.Find<Figure>(key)!.Value);

    [Fact]
    public void The_doubt_between_564_and_574_is_kept_on_both_sides()
    {
        Assert.Contains(_records.Find<Figure>("exchange-2015-08-01")!.OtherReadings!, other => other is { Reading: "574", Certain: false });
        Assert.Contains(_records.Find<Series>("exchange-municipalities")!.OtherReadings!, other => other is { Reading: "564市町村", Certain: false });
    }

    [Fact]
    public void Every_record_of_the_documents_names_a_source_with_its_line() =>
        Assert.All(
            _records.All().Where(record => record is not (SourceDocument or Municipality or Prefecture or Synonym or FieldConcept)),
            record => Assert.Matches(@"\(L\d", record.Sources[0].Place));
}
