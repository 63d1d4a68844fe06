using System.Data;
using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Meetings;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Meetings;

/// <summary>「出席」「欠席」「代理」: one answer a person, the last one counts. The cards in channels are counted anew behind the turn, many answers at once.</summary>
internal sealed class MeetingAnswers(IDbContextFactory<RenkeiBotDbContext> contexts, MeetingNotices notices, MeetingCards cards, TurnInbox inbox, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Keeps an answer.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="actor">Who answers.</param>
    /// <param name="id">The meeting.</param>
    /// <param name="dateRevision">For which date, by the card.</param>
    /// <param name="attendance">The answer.</param>
    /// <param name="substitute">Who comes in their place; empty for nobody.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<(Change<PlannedMeeting> Change, MeetingAnswer? Answer)> AnswerAsync(
        TurnContext turn, Actor actor, Guid id, int dateRevision, Attendance attendance, string substitute, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.OpenAsync(cancellationToken);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var now = time.GetUtcNow();
            var member = await MemberQueries.ByPerson(context, actor.Person.TenantId, actor.Person.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            var decision = Authorisation.Decide(Verbs.AnswerMeeting, Subject.Common, actor.Person, member);
            var meeting = await MeetingQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            if (meeting is null || meeting.State == MeetingState.Draft)
                return (new(ChangeOutcome.Gone, null), null);
            var answer = await MeetingQueries.AnswerOf(context, id, actor.Person.TenantId, actor.Person.AadObjectId).SingleOrDefaultAsync(cancellationToken);
            var outcome = !decision.IsAllowed ? ChangeOutcome.Refused
                : !cards.CanAnswer(meeting) || dateRevision != meeting.DateRevision ? ChangeOutcome.Stale
                : answer is not null && answer.Attendance == attendance && answer.Substitute == substitute && answer.DateRevision == dateRevision ? ChangeOutcome.Unchanged
                : ChangeOutcome.Done;
            if (outcome == ChangeOutcome.Unchanged)
                return (new(outcome, meeting), answer);
            if (outcome == ChangeOutcome.Done)
            {
                if (answer is null)
                    context.MeetingAnswers.Add(answer = New(id, member!, now));
                (answer.Attendance, answer.Substitute, answer.DateRevision, answer.At) = (attendance, substitute, dateRevision, now);
                (answer.OrganisationKind, answer.OrganisationId, answer.OrganisationName, answer.Name) = (member!.OrganisationKind, member.OrganisationId, member.OrganisationName, member.Name);
            }

            context.Audit(Verbs.AnswerMeeting, actor.Person, (nameof(PlannedMeeting), id.ToString()), outcome.Audited(), now, turn, $"answer={attendance};date={dateRevision}");
            inbox.Claim(context, turn);
            var isSaved = await context.TrySaveChangesAsync(cancellationToken);
            if (isSaved && outcome == ChangeOutcome.Done)
            {
                await notices.PutOwnAsync(context, meeting, actor.Person, answer!, cancellationToken);
                await ToCountAsync(context, id, cancellationToken);
                isSaved = await context.TrySaveChangesAsync(cancellationToken);
            }

            if (isSaved)
            {
                await transaction.CommitAsync(cancellationToken);
                notices.Wake();
                return (new(outcome, decision.IsAllowed ? meeting : null, decision.Refusal), answer);
            }

            if (attempt == Attempts)
                return (new(ChangeOutcome.Stale, meeting), null);
        }
    }

    /// <summary>Notes that the cards in channels have old counts, past the counting of versions: what the secretariat is about to send is not stale for that.</summary>
    private static async Task ToCountAsync(RenkeiBotDbContext context, Guid id, CancellationToken cancellationToken)
    {
        await using var update = context.Command(context.Database.CurrentTransaction, sql => $"UPDATE {sql("PlannedMeetings")} SET {sql("AreCountsOld")} = 1 WHERE {sql("Id")} = @id", ("@id", DbType.Guid));
        update.Parameters["@id"].Value = id;
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    private static MeetingAnswer New(Guid id, Member member, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        MeetingId = id,
        TenantId = member.TenantId,
        AadObjectId = member.AadObjectId,
        OrganisationKind = member.OrganisationKind,
        OrganisationId = member.OrganisationId,
        OrganisationName = member.OrganisationName,
        Name = member.Name,
        Attendance = default,
        Substitute = "",
        DateRevision = 0,
        At = now,
    };
}
