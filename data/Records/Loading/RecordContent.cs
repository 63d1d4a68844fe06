using System.Collections;
using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace RenkeiBot.Data.Records.Loading;

/// <summary>
/// Checks what every record of every kind has to keep: it follows the generated JSON metadata through all properties, so that a new kind is covered without a line
/// about it.
/// </summary>
/// <param name="records">All records, in which documents, wards, municipalities and prefectures are looked up.</param>
/// <param name="files">All files, to which references by key lead.</param>
internal sealed partial class RecordContent(RecordSet records, IReadOnlyList<RecordFile> files)
{
    private readonly PlaceRegister _places = new(records);
    private readonly HashSet<string> _keys = [.. files.SelectMany(file => file.Records).Select(record => record.Key)];

    private readonly HashSet<string> _references = [.. files.SelectMany(file => file.Records.Select(record => $"{file.Kind.Name}:{record.Key}"))];

    private readonly HashSet<string> _prefectures = [.. records.Of<Prefecture>().Select(prefecture => prefecture.Name)];

    private readonly HashSet<string> _wards =
        [.. records.Of<Municipality>().Where(municipality => municipality.Kind == MunicipalityKind.Ward).Select(ward => ward.Name)];

    /// <summary>Checks all records of a file.</summary>
    /// <exception cref="RecordFileException">One of them does not hold.</exception>
    public void Check(RecordFile file)
    {
        for (var index = 0; index < file.Records.Count; index++)
        {
            var record = file.Records[index];
            var keyPath = record is SourceDocument ? "id" : record is Municipality or Prefecture ? "code" : "key";
            if (!KeyShape().IsMatch(record.Key))
                throw file.Refuse(index, keyPath, "A key has lower-case letters, digits and single hyphens only.");
            if ((Fault(record, file.Kind.TypeInfo, [], "", "") ?? FaultOfFiscalYear(record, file.Kind.TypeInfo)) is { } found)
                throw file.Refuse(index, found.Path, found.Reason);
        }
    }

    /// <summary>The first fault in a value, with the path to it; null where there is none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its metadata.</param>
    /// <param name="owners">The objects in which it lies, the record first.</param>
    /// <param name="path">The path from the record to it.</param>
    /// <param name="name">The property whose value it is, or in whose list it stands.</param>
    private (string Path, string Reason)? Fault(object value, JsonTypeInfo type, ImmutableStack<JsonTypeInfo> owners, string path, string name)
    {
        if ((value is string text ? FaultOfText(text, name) : FaultOfValue(value, owners)) is { } fault)
            return (fault.Property is null ? path : Join(path, fault.Property), fault.Reason);

        if (type.Kind == JsonTypeInfoKind.Object)
        {
            var inside = owners.Push(type);
            foreach (var property in type.Properties)
            {
                var child = property.Get?.Invoke(value);
                if (child is null)
                    continue;
                if (property.Name == "sources" && child is ICollection { Count: 0 })
                    return (Join(path, "sources"), "A record names at least one source.");
                if (Fault(child, TypeInfoOf(child, property.PropertyType, type), inside, Join(path, property.Name), property.Name) is { } inner)
                    return inner;
            }
        }
        else if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            var index = 0;
            foreach (var item in (IEnumerable)value)
            {
                if (item is null)
                    return ($"{path}[{index}]", "A list has no empty places.");
                if (Fault(item, TypeInfoOf(item, type.ElementType!, type), owners, $"{path}[{index}]", name) is { } inner)
                    return inner;
                index++;
            }
        }

        return null;
    }

    /// <summary>A record with a fiscal year and a period begins in that year: January to March belong to the year before, which is easily got wrong.</summary>
    private static (string Path, string Reason)? FaultOfFiscalYear(IRecord record, JsonTypeInfo type)
    {
        if (type.Properties.FirstOrDefault(property => property.Name == "fiscalYear")?.Get?.Invoke(record) is not int fiscalYear)
            return null;

        var period = type.Properties
            .Where(property => property.PropertyType == typeof(Period) || property.PropertyType == typeof(IReadOnlyList<Period>))
            .Select(property => property.Get?.Invoke(record))
            .Select(value => value as Period ?? (value is IReadOnlyList<Period> { Count: > 0 } periods ? periods[0] : null))
            .FirstOrDefault(value => value is not null);
        return period is null || period.From.AddMonths(-3).Year == fiscalYear
            ? null
            : ("fiscalYear", $"The period begins on {period.From:yyyy-MM-dd}, which lies in the fiscal year {period.From.AddMonths(-3).Year}.");
    }

    private static JsonTypeInfo TypeInfoOf(object value, Type declared, JsonTypeInfo parent) =>
        parent.Options.GetTypeInfo(Nullable.GetUnderlyingType(declared) is null ? declared : value.GetType());

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private (string? Property, string Reason)? FaultOfText(string text, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
            return (null, "A text is not empty; a property without a value is left out.");
        if (text != text.Trim())
            return (null, "A text neither begins nor ends with a space.");
        if (Noise().IsMatch(text))
            return (null, "The text has an HTML tag or a control character in it.");
        if (name is "prefecture" or "prefectures" && !_prefectures.Contains(text))
            return (null, $"\"{text}\" is no prefecture.");
        if (name is "ward" or "wards" && !_wards.Contains(text))
            return (null, $"\"{text}\" is no special ward.");
        if (name == "relatedKeys" ? !_references.Contains(text) : name is "partOf" or "meetingKey" && !_keys.Contains(text))
            return (null, $"There is no record \"{text}\".");
        return null;
    }

    private (string? Property, string Reason)? FaultOfValue(object value, ImmutableStack<JsonTypeInfo> owners) => value switch
    {
        Enum choice when !Enum.IsDefined(choice.GetType(), choice) => (null, $"{choice:D} is no {choice.GetType().Name}."),
        SourceRef source when records.Find<SourceDocument>(source.Document) is null =>
            ("document", $"The document \"{source.Document}\" is not in documents.json."),
        SourceRef source when records.Find<SourceDocument>(source.Document)!.Transcribed && !LineInPlace().IsMatch(source.Place) => ("place", "The place does not end with the transcript's line, as in \"(L46)\"."),
        OtherReading reading when !owners.Any(owner => owner.Properties.Any(property => property.Name == reading.Field.Split('.', '[')[0])) =>
            ("field", $"The record has no property \"{reading.Field}\"."),
        Period { Until: { } until } period when until < period.From => ("until", "The period ends before it begins."),
        Period { Precision: DatePrecision.Month, From.Day: not 1 } => ("from", "A period known by its month begins on the first of the month."),
        Period { Precision: DatePrecision.FiscalYear, From: not { Month: 4, Day: 1 } } => ("from", "A period known by its fiscal year begins on 1 April."),
        NamedPlace place => FaultOfPlace(place),
        _ => null,
    };

    private (string? Property, string Reason)? FaultOfPlace(NamedPlace place) => _places.Candidates(place).Count switch
    {
        0 => ("name", $"\"{place.Name}\" is no ward, municipality, prefecture or association{(place.Prefecture is null ? "" : $" of {place.Prefecture}")}."),
        1 => null,
        var count => ("name", $"\"{place.Name}\" is the name of {count} places, so the prefecture must be given."),
    };

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyShape();

    [GeneratedRegex(@"</?[A-Za-z][^>]*>|[\p{Cc}-[\n]]|\uFFFD")]
    private static partial Regex Noise();

    [GeneratedRegex(@"\(L\d[^)]*\)$")]
    private static partial Regex LineInPlace();
}
