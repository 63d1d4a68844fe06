using Microsoft.EntityFrameworkCore;
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

namespace RenkeiBot.Service.Proposals;

/// <summary>おすすめ: proposals for an organisation, organisations and other proposals for a proposal, each with its reasons; and 「見送る」.</summary>
internal sealed class MatchesFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, ProposalBoard board, ProfileSource profiles, ProposalViews views, TimeProvider time) : ITurnFeature
{
    public const string Command = "おすすめ";

    private const int Most = 25;
    private const string NoneText = "今、おすすめできる提案はありません。「関心を登録」で関心を登録すると、見つかりやすくなります。";
    private const string NoPartnersText = "今、おすすめできる相手は見つかりませんでした。提供できることや求めることを書き足すと、見つかりやすくなります。";
    private const string DeclinedText = "見送りました。もう表示しません。";

    public void Register(TurnRouter router)
    {
        router.OnCommand(Command, (turn, cancellationToken) => ListAsync(turn, null, cancellationToken));
        router.OnVerb(ProposalVerbs.Matches, (turn, cancellationToken) => ListAsync(turn, null, cancellationToken));
        router.OnVerb(ProposalVerbs.Partners, (turn, cancellationToken) => ListPartnersAsync(turn, turn.PressedId() ?? Guid.Empty, null, cancellationToken));
        router.OnVerb(ProposalVerbs.DeclineMatch, DeclineAsync);
    }

    /// <summary>The reasons of a match as lines, with what each adds to the score.</summary>
    public static IReadOnlyList<string> Reasons(IReadOnlyList<MatchReason> reasons) => [.. reasons.Select(reason => $"{reason.Text}（{reason.Points}点）")];

    private async Task ListAsync(TurnContext turn, string? said, CancellationToken cancellationToken)
    {
        if (await permissions.AllowedAsync(turn, Verbs.SeeMatches, Subject.Common, (nameof(Proposal), ""), cancellationToken) is not { } viewer)
            return;
        var matches = await board.MatchesAsync(cancellationToken);
        var found = matches.ProposalsFor(viewer.Member.Organisation, Most, JapanTime.Today(time));
        var proposals = board.Find(found.Select(match => match.ProposalId)).ToDictionary(proposal => proposal.Id);
        var mayDecline = Authorisation.Decide(Verbs.DeclineMatch, Subject.Of(viewer.Member.Organisation), viewer.Person, viewer.Member).IsAllowed;
        var key = mayDecline ? viewer.Member.Organisation.Text : null;
        List<ProposalLine> lines = [.. found.Where(match => proposals.ContainsKey(match.ProposalId)).Select(match => Line(proposals[match.ProposalId], match.Score, match.Reasons, key))];
        var (page, pages) = CardTurns.PageOf(turn.PressedPage(), lines.Count, ProposalListCard.PageSize);
        var sentence = lines.Count == 0 ? NoneText : $"{viewer.Member.OrganisationName}へのおすすめは{lines.Count}件です。";
        await turn.RespondAsync(ProposalListCard.Build(new ProposalListView(
            said + sentence, [.. lines.Skip((page - 1) * ProposalListCard.PageSize).Take(ProposalListCard.PageSize)], ProposalVerbs.Matches)
        {
            Page = page,
            Pages = pages,
            Links = [ProposalListLink.Interests, ProposalListLink.Own, ProposalListLink.Search],
        }), cancellationToken);
    }

