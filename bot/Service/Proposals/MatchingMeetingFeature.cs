using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Proposals;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers.Language;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Proposals.Matching;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Proposals;

/// <summary>
/// マッチング会議: one assignment over all open proposals and all organisations, shown to the secretariat to adopt in whole or in part. Adopted pairs are introduced to each other.
/// </summary>
internal sealed class MatchingMeetingFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, ProposalBoard board, ProposalNotices notices, ProfileSource profiles, IOptions<ProposalsOptions> options, TimeProvider time)
    : ITurnFeature
{
    public const string Command = "マッチング会議";

    private const string Computing = "組み合わせを計算しています。少し待ってから、もう一度「マッチング会議」と入力してください。";
    private const string NonePossible = "今、組み合わせられる提案はありません。";
    private const string AdoptedText = "採用しました。双方の担当者にお知らせします。";
    private const string OtherPlanText = "組み合わせが新しくなっています。確かめて、もう一度押してください。";
    private const string NobodyText = "この団体には登録された担当者がいません。採用すると、投稿した方だけにお知らせします。";
    private const string GoneText = "この組み合わせは、今は採用できません。最新の組み合わせをご覧ください。";

    /// <summary>Teams gives a turn some seconds; a longer computation goes on behind it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>As long may the adoption of many take on one press; the next press goes on.</summary>
    private static readonly TimeSpan LongestAdoption = TimeSpan.FromSeconds(6);

    /// <summary>As many lines of those that were left out stand below the pairs.</summary>
    private const int FewLeftOut = 8;

    private readonly Lock gate = new();
    private Task<Plan>? current;

    // What was not ready in time is shown when it is asked for next, not computed once more.
    private Task<Plan>? shownLate;

    public void Register(TurnRouter router)
    {
        router.OnCommand(Command, (turn, cancellationToken) => ShowAsync(turn, isNew: true, cancellationToken));
        router.OnVerb(ProposalVerbs.Meeting, (turn, cancellationToken) => ShowAsync(turn, isNew: false, cancellationToken));
        router.OnVerb(ProposalVerbs.Adopt, AdoptAsync);
    }

    private async Task ShowAsync(TurnContext turn, bool isNew, CancellationToken cancellationToken)
    {
        if (await permissions.AllowedAsync(turn, Verbs.HoldMeeting, Subject.Common, (nameof(MatchDecision), ""), cancellationToken) is null)
            return;
        if (await SolveAsync(isNew, cancellationToken) is not { } plan)
        {
            await turn.RespondWithMessageAsync(Computing, cancellationToken);
            return;
        }

        if (turn.Action?.GetText(CardKeys.Send) == MatchingMeetingCard.LeftOutList)
            await ShowLeftOutAsync(turn, plan.Result, cancellationToken);
        else
            await ShowPairsAsync(turn, plan, null, cancellationToken);
    }

    private async Task ShowPairsAsync(TurnContext turn, Plan plan, string? said, CancellationToken cancellationToken)
    {
        var result = plan.Result;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var decided = (await ProposalQueries.DecisionsSince(context, DateTimeOffset.MinValue).AsNoTracking().ToListAsync(cancellationToken))
            .Where(one => one.Kind == MatchDecisionKind.Introduced).Select(one => (one.ProposalId, one.Organisation)).ToHashSet();
        var reached = (await MemberQueries.Acting(context).AsNoTracking().ToListAsync(cancellationToken)).Select(member => member.Organisation).ToHashSet();
        var (page, pages) = CardTurns.PageOf(turn.PressedPage(), result.Matches.Count, MatchingMeetingCard.PageSize);
        var shown = result.Matches.Skip((page - 1) * MatchingMeetingCard.PageSize).Take(MatchingMeetingCard.PageSize).ToList();
        var proposals = board.Find(shown.Select(match => match.ProposalId).Distinct()).ToDictionary(proposal => proposal.Id);
        var sentence = result.Matches.Count == 0 ? NonePossible
            : $"提案{result.Matches.Select(match => match.ProposalId).Distinct().Count()}件と{result.Matches.Select(match => match.Organisation).Distinct().Count()}団体で、{result.Matches.Count}組の組み合わせができました。";
        await turn.RespondAsync(MatchingMeetingCard.Build(new MatchingMeetingView(
            said + sentence, [.. shown.Where(match => proposals.ContainsKey(match.ProposalId)).Select(match => Line(match, proposals[match.ProposalId], reached, decided.Contains((match.ProposalId, match.Organisation))))])
        {
            Page = page,
            Pages = pages,
            Plan = ProposalViews.Id(plan.Id),
            LeftOut = [.. LeftOut(result).Take(FewLeftOut)],
            HasMoreLeftOut = result.ProposalsLeft.Count + result.OrganisationsLeft.Count > FewLeftOut - 1,
        }), cancellationToken);
    }

    private Task ShowLeftOutAsync(TurnContext turn, AssignmentResult result, CancellationToken cancellationToken)
    {
        var lines = LeftOut(result).ToList();
        var (page, pages) = CardTurns.PageOf(turn.PressedPage(), lines.Count, MatchingMeetingCard.MaxLeftOut);
        return turn.RespondAsync(MatchingMeetingCard.Build(new MatchingMeetingView($"組み合わせに入らなかったのは、提案{result.ProposalsLeft.Count}件と{result.OrganisationsLeft.Count}団体です。", [])
        {
            LeftOut = [.. lines.Skip((page - 1) * MatchingMeetingCard.MaxLeftOut).Take(MatchingMeetingCard.MaxLeftOut)],
            IsLeftOut = true,
            Page = page,
            Pages = pages,
        }), cancellationToken);
    }

    /// <summary>The assignment, anew or the one that the pages belong to; null while it is being computed.</summary>
    private async Task<Plan?> SolveAsync(bool isNew, CancellationToken cancellationToken)
    {
        var matches = await board.MatchesAsync(cancellationToken);
        Task<Plan> running;
        lock (gate)
        {
            if (current is null || current.IsFaulted || (isNew && current.IsCompleted && !ReferenceEquals(shownLate, current)))
            {
                var (assignment, today) = (new Assignment(matches, options.Value.Assignment), JapanTime.Today(time));
                current = Task.Run(() => new Plan(Guid.NewGuid(), assignment.Solve(today, CancellationToken.None)), CancellationToken.None);
            }

            running = current;
        }

        var isDone = await Task.WhenAny(running, Task.Delay(Patience, cancellationToken)) == running;
        lock (gate)
            shownLate = isDone ? null : running;
        return isDone ? await running : null;
    }

    private async Task AdoptAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await permissions.AllowedAsync(turn, Verbs.AdoptMatch, Subject.Common, turn.Audited(nameof(MatchDecision)), cancellationToken) is not { } actor)
            return;
        if (await SolveAsync(isNew: false, cancellationToken) is not { } plan)
        {
            await turn.RespondWithMessageAsync(Computing, cancellationToken);
            return;
        }

        // Meanwhile someone else may have had another assignment made: what nobody has seen is not adopted.
        if (turn.PressedId() is null && turn.PressedId(ProposalKeys.Plan) != plan.Id)
        {
            await ShowPairsAsync(turn, plan, OtherPlanText, cancellationToken);
            return;
        }

        var result = plan.Result;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var decided = (await ProposalQueries.DecisionsSince(context, DateTimeOffset.MinValue).AsNoTracking().ToListAsync(cancellationToken)).Select(one => (one.ProposalId, one.Organisation)).ToHashSet();
        var (page, _) = CardTurns.PageOf(turn.PressedPage(), result.Matches.Count, MatchingMeetingCard.PageSize);
        var chosen = turn switch
        {
            _ when turn.PressedId() is { } id => result.Matches.Where(match => match.ProposalId == id && match.Organisation == MatchesFeature.Read(turn.Action!.GetText(ProposalKeys.Organisation))),
            _ when turn.IsSent() => (IEnumerable<Match>)result.Matches,
            _ => result.Matches.Skip((page - 1) * MatchingMeetingCard.PageSize).Take(MatchingMeetingCard.PageSize),
        };
        var (count, left, started) = (0, 0, Stopwatch.GetTimestamp());
        foreach (var match in chosen.Where(match => !decided.Contains((match.ProposalId, match.Organisation))))
        {
            if (Stopwatch.GetElapsedTime(started) > LongestAdoption)
                left++;
            else if (await IntroduceAsync(turn, actor, match, cancellationToken))
                count++;
        }

        notices.Wake();
        var said = left > 0 ? $"{count}組を採用しました。続きは、もう一度押してください。" : count > 0 ? AdoptedText : GoneText;
        await ShowPairsAsync(turn, plan, said, cancellationToken);
    }

    private async Task<bool> IntroduceAsync(TurnContext turn, Actor actor, Match match, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var proposal = await ProposalQueries.ById(context, match.ProposalId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var (organisation, now) = (match.Organisation, time.GetUtcNow());
        if (proposal is null || !proposal.TakesApplications(JapanTime.Today(time))
            || await ProposalQueries.DecisionOf(context, match.ProposalId, organisation.Kind, organisation.Id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not null)
            return false;
        var name = profiles.Current.Find(organisation).Name;
        var decision = new MatchDecision { ProposalId = match.ProposalId, OrganisationKind = organisation.Kind, OrganisationId = organisation.Id, Kind = MatchDecisionKind.Introduced, At = now };
        context.MatchDecisions.Add(decision);
        context.Audit(Verbs.AdoptMatch, actor.Person, (nameof(Proposal), proposal.Id.ToString()), AuditOutcome.Done, now, turn, $"organisation={organisation.Text};score={match.Score}");
        var key = $"meeting/{proposal.Id:N}/{organisation.Text}";
        var reasons = MatchesFeature.Reasons(match.Reasons);
        await notices.TellAsync(context, key, organisation, null,
            new ProposalNoticeView($"事務局から、{proposal.OrganisationName}の提案のご紹介です。", ProposalViews.Id(proposal.Id), proposal.Content.Title) { Reasons = reasons, Button = ProposalButton.Apply }, cancellationToken);
        await notices.TellAsync(context, key, proposal.Organisation, new Sender(proposal.TenantId, proposal.AadObjectId),
            new ProposalNoticeView($"事務局が、提案を{name}に紹介しました。", ProposalViews.Id(proposal.Id), proposal.Content.Title) { Reasons = reasons }, cancellationToken);
        // Someone else of the secretariat may adopt the same pair.
        if (!await context.TrySaveChangesAsync(cancellationToken))
            return false;

        board.Changed(decision);
        return true;
    }

    private MeetingLine Line(Match match, Proposal proposal, HashSet<OrganisationKey> reached, bool isAdopted) => new(
        ProposalViews.Id(match.ProposalId), match.Organisation.Text, $"{proposal.Content.Title}（{proposal.OrganisationName}）",
        $"{profiles.Current.Find(match.Organisation).Name}・合計{match.Score}点", isAdopted)
    {
        Reasons = reached.Contains(match.Organisation) ? MatchesFeature.Reasons(match.Reasons) : [.. MatchesFeature.Reasons(match.Reasons), NobodyText],
    };

    /// <summary>An assignment, with an id by which a press says which one was seen.</summary>
    private sealed record Plan(Guid Id, AssignmentResult Result);

    /// <summary>How many there are, then each with the cause: proposals, wards, other organisations.</summary>
    private IEnumerable<string> LeftOut(AssignmentResult result)
    {
        if (result.ProposalsLeft.Count + result.OrganisationsLeft.Count == 0)
            yield break;
        yield return $"提案{result.ProposalsLeft.Count}件、{result.OrganisationsLeft.Count}団体（うち特別区{result.OrganisationsLeft.Count(one => one.Organisation.Kind == OrganisationKind.Ward)}）です。";
        foreach (var one in result.ProposalsLeft)
        {
            if (board.Find([one.ProposalId]) is [var proposal])
                yield return $"提案「{CardText.Truncate(proposal.Content.Title, 30)}」：{one.Text}";
        }

        foreach (var one in result.OrganisationsLeft.OrderByDescending(one => one.Organisation.Kind == OrganisationKind.Ward))
            yield return $"{profiles.Current.Find(one.Organisation).Name}：{one.Text}";
    }
}
