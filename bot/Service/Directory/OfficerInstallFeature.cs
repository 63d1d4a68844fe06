using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Directories;
using RenkeiBot.Data.Directories;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Directories;

/// <summary>連携担当にアプリを追加: who of the liaison officers cannot be told anything yet, and the app installed for them, with how far it has come.</summary>
internal sealed class OfficerInstallFeature(IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, GraphTenant tenant, AppInstallations installations) : ITurnFeature
{
    public void Register(TurnRouter router)
    {
        router.OnVerb(DirectoryVerbs.Officers, ShowAsync);
        router.OnVerb(DirectoryVerbs.InstallOfficers, InstallAsync);
    }

    private async Task ShowAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await permissions.SecretaryAsync(turn, Verbs.SeeDirectory, cancellationToken) is not null)
            await ShowAsync(turn, null, cancellationToken);
    }

    private async Task InstallAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await permissions.SecretaryAsync(turn, Verbs.InstallApp, cancellationToken) is not { } actor)
            return;
        if (!tenant.CanInstall)
        {
            await turn.RespondWithMessageAsync(tenant.IsEnabled ? DirectoryMessages.InstallingIsOff : DirectoryMessages.NotConfigured, cancellationToken);
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var officers = await DirectoryQueries.UnreachedOfficers(context).AsNoTracking().ToListAsync(cancellationToken);
        var count = await installations.RequestAsync(
            turn, actor, InstallationTarget.Person, [.. officers.Where(officer => tenant.Contains(officer.TenantId)).Select(officer => (officer.AadObjectId, nameof(Member), officer.Id.ToString()))],
            cancellationToken);
        await ShowAsync(turn, count > 0 ? DirectoryMessages.OfficersRequested(count) : DirectoryMessages.NobodyToAsk, cancellationToken);
    }

    private async Task ShowAsync(TurnContext turn, string? said, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var officers = await DirectoryQueries.UnreachedOfficers(context).AsNoTracking().ToListAsync(cancellationToken);
        var asked = await DirectoryQueries.Of(context, tenant.Id, InstallationTarget.Person).AsNoTracking().ToDictionaryAsync(one => one.TargetId, cancellationToken);
        var mayAsk = tenant.CanInstall && officers.Any(officer => tenant.Contains(officer.TenantId) && asked.GetValueOrDefault(officer.AadObjectId) is not { State: InstallationState.Waiting });
        var states = asked.Values.ToLookup(one => one.State);
        await turn.RespondAsync(new DirectoryView(said ?? (officers.Count == 0 ? DirectoryMessages.NobodyUnreached : DirectoryMessages.Unreached(officers.Count)))
        {
            Notes =
            [
                .. officers.Count > 0 ? [DirectoryMessages.OfficersNote] : Array.Empty<string>(),
                .. asked.Count > 0
                    ? [DirectoryMessages.Progress(states[InstallationState.Installed].Count() + states[InstallationState.Present].Count(), states[InstallationState.Waiting].Count(), states[InstallationState.Failed].Count())]
                    : Array.Empty<string>(),
            ],
            Lines = [.. officers.Select(officer => Line(officer, asked.GetValueOrDefault(officer.AadObjectId)))],
            Buttons =
            [
                .. mayAsk
                    ? [new DirectoryButton(asked.Count > 0 ? DirectoryMessages.Again : DirectoryMessages.Install, DirectoryVerbs.InstallOfficers) { IsMain = true }]
                    : Array.Empty<DirectoryButton>(),
                new DirectoryButton(DirectoryMessages.Refresh, DirectoryVerbs.Officers),
                DirectoryMessages.BackButton(),
            ],
        }, cancellationToken);
    }

    private DirectoryLine Line(Member officer, AppInstallation? installation)
    {
        var (text, tone) = tenant.Contains(officer.TenantId) ? DirectoryTurns.Said(installation, GraphPermissions.InstallForPerson) : (DirectoryMessages.OtherTenant, DirectoryTone.Bad);
        return new($"{officer.Name}（{officer.OrganisationName}）", text, tone);
    }
}
