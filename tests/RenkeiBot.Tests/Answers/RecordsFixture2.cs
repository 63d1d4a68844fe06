using System.Text.Json;
using System.Text.Json.Serialization;
using RenkeiBot.Data.Records;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Answers.Knowledge;
using RenkeiBot.Service.Answers.Reasoning;

namespace RenkeiBot.Tests.Answers;

/// <summary>The answer engine over the real record files, with a fixed today (Saturday, 21 November 2026).</summary>
public sealed class RecordsFixture2
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly AnswerEngine engine = new(KnowledgeFactory.Create(new KnowledgeTables
    {
        Prefectures = Load<Prefecture>("prefectures"),
        Municipalities = Load<Municipality>("municipalities"),
        RegionalAgreements = Load<RegionalAgreement>("regional-agreements"),
        CorporateAgreements = Load<CorporateAgreement>("corporate-agreements"),
        Disasters = Load<Disaster>("disasters"),
        ReliefGrants = Load<ReliefGrant>("relief-grants"),
        Exhibitions = Load<Exhibition>("exhibitions"),
        Venues = Load<VenueAccess>("access"),
    }));

    public static DateOnly Today => new(2026, 11, 21);

    /// <summary>The answer to the last of several questions of one conversation.</summary>
    internal Answer Ask(params string[] questions)
    {
        ConversationTopic? topic = null;
        Answer? answer = null;
        foreach (var question in questions)
            (answer, topic) = engine.Ask(question, Today, topic);
        return answer!;
    }

    private static List<T> Load<T>(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Records", file + ".json")));
        return json.RootElement.GetProperty("records").Deserialize<List<T>>(Options)!;
    }
}
