using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Members;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Members;

/// <summary>What the secretariat does with registrations: see and decide those that wait; see, change and take back those that stand.</summary>
internal sealed class SecretariatFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, Registrations registrations, MemberChanges changes) : ITurnFeature
{
    public const string RequestsCommand = "登録申請一覧";
    public const string MembersCommand = "登録者一覧";

    private const string Decide = "確認する";
    private const string Details = "詳しく見る";

    public void Register(TurnRouter router)
    {
        router.OnCommand(RequestsCommand, (turn, cancellationToken) => ListRequestsAsync(turn, 1, cancellationToken));
        router.OnCommandWithText(MembersCommand, (turn, cancellationToken) => ListMembersAsync(turn, turn.CommandText, 1, cancellationToken));
        router.OnVerb(MemberVerbs.Registrations, (turn, cancellationToken) => ListRequestsAsync(turn, turn.PressedPage(), cancellationToken));
        router.OnVerb(MemberVerbs.List, (turn, cancellationToken) => ListMembersAsync(turn, turn.Action!.GetText(CardKeys.Words) ?? "", turn.PressedPage(), cancellationToken));
        router.OnVerb(MemberVerbs.OpenRegistration, OpenRequestAsync);
        router.OnVerb(MemberVerbs.Open, OpenMemberAsync);
        router.OnVerb(MemberVerbs.Approve, (turn, cancellationToken) => DecideAsync(turn, approve: true, cancellationToken));
        router.OnVerb(MemberVerbs.Reject, (turn, cancellationToken) => DecideAsync(turn, approve: false, cancellationToken));
        router.OnVerb(MemberVerbs.Save, SaveAsync);
        router.OnVerb(MemberVerbs.Revoke, RevokeAsync);
    }

