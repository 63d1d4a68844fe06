using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Directories;
using RenkeiBot.Data.Directories;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Directories;

/// <summary>登録者の在籍を確かめる: members of the bot's tenant whose account is gone or disabled. People change their posts every April, and their rights should not outlast it.</summary>
internal sealed class DepartedMembersFeature(IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, GraphTenant tenant, GraphClient graph, TimeProvider time) : ITurnFeature
{
    public void Register(TurnRouter router) => router.OnVerb(DirectoryVerbs.Departed, ShowAsync);

    private async Task ShowAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await permissions.SecretaryAsync(turn, Verbs.SeeDirectory, cancellationToken) is null)
            return;
        if (!tenant.IsEnabled)
        {
            await turn.RespondWithMessageAsync(DirectoryMessages.NotConfigured, cancellationToken);
            return;
        }

        try
        {
            var accounts = (await DirectoryTurns.ReadAsync(graph.ListUsersAsync, time, cancellationToken)).DistinctBy(user => user.Id).ToDictionary(user => user.Id, StringComparer.OrdinalIgnoreCase);
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var members = await DirectoryQueries.MembersOf(context, tenant.Id).AsNoTracking().ToListAsync(cancellationToken);
            var departed = members.Where(member => accounts.GetValueOrDefault(member.AadObjectId) is null or { AccountEnabled: false }).ToList();
            await turn.RespondAsync(new DirectoryView(departed.Count == 0 ? DirectoryMessages.NobodyDeparted : DirectoryMessages.Departed(departed.Count))
            {
                Notes = departed.Count == 0 ? [] : [DirectoryMessages.DepartedNote],
                Lines = [.. departed.Select(member => Line(member, accounts.GetValueOrDefault(member.AadObjectId)))],
                Buttons = [DirectoryMessages.BackButton()],
            }, cancellationToken);
        }
        catch (GraphException exception)
        {
            await turn.RespondAsync(new DirectoryView(GraphFailures.Text(exception, GraphPermissions.Users)) { Buttons = [DirectoryMessages.BackButton()] }, cancellationToken);
        }
    }

    private static DirectoryLine Line(Member member, GraphUser? account) =>
        new($"{member.Name}（{member.OrganisationName}）", account is null ? DirectoryMessages.Gone : DirectoryMessages.Disabled, DirectoryTone.Bad);
}
