using Microsoft.EntityFrameworkCore;
using RenkeiBot.Cards.Meetings;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Meetings;

/// <summary>Who comes to a meeting, by organisation, with those that were asked and did not answer.</summary>
internal sealed class MeetingRoster(MeetingAudience audience, Organisations organisations)
{
    /// <summary>Reads it: each organisation with its answers, none for one that did not answer; wards first.</summary>
    public async Task<IReadOnlyList<(OrganisationKey Organisation, string Name, IReadOnlyList<MeetingAnswer> Answers)>> ReadAsync(
        RenkeiBotDbContext context, PlannedMeeting meeting, CancellationToken cancellationToken)
    {
        var answers = await MeetingQueries.Answers(context, meeting.Id).AsNoTracking().ToListAsync(cancellationToken);
        var reached = await audience.ResolveAsync(context, meeting.Content, cancellationToken);
        var rows = answers.GroupBy(answer => new OrganisationKey(answer.OrganisationKind, answer.OrganisationId)).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var asked in reached.Select(target => target.Organisation).OfType<OrganisationKey>().Distinct())
            rows.TryAdd(asked, []);
        return [.. rows.OrderBy(row => row.Key.Kind).ThenBy(row => row.Key.Id, StringComparer.Ordinal)
            .Select(row => (row.Key, row.Value.Count > 0 ? row.Value[^1].OrganisationName : organisations.Find(row.Key.Text)?.Name ?? row.Key.Id, (IReadOnlyList<MeetingAnswer>)row.Value))];
    }

    /// <summary>A page of it.</summary>
    public async Task<RosterView> ViewAsync(RenkeiBotDbContext context, PlannedMeeting meeting, int page, string sentence, string fileUrl, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(context, meeting, cancellationToken);
        var (shown, pages) = CardTurns.PageOf(page, rows.Count, RosterCard.PageSize);
        // What was answered for the date of before is shown, and asked again: it does not count.
        bool Counts(MeetingAnswer answer) => answer.DateRevision == meeting.DateRevision;
        int Number(Attendance attendance) => rows.Sum(row => row.Answers.Count(answer => answer.Attendance == attendance && Counts(answer)));
        return new RosterView(sentence, MeetingCards.Id(meeting.Id), $"{meeting.Content.Heading()}　{meeting.Content.When()}",
            $"{MeetingMessages.Counts(Number(Attendance.Attending), Number(Attendance.Substitute), Number(Attendance.Absent))}、未回答 {rows.Count(row => !row.Answers.Any(Counts))}団体")
        {
            Lines = [.. rows.Skip((shown - 1) * RosterCard.PageSize).Take(RosterCard.PageSize)
                .Select(row => new RosterLine(row.Name, row.Answers.Count == 0 ? ["未回答"] : [.. row.Answers.Select(answer => Line(answer, meeting))]))],
            Page = shown,
            Pages = pages,
            FileUrl = fileUrl,
        };
    }

    private static string Line(MeetingAnswer answer, PlannedMeeting meeting) =>
        $"{answer.Name}：{MeetingMessages.Answer(answer.Attendance, answer.Substitute)}{(answer.DateRevision < meeting.DateRevision ? "（日時の変更前）" : "")}";
}