    private async Task ListPartnersAsync(TurnContext turn, Guid id, string? said, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var proposal = await ProposalQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        // To edit a proposal is what its organisation may.
        var subject = proposal is null ? Subject.Common : Subject.Of(proposal.Organisation);
        if (await permissions.AllowedAsync(turn, proposal is null ? Verbs.SeeMatches : Verbs.EditProposal, subject, turn.Audited(nameof(Proposal)), cancellationToken) is null)
            return;
        if (proposal is null)
        {
            await turn.RespondWithErrorAsync("NotFound", ProposalMessages.Gone, cancellationToken);
            return;
        }

        var (matches, today) = (await board.MatchesAsync(cancellationToken), JapanTime.Today(time));
        var pairs = matches.ComplementsOf(id, 5, today);
        var others = board.Find(pairs.Select(pair => pair.OtherId).Distinct()).ToDictionary(other => other.Id);
        List<(int Score, ProposalLine Line)> lines =
        [
            .. pairs.Where(pair => others.ContainsKey(pair.OtherId)).Select(pair => (pair.Score, Line(others[pair.OtherId], pair.Score, pair.Reasons, null))),
            .. matches.OrganisationsFor(id, Most, today).Select(match => (match.Score, Partner(match, id))),
        ];
        var (page, pages) = CardTurns.PageOf(turn.PressedPage(), lines.Count, ProposalListCard.PageSize);
        var sentence = lines.Count == 0 ? NoPartnersText : $"「{CardText.Truncate(proposal.Content.Title, 30)}」と合う相手は{lines.Count}件です。";
        await turn.RespondAsync(ProposalListCard.Build(new ProposalListView(
            said + sentence, [.. lines.OrderByDescending(line => line.Score).Select(line => line.Line).Skip((page - 1) * ProposalListCard.PageSize).Take(ProposalListCard.PageSize)], ProposalVerbs.Partners)
        {
            Page = page,
            Pages = pages,
            About = ProposalViews.Id(id),
            Links = [ProposalListLink.Own, ProposalListLink.Search],
        }), cancellationToken);
    }

    /// <summary>「見送る」: either side does not want to see this pair again.</summary>
    private async Task DeclineAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var proposal = turn.PressedId() is { } id ? await ProposalQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
        var organisation = Read(turn.Action!.GetText(ProposalKeys.Organisation));
        var viewer = await permissions.AllowedAsync(turn, Verbs.SeeMatches, Subject.Common, turn.Audited(nameof(MatchDecision)), cancellationToken);
        if (viewer is null)
            return;
        if (proposal is null || organisation is not { } partner)
        {
            await turn.RespondWithErrorAsync("NotFound", ProposalMessages.Gone, cancellationToken);
            return;
        }

        var ofOrganisation = partner == viewer.Member.Organisation;
        var subject = Subject.Of(ofOrganisation ? partner : proposal.Organisation);
        if (await permissions.AllowedAsync(turn, Verbs.DeclineMatch, subject, turn.Audited(nameof(MatchDecision)), cancellationToken) is not { } actor)
            return;
        var decision = new MatchDecision { ProposalId = proposal.Id, OrganisationKind = partner.Kind, OrganisationId = partner.Id, Kind = MatchDecisionKind.Declined, At = time.GetUtcNow() };
        if (await ProposalQueries.DecisionOf(context, proposal.Id, partner.Kind, partner.Id).SingleOrDefaultAsync(cancellationToken) is { } known)
            (known.Kind, known.At) = (decision.Kind, decision.At);
        else
            context.MatchDecisions.Add(decision);
        context.Audit(Verbs.DeclineMatch, actor.Person, (nameof(Proposal), proposal.Id.ToString()), AuditOutcome.Done, decision.At, turn, $"organisation={partner.Text}");
        // Where it was pressed twice, it is declined already.
        _ = await context.TrySaveChangesAsync(cancellationToken);

        board.Changed(decision);
        if (ofOrganisation)
            await ListAsync(turn, DeclinedText, cancellationToken);
        else
            await ListPartnersAsync(turn, proposal.Id, DeclinedText, cancellationToken);
    }

    private ProposalLine Line(Proposal proposal, int score, IReadOnlyList<MatchReason> reasons, string? declinable)
    {
        var line = views.Line(proposal, Reasons(reasons));
        return line with { Detail = $"{line.Detail}・合計{score}点", Declinable = declinable };
    }

    private ProposalLine Partner(Match match, Guid id) => new(ProposalViews.Id(id), profiles.Current.Find(match.Organisation).Name, $"団体・合計{match.Score}点")
    {
        Notes = Reasons(match.Reasons),
        Declinable = match.Organisation.Text,
        IsProposal = false,
    };

    /// <summary>The organisation of a key that a card sent; null for none.</summary>
    public static OrganisationKey? Read(string? key) =>
        key?.Split(':', 2) is [var kind, { Length: > 0 and <= RenkeiBotDbContext.NameLength } id] && Enum.TryParse<OrganisationKind>(kind, out var parsed) && Enum.IsDefined(parsed)
            ? new OrganisationKey(parsed, id) : null;
}
