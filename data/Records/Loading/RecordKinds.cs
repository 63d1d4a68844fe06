using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace RenkeiBot.Data.Records;

/// <summary>Every kind of record: a new kind is one line here, one in <see cref="RecordsJson"/>, its type in <c>Model</c> and its file.</summary>
public static class RecordKinds
{
    // Japanese is written as it is, not as escapes. Declared before the list, which uses it.
    private static readonly RecordsJson _json = new(new JsonSerializerOptions(RecordsJson.Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    /// <summary>The kinds in the order in which their files are read.</summary>
    public static IReadOnlyList<RecordKind> All { get; } =
    [
        RecordKind.Of("documents.json", _json.SourceDocument),
        RecordKind.Of("prefectures.json", _json.Prefecture),
        RecordKind.Of("municipalities.json", _json.Municipality),
        RecordKind.Of("exchange-2015.json", _json.ExchangeEntry),
        RecordKind.Of("exchange-2015-table.json", _json.ExchangeTableRow),
        RecordKind.Of("regional-agreements.json", _json.RegionalAgreement),
        RecordKind.Of("statistics.json", _json.Series),
        RecordKind.Of("figures.json", _json.Figure),
        RecordKind.Of("events.json", _json.ProjectEvent),
        RecordKind.Of("exhibitions.json", _json.Exhibition),
        RecordKind.Of("meetings.json", _json.Meeting),
        RecordKind.Of("milestones.json", _json.Milestone),
        RecordKind.Of("corporate-agreements.json", _json.CorporateAgreement),
        RecordKind.Of("ties.json", _json.Tie),
        RecordKind.Of("disasters.json", _json.Disaster),
        RecordKind.Of("relief-grants.json", _json.ReliefGrant),
        RecordKind.Of("ward-projects.json", _json.WardProject),
        RecordKind.Of("facts.json", _json.Fact),
        RecordKind.Of("contacts.json", _json.Contact),
        RecordKind.Of("access.json", _json.VenueAccess),
        RecordKind.Of("survey.json", _json.SurveyQuestion),
        RecordKind.Of("plans.json", _json.RegionalPlan),
        RecordKind.Of("prospectus.json", _json.Prospectus),
        RecordKind.Of("collaborations.json", _json.Collaboration),
        RecordKind.Of("synonyms.json", _json.Synonym),
        RecordKind.Of("field-words.json", _json.FieldConcept),
    ];

    /// <summary>The kind of a record.</summary>
    /// <exception cref="ArgumentException">The record is of none of the kinds.</exception>
    public static RecordKind Of(IRecord record) =>
        All.FirstOrDefault(kind => kind.Type == record.GetType()) ?? throw new ArgumentException($"{record.GetType().Name} is no kind of record.", nameof(record));
}
