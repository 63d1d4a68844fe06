using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace RenkeiBot.Data.Records.Loading;

/// <summary>Says in one sentence why the JSON reader refused something, for whoever edits the file.</summary>
internal static partial class JsonReasons
{
    /// <summary>The reason for a record: which property, and what it should be.</summary>
    public static string OfRecord(JsonException exception, JsonTypeInfo type)
    {
        if (exception.Path is not { Length: > 2 } path)
            return Of(exception);
        path = path[2..];

        // The reader names the type of the whole record where a value is of another type; the metadata knows which type it should have been.
        var reason = exception.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal) && TypeAt(type, path) is { } wanted
            ? $"The value is no {Describe(wanted)}."
            : Of(exception);
        return $"{path}: {reason}";
    }

    /// <summary>The reader's own sentence without the place that it adds (the refusal has that already) and without namespaces.</summary>
    public static string Of(JsonException exception) =>
        PlaceInMessage().Replace(exception.Message, "").Replace("RenkeiBot.Data.Records.", "", StringComparison.Ordinal);

    private static Type? TypeAt(JsonTypeInfo type, string path)
    {
        foreach (var step in PathStep().EnumerateMatches(path))
        {
            var name = path.AsSpan(step.Index, step.Length);
            var next = name[0] == '[' ? type.ElementType : null;
            foreach (var property in type.Properties)
            {
                if (name.SequenceEqual(property.Name))
                    next = property.PropertyType;
            }

            if (next is null)
                return null;
            type = type.Options.GetTypeInfo(Nullable.GetUnderlyingType(next) ?? next);
        }

        return type.Type;
    }

    private static string Describe(Type type) =>
        type == typeof(DateOnly) ? "date (yyyy-MM-dd)"
        : type == typeof(int) ? "whole number"
        : type == typeof(decimal) ? "number"
        : type == typeof(string) ? "text"
        : type == typeof(bool) ? "true or false"
        : type.IsEnum ? $"{type.Name} ({string.Join(", ", Enum.GetNames(type))})"
        : type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? "list"
        : type.Name;

    [GeneratedRegex(@"\s*(Path: .*?\|\s*)?LineNumber: \d+ \| BytePositionInLine: \d+\.")]
    private static partial Regex PlaceInMessage();

    [GeneratedRegex(@"\[\d+\]|[^.\[]+")]
    private static partial Regex PathStep();
}
