using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using RenkeiBot.Data.Records;

namespace RenkeiBot.Tests.Data;

/// <summary>The record files of events, exhibitions, meetings, milestones, company agreements and ties, read strictly.</summary>
public sealed class EventRecordsTests
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    // The number of lines of each transcript: no source may point past its end.
    private static readonly Dictionary<string, int> LinesOf = new()
    {
        ["overview-2022"] = 266,
        ["leaflet-2024"] = 153,
        ["chronology"] = 199,
        ["activities-2015"] = 1845,
        ["interim-2018"] = 348,
    };

    private static readonly IReadOnlyList<ProjectEvent> Events = Read<ProjectEvent>("events");
    private static readonly IReadOnlyList<Exhibition> Exhibitions = Read<Exhibition>("exhibitions");
    private static readonly IReadOnlyList<Meeting> Meetings = Read<Meeting>("meetings");
    private static readonly IReadOnlyList<Milestone> Milestones = Read<Milestone>("milestones");
    private static readonly IReadOnlyList<CorporateAgreement> Agreements = Read<CorporateAgreement>("corporate-agreements");
    private static readonly IReadOnlyList<Tie> Ties = Read<Tie>("ties");

    private static readonly Dictionary<string, IReadOnlyList<IRecord>> Files = new()
    {
        ["events"] = Events,
        ["exhibitions"] = Exhibitions,
        ["meetings"] = Meetings,
        ["milestones"] = Milestones,
        ["corporate-agreements"] = Agreements,
        ["ties"] = Ties,
    };

    public static TheoryData<string> FileNames => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(FileNames))]
    public void Every_key_is_unique_and_plain(string file)
    {
        var keys = Files[file].Select(record => record.Key).ToList();
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.All(keys, key => Assert.Matches("^[a-z0-9-]+$", key));
    }

    [Theory]
    [MemberData(nameof(FileNames))]
    public void Every_source_names_a_document_and_a_line_that_exist(string file) =>
        Assert.All(Files[file], record =>
        {
            Assert.NotEmpty(record.Sources);
            Assert.All(record.Sources.Concat((record.OtherReadings ?? []).Select(reading => reading.Source)), source =>
            {
                var line = Regex.Match(source.Place, @"\(L(\d+)\)$").Groups[1].Value;
                Assert.InRange(int.Parse(line, CultureInfo.InvariantCulture), 1, LinesOf[source.Document]);
            });
        });

    [Theory]
    [MemberData(nameof(FileNames))]
    public void Every_other_reading_is_about_a_property_of_the_record(string file) =>
        Assert.All(Files[file], record => Assert.All(record.OtherReadings ?? [], reading =>
            Assert.Contains(record.GetType().GetProperties(), property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == reading.Field)));

    [Fact]
    public void Every_related_key_leads_to_a_record()
    {
        var known = Files.SelectMany(file => file.Value.Select(record => $"{file.Key}:{record.Key}")).ToHashSet();
        var related = Events.SelectMany(e => e.RelatedKeys ?? [])
            .Concat(Exhibitions.SelectMany(e => e.RelatedKeys ?? []))
            .Concat(Meetings.SelectMany(m => m.RelatedKeys ?? []))
            .Concat(Milestones.SelectMany(m => m.RelatedKeys ?? []))
            .Concat(Agreements.SelectMany(a => a.RelatedKeys ?? []))
            .Concat(Ties.SelectMany(t => t.RelatedKeys ?? []))
            .Concat(Agreements.SelectMany(a => a.Confirmations ?? []).Select(c => $"meetings:{c.MeetingKey}"))
            .Concat(Events.Where(e => e.PartOf is not null).Select(e => $"events:{e.PartOf}"));
        Assert.All(related, key => Assert.Contains(key, known));
    }

    [Fact]
    public void Every_fiscal_year_begins_in_the_April_before_the_day()
    {
        var dated = Events.Select(e => (e.Key, e.FiscalYear, Day: e.Periods[0].From))
            .Concat(Exhibitions.Select(e => (e.Key, e.FiscalYear, Day: e.Period.From)))
            .Concat(Meetings.Select(m => (m.Key, m.FiscalYear, Day: m.Dates[0].From)))
            .Concat(Milestones.Select(m => (m.Key, m.FiscalYear, Day: m.Date.From)))
            .Concat(Agreements.Select(a => (a.Key, a.FiscalYear, Day: a.SignedOn.From)));
        Assert.All(dated, record => Assert.Equal(record.Day.Month >= 4 ? record.Day.Year : record.Day.Year - 1, record.FiscalYear));
    }

    [Fact]
    public void No_period_ends_before_it_begins()
    {
        var periods = Events.SelectMany(e => e.Periods)
            .Concat(Exhibitions.Select(e => e.Period))
            .Concat(Meetings.SelectMany(m => m.Dates))
            .Concat(Milestones.SelectMany(m => new[] { m.Date, m.Term ?? m.Date }));
        Assert.All(periods, period => Assert.True(period.From <= period.LastDay));
    }

    [Fact]
    public void There_are_eight_promotion_events_without_their_parts() =>
        Assert.Equal(8, Events.Count(e => e.Series == "魅力発信イベント" && e.PartOf is null));

    [Fact]
    public void There_are_thirteen_lectures_from_2017_to_2023()
    {
        var lectures = Events.Where(e => e.Series == "全国連携講演会").ToList();
        Assert.Equal(13, lectures.Count);
        Assert.Equal([2, 2, 2, 1, 2, 2, 2], lectures.GroupBy(l => l.FiscalYear).OrderBy(g => g.Key).Select(g => g.Count()));
    }

    [Fact]
    public void There_are_nine_exhibitions_from_2017_to_2021() =>
        Assert.Equal(9, Exhibitions.Count(e => e.FiscalYear is >= 2017 and <= 2021));

    [Fact]
    public void The_associations_that_signed_have_372_municipalities_together()
    {
        var figures = Milestones.Where(m => m.Kind == MilestoneKind.Signing).SelectMany(m => m.Figures ?? []).ToList();
        Assert.Equal(13, figures.Count);
        Assert.Equal(372, figures.Sum(figure => figure.Value));
    }

    [Fact]
    public void The_lecture_on_the_SDGs_names_its_speakers_and_their_places()
    {
        var lecture = Events.Single(e => e.Key == "lecture-2018-1");
        Assert.Equal(new DateOnly(2018, 7, 26), lecture.Periods[0].From);
        Assert.Equal(["櫻井 幸枝", "夏目 久義", "横沢 貴博", "藤永 益次", "宮崎 育雄"], lecture.Speakers.Select(s => s.Name));
        Assert.Equal(["千代田区", "嬬恋村", "中野区", "みなかみ町"], lecture.Speakers.Where(s => s.Represents is not null).Select(s => s.Represents));
    }

    [Fact]
    public void The_tea_course_of_the_first_exhibition_was_held_twice_on_25_August_2017()
    {
        var course = Exhibitions.Single(e => e.Key == "2017-1-kyoto").RelatedEvents!.Single(r => r.Title == "お茶の淹れ方講座");
        Assert.Equal(new DateOnly(2017, 8, 25), course.Days!.Single().From);
        Assert.Equal([new DayTime(new(14, 0), new(15, 0)), new DayTime(new(16, 0), new(17, 0))], course.Times!);
    }

    [Fact]
    public void The_general_meeting_of_13_July_2018_confirmed_the_support_after_the_Osaka_earthquake()
    {
        var meeting = Meetings.Single(m => m.Body == MeetingBody.WardMayorsAssembly && m.Dates[0].From == new DateOnly(2018, 7, 13));
        var item = Assert.Single(meeting.Items!);
        Assert.Equal(MeetingVerb.Confirmed, item.Verb);
        Assert.Contains("大阪府北部", item.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_general_meetings_fell_on_a_6_August() =>
        Assert.Equal([2015, 2018, 2019], Meetings
            .Where(m => m.Body == MeetingBody.WardMayorsAssembly && m.Dates[0].From is { Month: 8, Day: 6 })
            .Select(m => m.Dates[0].From.Year));

    [Fact]
    public void The_four_companies_signed_in_the_order_of_the_documents() =>
        Assert.Equal(
            [("daiichi-life", new DateOnly(2018, 8, 23)), ("sompo-japan", new(2019, 5, 31)), ("mitsui-sumitomo", new(2019, 9, 11)), ("meiji-yasuda", new(2022, 3, 1))],
            Agreements.Select(a => (a.Key, a.SignedOn.From)));

    [Fact]
    public void The_market_in_Suginami_had_nineteen_municipalities() =>
        Assert.Equal(19, Ties.Single(t => t.Key == "suginami-kamikawa").Partners.Count);

    private static List<T> Read<T>(string file)
    {
        var json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Records", file + ".json"));
        return JsonSerializer.Deserialize<RecordFile<T>>(json, Strict)!.Records;
    }

    private sealed record RecordFile<T>(List<T> Records);
}
