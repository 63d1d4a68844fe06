using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RenkeiBot.Data.Records;
using RenkeiBot.Data.Records.Loading;

namespace RenkeiBot.Benchmarks;

/// <summary>
/// Many times the records: copies with keys, codes and names of their own, and dates up to nine years earlier. Documents, prefectures and the
/// printed table of prefectures, which there is only one of each, stay as they are.
/// </summary>
internal static class MultipliedRecords
{
    private const string Letters = "アカサタナハマヤラワ";

    private static readonly HashSet<string> Names =
        ["title", "shortTitle", "name", "printed", "company", "subject", "bodyName", "exhibitor", "theme", "officialName", "commonName", "kana", "aliases", "about", "venue"];

    public static RecordSet Of(IReadOnlyList<RecordFile> files, int times)
    {
        var copied = files.Where(file => file.Kind.Name is not ("documents" or "prefectures" or "exchange-2015-table"))
            .SelectMany(file => file.Records.Select(record => (file.Kind, Node: JsonSerializer.SerializeToNode(record, file.Kind.TypeInfo)!))).ToList();
        var copies = Enumerable.Range(1, times - 1).SelectMany(copy => copied.Select(one => Copy(one.Kind, one.Node, copy)));
        return RecordSet.Create(files.SelectMany(file => file.Records).Concat(copies));
    }

    private static IRecord Copy(RecordKind kind, JsonNode node, int copy) =>
        (IRecord)JsonSerializer.Deserialize(Change(node, null, isTop: true, copy), kind.TypeInfo)!;

    private static JsonNode? Change(JsonNode? node, string? name, bool isTop, int copy) => node switch
    {
        JsonObject own => new JsonObject(own.Select(property => KeyValuePair.Create(property.Key, Change(property.Value, property.Key, isTop && property.Value is not JsonObject, copy)))),
        JsonArray array => new JsonArray([.. array.Select(item => Change(item, name, isTop && item is not JsonObject, copy))]),
        JsonValue value when name == "fiscalYear" && value.TryGetValue(out int year) => JsonValue.Create(year - copy % 10),
        JsonValue value when value.TryGetValue(out string? text) => JsonValue.Create(Change(text, name, isTop, copy)),
        _ => node?.DeepClone(),
    };

    private static string Change(string text, string? name, bool isTop, int copy)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date.AddYears(-(copy % 10)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!isTop)
            return text;
        if (name is "key" or "code")
            return string.Create(CultureInfo.InvariantCulture, $"{text}-{copy}");
        return name is not null && Names.Contains(name) ? $"{text}{Letters[copy / 10 % 10]}{Letters[copy % 10]}" : text;
    }
}
