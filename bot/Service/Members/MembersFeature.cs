using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Members;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Directories;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Members;

/// <summary>利用登録 and 自分の登録: applying, seeing where it stands, changing one's own. What the secretariat does with it is <see cref="SecretariatFeature"/>.</summary>
internal sealed class MembersFeature(IDbContextFactory<RenkeiBotDbContext> contexts, RegistrationForm form, RegistrationPrefill prefill, Registrations registrations) : ITurnFeature
{
    public const string RegisterCommand = "利用登録";
    public const string OwnCommand = "自分の登録";

    public void Register(TurnRouter router)
    {
        router.OnCommand(RegisterCommand, StartAsync);
        router.OnCommand(OwnCommand, ShowOwnAsync);
        router.OnVerb(MemberVerbs.Edit, EditAsync);
        router.OnVerb(MemberVerbs.Apply, ApplyAsync);
        router.OnVerb(MemberVerbs.Withdraw, WithdrawAsync);
    }

    /// <summary>The form for those who have nothing yet; the others see what they have, and change it from there.</summary>
    private async Task StartAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await KnownAsync(turn, cancellationToken) is not { } person)
            return;
        var (member, waiting) = await OwnAsync(person, cancellationToken);
        if (member is { IsActive: true } || waiting is not null)
            await turn.RespondAsync(OwnRegistrationCard.Build(MemberViews.Own(member, waiting)), cancellationToken);
        else
            await turn.RespondAsync(RegistrationFormCard.Build(await EmptyAsync(turn, person, cancellationToken)), cancellationToken);
    }

    private async Task ShowOwnAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await KnownAsync(turn, cancellationToken) is { } person)
            await ShowOwnAsync(turn, person, null, cancellationToken);
    }

    private async Task EditAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await KnownAsync(turn, cancellationToken) is not { } person)
            return;
        var (member, waiting) = await OwnAsync(person, cancellationToken);
        var view = waiting is not null ? RegistrationForm.Of(waiting, member is { IsActive: true })
            : member is not null ? RegistrationForm.Of(member)
            : await EmptyAsync(turn, person, cancellationToken);
        await turn.RespondAsync(RegistrationFormCard.Build(view), cancellationToken);
    }

    /// <summary>What the directory knows of a person is for their own eyes: where others read along, the form has the name alone.</summary>
    private async Task<RegistrationFormView> EmptyAsync(TurnContext turn, Sender person, CancellationToken cancellationToken)
    {
        var form = RegistrationForm.Empty(turn.Activity.From?.Name);
        return turn.IsSeenByOthers ? form : await prefill.FillAsync(person, form, cancellationToken);
    }

    private async Task ApplyAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await KnownAsync(turn, cancellationToken) is not { } person)
            return;
        var (member, _) = await OwnAsync(person, cancellationToken);
        var (request, view) = form.Read(turn.Action!, isChange: member is { IsActive: true });
        if (request is null)
        {
            await turn.RespondAsync(RegistrationFormCard.Build(view), cancellationToken);
            return;
        }

        var change = await registrations.ApplyAsync(turn, person, request, cancellationToken);
        var said = change switch
        {
            { Outcome: ChangeOutcome.Unchanged } => MemberMessages.Unchanged,
            { Outcome: ChangeOutcome.Stale } => MemberMessages.StaleOwn,
            { Now: null } => MemberMessages.SavedOwn,
            _ => MemberMessages.Applied,
        };
        await ShowOwnAsync(turn, person, said, cancellationToken);
    }

    private async Task WithdrawAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await KnownAsync(turn, cancellationToken) is not { } person)
            return;
        var change = turn.PressedRow() is var (id, version)
            ? await registrations.WithdrawAsync(turn, person, id, version, cancellationToken)
            : new Change<Registration>(ChangeOutcome.Gone, null);
        var said = change.Outcome switch
        {
            ChangeOutcome.Done => MemberMessages.Withdrawn,
            ChangeOutcome.Refused => change.Refusal,
            _ => MemberMessages.StaleOwn,
        };
        await ShowOwnAsync(turn, person, said, cancellationToken);
    }

    private async Task ShowOwnAsync(TurnContext turn, Sender person, string? said, CancellationToken cancellationToken)
    {
        var (member, waiting) = await OwnAsync(person, cancellationToken);
        await turn.RespondAsync(OwnRegistrationCard.Build(MemberViews.Own(member, waiting, said)), cancellationToken);
    }

    private async Task<(Member? Member, Registration? Waiting)> OwnAsync(Sender person, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var member = await MemberQueries.ByPerson(context, person.TenantId, person.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var waiting = await MemberQueries.PendingRegistrationOf(context, person.TenantId, person.AadObjectId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return (member, waiting);
    }

    private static async Task<Sender?> KnownAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var person = Sender.Of(turn.Activity);
        if (person is null)
            await turn.RespondWithErrorAsync("Forbidden", MemberMessages.UnknownPerson, cancellationToken);
        return person;
    }
}
