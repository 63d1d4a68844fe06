using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RenkeiBot.Data.Storage;

/// <summary>Columns of JSON.</summary>
internal static class JsonColumns
{
    /// <summary>The same options, but Japanese is written as it is, not as escapes.</summary>
    internal static JsonSerializerOptions Readable(this JsonSerializerOptions options) => new(options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A content is replaced as a whole, never changed: another instance is another content.</summary>
    internal static void HasJson<TProperty, TContent>(this PropertyBuilder<TProperty> property, JsonTypeInfo<TContent> type)
        where TProperty : class?
        where TContent : class, TProperty
    {
        property.HasConversion(content => JsonSerializer.Serialize((TContent)content!, type), json => JsonSerializer.Deserialize(json, type)!);
        property.Metadata.SetValueComparer(new ValueComparer<TContent>((one, other) => ReferenceEquals(one, other), content => RuntimeHelpers.GetHashCode(content), content => content));
    }
}