    private async Task ListRequestsAsync(TurnContext turn, int page, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SeeRegistrations, cancellationToken) is null)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var count = await MemberQueries.AllPendingRegistrations(context).CountAsync(cancellationToken);
        if (count == 0)
        {
            await turn.RespondWithMessageAsync(MemberMessages.NoRequests, cancellationToken);
            return;
        }

        var (shown, pages) = CardTurns.PageOf(page, count, MemberListCard.PageSize);
        var lines = await MemberQueries.PendingRegistrations(context, (shown - 1) * MemberListCard.PageSize, MemberListCard.PageSize).AsNoTracking().ToListAsync(cancellationToken);
        await turn.RespondAsync(MemberListCard.Build(new MemberListView(
            MemberMessages.Requests(count),
            [.. lines.Select(one => new MemberLine(one.Id.ToString("N"), $"{one.Name}（{one.OrganisationName}）", $"{Roles.NameOf(one.Role)}・{Answers.Language.JapanTime.Day(one.AppliedAt)}申請", Decide))],
            MemberVerbs.OpenRegistration, MemberVerbs.Registrations)
        {
            Page = shown,
            Pages = pages,
        }), cancellationToken);
    }

    private async Task ListMembersAsync(TurnContext turn, string words, int page, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SeeMembers, cancellationToken) is null)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var count = await MemberQueries.Matching(context, words).CountAsync(cancellationToken);
        if (count == 0)
        {
            await turn.RespondWithMessageAsync(MemberMessages.NoMembers, cancellationToken);
            return;
        }

        var (shown, pages) = CardTurns.PageOf(page, count, MemberListCard.PageSize);
        var lines = await MemberQueries.List(context, words, (shown - 1) * MemberListCard.PageSize, MemberListCard.PageSize).AsNoTracking().ToListAsync(cancellationToken);
        await turn.RespondAsync(MemberListCard.Build(new MemberListView(
            words.Length > 0 ? MemberMessages.MembersFor(words, count) : MemberMessages.Members(count),
            [.. lines.Select(one => new MemberLine(one.Id.ToString("N"), $"{one.Name}（{one.OrganisationName}）", Roles.NameOf(one.Role), Details))],
            MemberVerbs.Open, MemberVerbs.List)
        {
            Page = shown,
            Pages = pages,
            Words = words,
        }), cancellationToken);
    }

    private async Task OpenRequestAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SeeRegistrations, cancellationToken) is null)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var registration = turn.PressedId() is { } id ? await MemberQueries.RegistrationById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
        if (registration is null)
            await turn.RespondWithErrorAsync("NotFound", MemberMessages.RequestGone, cancellationToken);
        else
            await turn.RespondAsync(RegistrationRequestCard.Build(await RequestAsync(context, registration, null, cancellationToken)), cancellationToken);
    }

    private async Task DecideAsync(TurnContext turn, bool approve, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, approve ? Verbs.Approve : Verbs.Reject, cancellationToken) is not { } person)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (id, version) = turn.PressedRow() ?? default;
        var reason = new CardInputs(turn.Action!).Line(MemberVerbs.Reason);
        if (ReasonError(reason, approve) is { } error)
        {
            if (await MemberQueries.RegistrationById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { State: RegistrationState.Pending } open)
            {
                var view = await RequestAsync(context, open, null, cancellationToken);
                await turn.RespondAsync(RegistrationRequestCard.Build(view with { Reason = reason, ReasonError = error }), cancellationToken);
                return;
            }
        }

        var change = await registrations.DecideAsync(turn, person, id, version, approve, reason, cancellationToken);
        switch (change)
        {
            case { Outcome: ChangeOutcome.Refused }:
                await turn.RespondWithErrorAsync("Forbidden", change.Refusal!, cancellationToken);
                break;
            case { Now: null }:
                await turn.RespondWithErrorAsync("NotFound", MemberMessages.RequestGone, cancellationToken);
                break;
            default:
                var said = change.Outcome != ChangeOutcome.Done ? null : approve ? MemberMessages.ApprovedDone : MemberMessages.RejectedDone;
                await turn.RespondAsync(RegistrationRequestCard.Build(await RequestAsync(context, change.Now, said, cancellationToken)), cancellationToken);
                break;
        }
    }

    private static string? ReasonError(string reason, bool approve) =>
        !approve && reason.Length == 0 ? MemberMessages.ReasonMissing
        : reason.Length > RenkeiBotDbContext.ReasonLength ? MemberMessages.ReasonTooLong : null;

    private async Task OpenMemberAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.SeeMembers, cancellationToken) is null)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var member = turn.PressedId() is { } id ? await MemberQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) : null;
        if (member is null)
            await turn.RespondWithErrorAsync("NotFound", MemberMessages.MemberGone, cancellationToken);
        else
            await turn.RespondAsync(MemberCard.Build(MemberViews.Member(member, member.IsActive ? MemberMessages.MemberDetail : MemberMessages.RevokedNow)), cancellationToken);
    }

    private async Task SaveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.ChangeMember, cancellationToken) is not { } person)
            return;
        var (id, version) = turn.PressedRow() ?? default;
        var typed = turn.Action!.GetText(MemberVerbs.Role) ?? "";
        var contact = new CardInputs(turn.Action).Line(MemberVerbs.Contact);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var member = await MemberQueries.ById(context, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var errors = new Dictionary<string, string>();
        var role = Roles.Parse(typed);
        if (role is null)
            errors[MemberVerbs.Role] = MemberMessages.RoleMissing;
        else if (member is not null && Roles.Mismatch(role.Value, member.OrganisationKind) is { } mismatch)
            errors[MemberVerbs.Role] = mismatch;
        if (RegistrationForm.ContactError(contact) is { } wrong)
            errors[MemberVerbs.Contact] = wrong;
        if (member is { IsActive: true } && errors.Count > 0)
        {
            var view = MemberViews.Member(member, MemberMessages.MemberDetail) with { Role = typed, Contact = contact, Errors = errors };
            await turn.RespondAsync(MemberCard.Build(view), cancellationToken);
            return;
        }

        await RespondAsync(turn, await changes.SaveAsync(turn, person, id, version, role ?? default, contact, cancellationToken), MemberMessages.Saved, cancellationToken);
    }

    private async Task RevokeAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await AllowedAsync(turn, Verbs.RevokeMember, cancellationToken) is not { } person)
            return;
        var (id, version) = turn.PressedRow() ?? default;
        await RespondAsync(turn, await changes.RevokeAsync(turn, person, id, version, cancellationToken), MemberMessages.RevokedDone, cancellationToken);
    }

    private static Task RespondAsync(TurnContext turn, Change<Member> change, string done, CancellationToken cancellationToken) => change switch
    {
        { Outcome: ChangeOutcome.Refused } => turn.RespondWithErrorAsync("Forbidden", change.Refusal!, cancellationToken),
        { Now: null } => turn.RespondWithErrorAsync("NotFound", MemberMessages.MemberGone, cancellationToken),
        _ => turn.RespondAsync(MemberCard.Build(MemberViews.Member(change.Now, change.Outcome switch
        {
            ChangeOutcome.Done => done,
            ChangeOutcome.Unchanged => MemberMessages.Unchanged,
            _ => MemberMessages.StaleMember,
        })), cancellationToken),
    };

    private static async Task<RegistrationRequestView> RequestAsync(RenkeiBotDbContext context, Registration registration, string? said, CancellationToken cancellationToken)
    {
        var before = await MemberQueries.ByPerson(context, registration.TenantId, registration.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return MemberViews.Request(registration, before, said);
    }

    private async Task<Sender?> AllowedAsync(TurnContext turn, string verb, CancellationToken cancellationToken)
    {
        var id = turn.Action?.GetText(CardKeys.Id) is { Length: <= 40 } named ? named : "";
        return (await permissions.AllowedAsync(turn, verb, Subject.Common, ("", id), cancellationToken))?.Person;
    }
}
