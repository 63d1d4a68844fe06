using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Directories;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Directories;

/// <summary>「Teams連携」: whether Microsoft Graph is configured, which permissions are missing, and what can be done with it.</summary>
internal sealed class DirectoryFeature(Permissions permissions, GraphTenant tenant, GraphProbe probe) : ITurnFeature
{
    public const string Command = "Teams連携";

    public void Register(TurnRouter router)
    {
        router.OnCommand(Command, ShowAsync);
        router.OnVerb(DirectoryVerbs.Status, ShowAsync);
    }

    private async Task ShowAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await permissions.SecretaryAsync(turn, Verbs.SeeDirectory, cancellationToken) is not { } actor)
            return;
        if (!tenant.IsEnabled)
        {
            await turn.RespondAsync(new DirectoryView(DirectoryMessages.NotConfigured) { Notes = [DirectoryMessages.WorksWithout, DirectoryMessages.MissingUses] }, cancellationToken);
            return;
        }

        var findings = await probe.TryAsync(actor.Person, cancellationToken);
        var troubles = findings.Count(finding => finding.Trouble is not null);
        await turn.RespondAsync(new DirectoryView(troubles > 0 ? DirectoryMessages.SomeTrouble(troubles) : DirectoryMessages.AllGood)
        {
            Notes =
            [
                .. tenant.CanInstall ? [] : new[] { DirectoryMessages.InstallingIsOff },
                .. tenant.Mailbox is null ? new[] { DirectoryMessages.CalendarIsOff } : [],
            ],
            Lines = [.. findings.Select(Line)],
            Buttons =
            [
                .. tenant.CanInstall
                    ? [new DirectoryButton(DirectoryMessages.TeamsButton, DirectoryVerbs.Teams), new DirectoryButton(DirectoryMessages.OfficersButton, DirectoryVerbs.Officers)]
                    : Array.Empty<DirectoryButton>(),
                new DirectoryButton(DirectoryMessages.DepartedButton, DirectoryVerbs.Departed),
                new DirectoryButton(DirectoryMessages.Refresh, DirectoryVerbs.Status),
            ],
        }, cancellationToken);
    }

    private static DirectoryLine Line(GraphFinding finding) => finding switch
    {
        { Trouble: { } trouble } => new($"{finding.Use}（{finding.Permission}）", trouble, DirectoryTone.Bad),
        { IsTried: false } => new(finding.Use, DirectoryMessages.OnlyWhenDone, DirectoryTone.Plain),
        _ => new(finding.Use, DirectoryMessages.Works, DirectoryTone.Good),
    };
}
