using RenkeiBot.Service.Channels;

namespace RenkeiBot.Service.Directories;

/// <summary>
/// Who of those that a meeting is to reach in their personal chats is busy then, for the secretariat to think again before the notice goes out. A hint and no more: whose calendar cannot be seen, and
/// whoever is of another tenant, is not named, and where Graph is slow or refuses there is none.
/// </summary>
internal sealed class OfficerSchedules(GraphTenant tenant, GraphClient graph, MeetingCalendar calendar, TimeProvider time)
{
    /// <summary>Of more people nobody would read the names.</summary>
    private const int MaxPeople = 60;

    /// <summary>As many people are asked about at once.</summary>
    private const int Flights = 4;

    private const int NamesShown = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>A step of the answer must not be longer than the whole.</summary>
    private static readonly TimeSpan ShortStep = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongStep = TimeSpan.FromMinutes(30);

    /// <summary>Who is busy, in one sentence; null for nobody, and where nobody can tell.</summary>
    public async Task<string?> BusyAsync(IReadOnlyList<AudienceTarget> reached, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var people = reached.Where(one => one.Target.ConversationId is null && tenant.Contains(one.Target.TenantId)).Take(MaxPeople).ToList();
        if (!calendar.IsConfigured || people.Count == 0 || until - from < ShortStep || from < time.GetUtcNow())
            return null;
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await NamesAsync(people, from, until, either.Token) is { Count: > 0 } names ? DirectoryMessages.Busy(names, NamesShown) : null;
        }
        catch (GraphException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<string>> NamesAsync(IReadOnlyList<AudienceTarget> people, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var mails = new string?[people.Count];
        await Parallel.ForAsync(0, people.Count, new ParallelOptions { MaxDegreeOfParallelism = Flights, CancellationToken = cancellationToken }, async (i, token) =>
            mails[i] = (await graph.FindUserAsync(people[i].Target.AadObjectId, token))?.Mail);
        string[] addresses = [.. mails.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        if (addresses.Length == 0)
            return [];
        var times = await calendar.FreeTimesAsync(addresses, from, until, until - from < LongStep ? ShortStep : LongStep, cancellationToken);
        var busy = times.Where(one => one.IsFree?.Contains(false) == true).Select(one => one.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. people.Where((_, i) => mails[i] is { } mail && busy.Contains(mail)).Select(one => one.Name)];
    }
}
