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
    ];
}
