using System.Globalization;
using RenkeiBot.Service.Answers.Language;

namespace RenkeiBot.Service.Directories;

/// <summary>A meeting as it stands in the calendar.</summary>
/// <param name="Subject">Its title.</param>
/// <param name="Text">What it is about, as plain text.</param>
/// <param name="Place">Where it is held; empty where it is held online alone.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
internal sealed record CalendarMeeting(string Subject, string Text, string Place, DateTimeOffset Start, DateTimeOffset End);

/// <summary>What the calendar made of it.</summary>
/// <param name="EventId">The event, to be changed or cancelled by.</param>
/// <param name="JoinUrl">Where one takes part online; null where the calendar gave none that can be opened.</param>
internal sealed record CalendarEvent(string EventId, Uri? JoinUrl);

/// <summary>When somebody is free.</summary>
/// <param name="Address">Whose time it is.</param>
/// <param name="IsFree">For each interval in order; null where their calendar cannot be seen.</param>
internal sealed record FreeTimes(string Address, IReadOnlyList<bool>? IsFree);

/// <summary>
/// Meetings in the calendar of the configured mailbox, each with an online meeting of Teams. As the app the bot can write into the calendar of a person or a shared mailbox, never into one of a
/// group. Nobody is invited by it: the bot itself tells everyone, in Teams.
/// </summary>
internal sealed class MeetingCalendar(GraphTenant tenant, GraphClient graph, TimeProvider time)
{
    /// <summary>Japan as Exchange calls it.</summary>
    private const string Zone = "Tokyo Standard Time";

    private const string OnlineMeetings = "teamsForBusiness";

    /// <summary>Whether there is a calendar at all.</summary>
    public bool IsConfigured => tenant.Mailbox is not null;

    private string Mailbox => tenant.Mailbox ?? throw new InvalidOperationException("No mailbox is configured: ask IsConfigured.");

    /// <summary>Puts a meeting into the calendar. Asked twice under the same name, also by two instances, it is there once.</summary>
    /// <param name="name">What the event is known by, for ever.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="cancellationToken">Gives up the call; the event may have been made.</param>
    /// <exception cref="GraphException">It was not possible.</exception>
    public async Task<CalendarEvent> CreateAsync(string name, CalendarMeeting meeting, CancellationToken cancellationToken)
    {
        var made = await graph.CreateEventAsync(Mailbox, Request(meeting) with
        {
            Body = new GraphBody("text", meeting.Text),
            IsOnlineMeeting = true,
            OnlineMeetingProvider = OnlineMeetings,
            TransactionId = name,
        }, cancellationToken);
        return Of(made);
    }

    /// <summary>Changes title, times and place. The text stays: Teams writes how to take part into it, and a new one would take that away.</summary>
    /// <returns>The event; null where somebody has deleted it in the calendar.</returns>
    /// <exception cref="GraphException">It was not possible.</exception>
    public async Task<CalendarEvent?> UpdateAsync(string eventId, CalendarMeeting meeting, CancellationToken cancellationToken) =>
        await graph.UpdateEventAsync(Mailbox, eventId, Request(meeting), cancellationToken) is { } changed ? Of(changed) : null;

    /// <summary>Takes a meeting out of the calendar, also where somebody has done so already.</summary>
    /// <exception cref="GraphException">It was not possible.</exception>
    public Task CancelAsync(string eventId, CancellationToken cancellationToken) => graph.DeleteEventAsync(Mailbox, eventId, cancellationToken);

    /// <summary>When people are free.</summary>
    /// <param name="addresses">The addresses of their mailboxes.</param>
    /// <param name="from">From when on.</param>
    /// <param name="until">Until when.</param>
    /// <param name="interval">In steps of this length, 5 minutes to a day.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="GraphException">It was not possible.</exception>
    public async Task<IReadOnlyList<FreeTimes>> FreeTimesAsync(
        IReadOnlyList<string> addresses, DateTimeOffset from, DateTimeOffset until, TimeSpan interval, CancellationToken cancellationToken)
    {
        var schedules = await graph.GetSchedulesAsync(Mailbox, addresses, Time(from), Time(until), interval, cancellationToken);
        return [.. schedules.Where(one => one.ScheduleId is not null).Select(one => new FreeTimes(one.ScheduleId!, one is { Error: null, AvailabilityView: { } view } ? [.. view.Select(IsFree)] : null))];
    }

    /// <summary>Whether the calendar can be read.</summary>
    /// <exception cref="GraphException">It cannot.</exception>
    public Task TryAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return graph.GetSchedulesAsync(Mailbox, [Mailbox], Time(now), Time(now.AddHours(1)), TimeSpan.FromMinutes(30), cancellationToken);
    }

    /// <summary>Free, or working elsewhere.</summary>
    private static bool IsFree(char availability) => availability is '0' or '4';

    private static GraphEventRequest Request(CalendarMeeting meeting) => new()
    {
        Subject = meeting.Subject,
        Start = Time(meeting.Start),
        End = Time(meeting.End),
        Location = new GraphLocation(meeting.Place),
    };

    private static GraphTime Time(DateTimeOffset moment) => new(moment.ToOffset(JapanTime.Offset).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), Zone);

    private static CalendarEvent Of(GraphEvent made) =>
        new(made.Id, Uri.TryCreate(made.OnlineMeeting?.JoinUrl, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps ? url : null);
}
