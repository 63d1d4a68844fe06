using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using RenkeiBot.Data.Records;

namespace RenkeiBot.Tests.Data;

/// <summary>The record files of disasters, ward projects, facts, plans, surveys, contacts, access and the prospectus.</summary>
public sealed partial class FactRecordsTests
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>The number of lines of each document's transcript.</summary>
    private static readonly Dictionary<string, int> Lines = new()
    {
        ["overview-2022"] = 266, ["leaflet-2024"] = 153, ["chronology"] = 199, ["activities-2015"] = 1844, ["interim-2018"] = 348,
    };

    private sealed record RecordFile<T>(IReadOnlyList<T> Records);

    public static TheoryData<string> Files => new("disasters", "relief-grants", "ward-projects", "facts", "contacts", "access", "survey", "plans", "prospectus");

    [Fact]
    public void Every_file_deserialises_strictly_with_unique_keys()
    {
        Assert.Equal(11, Keyed<Disaster>("disasters").Count);
        Assert.Single(Keyed<ReliefGrant>("relief-grants"));
        Assert.Equal(6, Keyed<WardProject>("ward-projects").Count);
        Assert.Equal(27, Keyed<Fact>("facts").Count);
        Assert.Equal(4, Keyed<Contact>("contacts").Count);
        Assert.Single(Keyed<VenueAccess>("access"));
        Assert.Equal(2, Keyed<SurveyQuestion>("survey").Count);
        Assert.Equal(3, Keyed<RegionalPlan>("plans").Count);
        Assert.Single(Keyed<Prospectus>("prospectus"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_source_names_lines_that_its_document_has(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(PathOf(file)));
        var sources = Objects(json.RootElement).Where(o => o.TryGetProperty("document", out _)).ToList();

        Assert.NotEmpty(sources);
        Assert.All(sources, source =>
        {
            var last = Lines[source.GetProperty("document").GetString()!];
            var place = source.GetProperty("place").GetString()!;
            var lines = LineNumber().Matches(place[place.LastIndexOf('(')..]).Select(m => int.Parse(m.Groups[1].Value, null)).ToList();
            Assert.NotEmpty(lines);
            Assert.All(lines, line => Assert.InRange(line, 1, last));
        });
    }

    [Fact]
    public void The_joint_money_of_the_listed_disasters_adds_up_to_1_289_million_yen()
    {
        var joint = Load<Disaster>("disasters").SelectMany(d => d.Support).Where(s => s.By == SupportGiver.Joint).ToList();

        Assert.Equal(128_900, joint.Sum(s => s.AmountManYen));
        Assert.Equal(4, joint.Count(s => s.GiverFromHeading));
    }

    [Fact]
    public void Donations_of_each_ward_and_staff_are_those_of_the_overview()
    {
        var disasters = Load<Disaster>("disasters");
        var eastJapan = disasters.Single(d => d.Name == "東日本大震災");

        Assert.Equal(374_025, eastJapan.Support.Single(s => s.By == SupportGiver.EachWard).AmountManYen);
        Assert.Equal([7174, 430, 111, 28], disasters.SelectMany(d => d.Support).Where(s => s.Persons is not null).Select(s => s.Persons!.Value));
        Assert.Equal([6500, 100], eastJapan.EarlierFigures!.Select(f => f.Persons));
        Assert.Equal("令和元年房総半島台風及び東日本台風", disasters.Single(d => d.Support.Any(s => s.Kind == SupportKind.VehicleDispatch)).Name);
        Assert.Equal(3, disasters.Count(d => d.Support.Any(s => s.Kind == SupportKind.Supplies)));
    }

    [Fact]
    public void No_alias_belongs_to_two_disasters()
    {
        var names = Load<Disaster>("disasters").SelectMany(d => d.Aliases.Append(d.Name)).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void Ward_projects_have_their_formal_names_participants_and_dates()
    {
        var projects = Load<WardProject>("ward-projects");

        Assert.Equal("住民の幸福実感向上を目指す基礎自治体連合", projects.Single(p => p.CommonName == "幸せリーグ").OfficialName);
        Assert.Equal([61, 75, 16, 8], projects.Where(p => p.Participants is not null).Select(p => p.Participants!.Value));
        Assert.Equal(["杉並区", "南伊豆町", "静岡県"], projects.Single(p => p.Milestones is not null).Milestones!.Single().Parties);
        Assert.Equal(2, projects.Count(p => p.Wards.Contains("杉並区")));
    }

    [Fact]
    public void Every_aspect_of_a_fact_is_a_complete_answer_of_at_most_300_characters()
    {
        Assert.All(Load<Fact>("facts"), fact =>
        {
            Assert.NotEmpty(fact.Aspects);
            Assert.Equal(fact.Aspects.Count, fact.Aspects.Select(a => a.Key).Distinct().Count());
            Assert.All(fact.Aspects, aspect =>
            {
                Assert.EndsWith("。", aspect.Text, StringComparison.Ordinal);
                Assert.InRange(aspect.Text.Length, 10, 300);
                Assert.NotEmpty(aspect.Cues);
                Assert.NotEmpty(aspect.Sources);
            });
        });
    }

    [Fact]
    public void An_aspect_the_documents_do_not_tell_says_so_and_offers_no_number()
    {
        var untold = Load<Fact>("facts").SelectMany(f => f.Aspects).Where(a => a.NotStated).ToList();

        Assert.Contains(untold, a => a.Key == "staff-number");
        Assert.All(untold, aspect =>
        {
            Assert.Matches("記載がありません|確認できません", aspect.Text);
            Assert.Null(aspect.Values);
            Assert.Null(aspect.Items);
        });
    }

    [Theory]
    [InlineData("都道府県", "先駆", "平成30年度", 60_000)]
    [InlineData("都道府県", "横展開", "平成29年度", 15_000)]
    [InlineData("市区町村", "横展開", "平成30年度", 14_000)]
    [InlineData("市区町村", "先駆", "平成29年度", 40_000)]
    public void The_ceiling_of_the_grant_is_found_by_level_type_and_year(string level, string type, string year, int manYen)
    {
        var caps = Load<Fact>("facts").Single(f => f.Key == "regional-grant").Aspects.Single(a => a.Key == "caps");

        Assert.Equal(manYen, caps.Values!.Single(v => v.Labels!.Intersect([level, type, year]).Count() == 3).Number);
    }

    [Fact]
    public void The_survey_of_the_agreement_partners_adds_up_to_its_seven_answers()
    {
        var surveys = Load<SurveyQuestion>("survey");
        var q7 = surveys.Single(s => s.Number == "Q7");
        var first = surveys.Single(s => s.SentOn == new DateOnly(2014, 9, 19));

        Assert.Equal(q7.Responses, q7.Options!.Sum(o => o.Count));
        Assert.Equal(100m, q7.Options!.Sum(o => o.Percent));
        Assert.All(q7.Options!, o => Assert.Equal(o.Percent, Math.Round(100m * o.Count / q7.Responses!.Value, 1)));
        Assert.Equal((1718, 328, 7), (first.SentTo, first.Responses, first.Opinions!.Count));
    }

    [Fact]
    public void Plans_have_their_members_period_and_indicators()
    {
        var plans = Load<RegionalPlan>("plans");

        Assert.Equal([18, 12, 8], plans.Select(p => p.Members!.Total));
        Assert.Equal(44_928, plans.Single(p => p.CaseNumber == "No.00026").GrantThousandYen);
        Assert.Equal([713, 780], plans[2].Indicators!.Single().Points.Select(p => p.Value));
        Assert.All(plans.Take(2), p => Assert.Equal(new DateOnly(2023, 3, 31), p.Period!.LastDay));
    }

    [Fact]
    public void The_hall_can_be_reached_asked_and_entered()
    {
        var hall = Load<VenueAccess>("access").Single();
        var contacts = Load<Contact>("contacts");

        Assert.Equal(("A5出口", "すぐ"), hall.Routes.Where(r => r.Line == "東西線").Select(r => (r.Exit, r.Walk)).Single());
        Assert.Equal(("A2出口", "徒歩2分"), hall.Routes.Where(r => r.Line == "大江戸線").Select(r => (r.Exit, r.Walk)).Single());
        Assert.Equal(new TimeOnly(20, 30), hall.Hours.Single(h => h.Days == "平日").Until);
        Assert.Equal(["03-5210-9067", "03-5210-9747"], contacts.Where(c => c.Kind == ContactKind.Phone).Select(c => c.Phone!));
    }

    [Fact]
    public void The_prospectus_is_there_in_full_and_its_points_stand_in_its_paragraphs()
    {
        var prospectus = Load<Prospectus>("prospectus").Single();

        Assert.Equal(new DateOnly(2014, 9, 16), prospectus.Date);
        Assert.Equal([1, 2, 3, 4, 5], prospectus.Paragraphs.Select(p => p.Number));
        Assert.All(prospectus.Concerns.Concat(prospectus.Aims).Concat(prospectus.Means), p => Assert.InRange(p.Paragraph, 1, 5));
    }

    private static IReadOnlyList<T> Load<T>(string file) =>
        JsonSerializer.Deserialize<RecordFile<T>>(File.ReadAllText(PathOf(file)), Strict)!.Records;

    private static IReadOnlyList<T> Keyed<T>(string file)
        where T : IRecord
    {
        var records = Load<T>(file);
        Assert.Equal(records.Count, records.Select(r => r.Key).Distinct().Count());
        Assert.All(records, r => Assert.Matches("^[a-z0-9-]+$", r.Key));
        Assert.All(records, r => Assert.NotEmpty(r.Sources));
        return records;
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Records", $"{file}.json");

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Objects(p.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };

    [GeneratedRegex(@"L(\d+)")]
    private static partial Regex LineNumber();
}
