namespace RenkeiBot.Data.Events;

/// <summary>What the secretariat did to the record of an event or exhibition, in numbers; the record itself is a member's row among the records. A row stays when the record is removed: its counts never begin anew.</summary>
public sealed class EventEdit
{
    /// <summary>The kind of the record and its key: <c>e.lecture-2017-1</c> for an event, <c>x.2017-1-kyoto</c> for an exhibition.</summary>
    public required string Id { get; init; }

    /// <summary>Counts changes: a card with an older number is stale. A record that nobody touched has no row, and the number 0.</summary>
    public int Version { get; set; }

    /// <summary>Counts changes of its days and of whether it takes place. Reminders are made for one such number: those of an older one are not.</summary>
    public int Schedule { get; set; }

    /// <summary>When the record was last changed.</summary>
    public required DateTimeOffset ChangedAt { get; set; }
}
