using RenkeiBot.Data.Records;

namespace RenkeiBot.Service.Events;

/// <summary>An event or exhibition on record, as this feature looks at either.</summary>
/// <param name="Record">A <see cref="ProjectEvent"/> or an <see cref="Exhibition"/>.</param>
internal sealed record KnownEvent(IRecord Record)
{
    private const string EventPrefix = "e.";
    private const string ExhibitionPrefix = "x.";

    /// <summary>What cards and the table of the edits name it by.</summary>
    public string Id { get; } = IdOf(Record is Exhibition, Record.Key);

    public string Title { get; } = Record is Exhibition exhibition ? exhibition.Title : ((ProjectEvent)Record).Title;

    /// <summary>Its days.</summary>
    public IReadOnlyList<Period> Periods { get; } = Record is Exhibition shown ? [shown.Period] : ((ProjectEvent)Record).Periods;

    public EventStatus Status { get; } = Record is Exhibition one ? one.Status : ((ProjectEvent)Record).Status;

    public string? Venue { get; } = Record is Exhibition at ? at.Venue : ((ProjectEvent)Record).Venue;

    public bool IsExhibition => Record is Exhibition;

    /// <summary>Whether it is held on its days, as far as is known.</summary>
    public bool IsOn => Status is not (EventStatus.Cancelled or EventStatus.Postponed);

    /// <summary>The days that are known to the day.</summary>
    public IEnumerable<Period> Days => Periods.Where(period => period.Precision == DatePrecision.Day);

    public DateOnly FirstDay => Periods.Count > 0 ? Periods.Min(period => period.From) : DateOnly.MinValue;

    public DateOnly LastDay => Periods.Count > 0 ? Periods.Max(period => period.LastDay) : DateOnly.MinValue;

    /// <summary>All that are on record.</summary>
    public static IEnumerable<KnownEvent> All(RecordSet records) => records.Of<ProjectEvent>().Concat<IRecord>(records.Of<Exhibition>()).Select(record => new KnownEvent(record));

    /// <summary>The one with an id; null for none.</summary>
    public static KnownEvent? Find(RecordSet records, string id) => (id.Length < EventPrefix.Length ? null
        : id.StartsWith(ExhibitionPrefix, StringComparison.Ordinal) ? records.Find<Exhibition>(KeyOf(id)) : id.StartsWith(EventPrefix, StringComparison.Ordinal) ? records.Find<ProjectEvent>(KeyOf(id))
        : (IRecord?)null) is { } record ? new KnownEvent(record) : null;

    public static string IdOf(bool isExhibition, string key) => (isExhibition ? ExhibitionPrefix : EventPrefix) + key;

    public static string KeyOf(string id) => id[EventPrefix.Length..];

    public static bool IsExhibitionId(string id) => id.StartsWith(ExhibitionPrefix, StringComparison.Ordinal);
}
