using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RenkeiBot.Cards.Elements;

/// <summary>
/// <c>AdaptiveCard</c> of version 1.5, the newest that Teams draws. It goes into an activity as the <c>content</c> of an attachment of type <see cref="ContentType"/>.
/// </summary>
/// <remarks>
/// Cards write themselves, without reflection: <see cref="WriteTo"/> into a writer the caller has open, or <see cref="ToUtf8Json"/> as bytes that
/// <see cref="Utf8JsonWriter.WriteRawValue(ReadOnlySpan{byte}, bool)"/> takes over unread.
/// </remarks>
public sealed record AdaptiveCard
{
    /// <summary>The attachment's content type.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The most bytes of UTF-8 JSON that a card of this bot takes: Teams takes 28 KB for certain, activity included.</summary>
    public const int MaxUtf8Length = 24 * 1024;

    /// <summary>How cards are written. Japanese stays Japanese: the default encoder makes six bytes of every character.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? scratch;

    /// <summary>The elements, from the top.</summary>
    public required IReadOnlyList<CardElement> Body { get; init; }

    /// <summary>The buttons below the body.</summary>
    public IReadOnlyList<CardAction> Actions { get; init; } = [];

    /// <summary>What a client shows that cannot draw the card.</summary>
    public required string FallbackText { get; init; }

    /// <summary>What is read aloud for the whole card.</summary>
    public required string Speak { get; init; }

    /// <summary>How a client brings the card up to date; null for cards that do not change.</summary>
    public Refresh? Refresh { get; init; }

    /// <summary>The people mentioned in the card's texts.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    /// <summary>True where the card takes the whole width of the conversation (Teams: <c>msteams.width: Full</c>).</summary>
    public bool IsFullWidth { get; init; } = true;

    /// <summary>The card as UTF-8 JSON.</summary>
    public byte[] ToUtf8Json() => WriteToScratch().WrittenSpan.ToArray();

    /// <summary>How many bytes <see cref="ToUtf8Json"/> returns.</summary>
    public int MeasureUtf8Json() => WriteToScratch().WrittenCount;

    /// <summary>Writes the card as one JSON object. The writer should have been made with <see cref="WriterOptions"/>' encoder.</summary>
    /// <param name="writer">Where to; it stands where a value may stand.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "AdaptiveCard"u8);
        writer.WriteString("version"u8, "1.5"u8);
        writer.WriteString("lang"u8, "ja"u8);
        writer.WritePlain("fallbackText"u8, FallbackText);
        writer.WriteString("speak"u8, Spoken(Speak));
        WriteRefresh(writer);
        writer.WriteElements("body"u8, Body);
        if (Actions.Count > 0) writer.WriteActions(Actions);
        WriteTeams(writer);
        writer.WriteEndObject();
    }

    /// <summary>The schema lets <c>speak</c> be speech markup: the marks of markup are replaced by their full-width forms, which sound the same.</summary>
    private static string Spoken(string text) => CardText.Clean(text).Replace('<', '＜').Replace('>', '＞').Replace('&', '＆');

    private void WriteRefresh(Utf8JsonWriter writer)
    {
        if (Refresh is null) return;
        writer.WriteStartObject("refresh"u8);
        Refresh.Action.WriteRefreshAction(writer);
        writer.WriteStartArray("userIds"u8);
        for (var i = 0; i < Math.Min(Refresh.UserIds.Count, Refresh.MaxUserIds); i++) writer.WriteStringValue(Refresh.UserIds[i]);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteTeams(Utf8JsonWriter writer)
    {
        if (!IsFullWidth && Mentions.Count == 0) return;
        writer.WriteStartObject("msteams"u8);
        if (IsFullWidth) writer.WriteString("width"u8, "Full"u8);
        if (Mentions.Count > 0)
        {
            writer.WriteStartArray("entities"u8);
            foreach (var mention in Mentions)
            {
                writer.WriteStartObject();
                writer.WriteString("type"u8, "mention"u8);
                writer.WriteString("text"u8, mention.Text);
                writer.WriteStartObject("mentioned"u8);
                writer.WriteString("id"u8, mention.Id);
                writer.WriteString("name"u8, mention.Name);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private ArrayBufferWriter<byte> WriteToScratch()
    {
        if (scratch is not var (buffer, writer))
        {
            buffer = new ArrayBufferWriter<byte>(8 * 1024);
            writer = new Utf8JsonWriter(buffer, WriterOptions);
            scratch = (buffer, writer);
        }

        buffer.ResetWrittenCount();
        writer.Reset();
        WriteTo(writer);
        writer.Flush();
        return buffer;
    }
}
