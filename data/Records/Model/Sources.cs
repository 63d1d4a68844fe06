using System.Text.Json.Serialization;

namespace RenkeiBot.Data.Records;

/// <summary>A source document of the project. The file <c>documents.json</c> lists them.</summary>
/// <param name="Id">The key other records use: <c>overview-2022</c>, <c>leaflet-2024</c>, <c>chronology</c>, <c>activities-2015</c>, <c>interim-2018</c>, <c>board</c>, <c>event-register</c>.</param>
/// <param name="Title">The title as printed, as it is shown beside an answer.</param>
/// <param name="Published">When the document was issued, in words (for example 「令和4年2月」).</param>
/// <param name="Publisher">Who issued it.</param>
/// <param name="Transcribed">False where there is no transcript of it, so that a place in it names no line of one.</param>
public sealed record SourceDocument(string Id, string Title, string Published, string Publisher, bool Transcribed = true) : IRecord
{
    string IRecord.Key => Id;

    IReadOnlyList<SourceRef> IRecord.Sources => [];

    IReadOnlyList<OtherReading>? IRecord.OtherReadings => null;
}

/// <summary>Where a fact stands: the document, the place in it, and the date of the figures where the document names one.</summary>
/// <param name="Document">A <see cref="SourceDocument.Id"/>.</param>
/// <param name="Place">Where in the document: a heading, a row or a page, in words, with the line of the transcript (<c>L46</c>) at the end where there is one.</param>
/// <param name="AsOf">The date the figures describe, where it is not the date of the event itself.</param>
public sealed record SourceRef(string Document, string Place, DateOnly? AsOf = null);

/// <summary>A reading that one document has and that was not taken, because another document, the calendar or arithmetic is better.</summary>
/// <param name="Field">The property the reading is about, named as in the file; a part of a property as <c>points[5].value</c>.</param>
/// <param name="Reading">What that document says, in words.</param>
/// <param name="Source">Where it says so.</param>
/// <param name="Reason">Why the record has another value: one sentence in Japanese, shown with the answer.</param>
/// <param name="Certain">False where the documents alone do not settle the matter; the answer then names both readings.</param>
public sealed record OtherReading(string Field, string Reading, SourceRef Source, string Reason, bool Certain = true);

/// <summary>A fact of the project, kept in a file of <c>data/Records</c>. Its <see cref="Key"/> is unique within that file.</summary>
public interface IRecord
{
    /// <summary>The key, unique within its kind and never reused: lower-case letters, digits and hyphens.</summary>
    string Key { get; }

    /// <summary>Where the record stands in the documents; the first is the one shown with an answer.</summary>
    IReadOnlyList<SourceRef> Sources { get; }

    /// <summary>Readings that other documents have (empty or null for most records).</summary>
    IReadOnlyList<OtherReading>? OtherReadings { get; }
}

/// <summary>A stretch of days, both ends included. A single day has no <see cref="Until"/>.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, where there are several.</param>
/// <param name="Precision">How much of the date the documents give: a day, only the month, or only the year.</param>
public sealed record Period(DateOnly From, DateOnly? Until = null, DatePrecision Precision = DatePrecision.Day)
{
    /// <summary>The last day (the first, where it is only one).</summary>
    [JsonIgnore]
    public DateOnly LastDay => Until ?? From;
}

/// <summary>How much of a date a document gives.</summary>
public enum DatePrecision
{
    /// <summary>Year, month and day.</summary>
    Day,

    /// <summary>Year and month; the day of the month in the record is 1 and means nothing.</summary>
    Month,

    /// <summary>Only the fiscal year; the date in the record is its first day, 1 April.</summary>
    FiscalYear,
}
