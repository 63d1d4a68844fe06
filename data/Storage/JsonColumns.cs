using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RenkeiBot.Data.Storage;

/// <summary>A column of JSON. Each content has a class of its own, without parameters: the compiled models name it. How the JSON looks is asked when there is some: a start has none of most.</summary>
internal abstract class JsonColumn<TContent>(Func<JsonTypeInfo<TContent>> type) : ValueConverter<TContent, string>(
    content => JsonSerializer.Serialize(content, type()),
    json => JsonSerializer.Deserialize(json, type())!)
    where TContent : class;

/// <summary>A content is replaced as a whole, never changed: another instance is another content.</summary>
internal sealed class ContentComparer<TContent>() : ValueComparer<TContent>(
    (one, other) => ReferenceEquals(one, other),
    content => RuntimeHelpers.GetHashCode(content),
    content => content)
    where TContent : class;

/// <summary>Lists are compared by what is in them, and never changed.</summary>
internal sealed class ListComparer<TItem>() : ValueComparer<IReadOnlyList<TItem>>(
    (one, other) => one!.SequenceEqual(other!),
    list => list.Count,
    list => list);

/// <summary>How JSON stands in columns.</summary>
internal static class JsonColumns
{
    /// <summary>The same options, but Japanese is written as it is, not as escapes.</summary>
    internal static JsonSerializerOptions Readable(this JsonSerializerOptions options) => new(options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
