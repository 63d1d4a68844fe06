using System.Text.Json;
using System.Text.Json.Serialization;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Tests.Answers;

/// <summary>The answer engine over the record files that the service ships with.</summary>
public sealed class RecordsFixture
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>A day after every record.</summary>
    public static readonly DateOnly Today = new(2026, 11, 21);

    internal AnswerEngine Engine { get; } = new(KnowledgeFactory.Create(Tables()));

    /// <summary>Asks the questions in one conversation and returns the last answer.</summary>
    internal Answer Ask(params string[] questions)
    {
        ConversationTopic? topic = null;
        Answer? answer = null;
        foreach (var question in questions)
            (answer, topic) = Engine.Ask(question, Today, topic);
        return answer!;
    }

    private static KnowledgeTables Tables() => new()
    {
        Prefectures = Load<Prefecture>("prefectures"),
        Municipalities = Load<Municipality>("municipalities"),
        RegionalAgreements = Load<RegionalAgreement>("regional-agreements"),
        CorporateAgreements = Load<CorporateAgreement>("corporate-agreements"),
        ExchangeList = Load<ExchangeEntry>("exchange-2015"),
        ExchangeTable = Load<ExchangeTableRow>("exchange-2015-table"),
        Series = Load<Series>("statistics"),
        Figures = Load<Figure>("figures"),
        Disasters = Load<Disaster>("disasters"),
        ReliefGrants = Load<ReliefGrant>("relief-grants"),
        Exhibitions = Load<Exhibition>("exhibitions"),
        Venues = Load<VenueAccess>("access"),
        Events = Load<ProjectEvent>("events"),
        Meetings = Load<Meeting>("meetings"),
        Milestones = Load<Milestone>("milestones"),
        Ties = Load<Tie>("ties"),
        WardProjects = Load<WardProject>("ward-projects"),
        Facts = Load<Fact>("facts"),
        Plans = Load<RegionalPlan>("plans"),
        Surveys = Load<SurveyQuestion>("survey"),
        Contacts = Load<Contact>("contacts"),
        Prospectuses = Load<Prospectus>("prospectus"),
        Documents = Load<SourceDocument>("documents").ToDictionary(document => document.Id),
    };

    private static List<T> Load<T>(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Records", name + ".json"));
        using var document = JsonDocument.Parse(file);
        return document.RootElement.GetProperty("records").Deserialize<List<T>>(Options)!;
    }
}
