using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Inbox;

namespace RenkeiBot.Tests.Inbox;

/// <summary>Changes something at each turn, as features of the service are to: the claim and the change in one transaction.</summary>
internal sealed class ChangingFeature(IDbContextFactory<RenkeiBotDbContext> contexts, TurnInbox inbox) : ITurnFeature
{
    public const string Command = "変更";
    public const string Changed = "変更しました";
    public const string ChangedBefore = "変更済みです";

    public static void Add(IServiceCollection services) => services.AddSingleton<ITurnFeature, ChangingFeature>();

    public void Register(TurnRouter router)
    {
        router.OnCommand(Command, ChangeAsync);
        router.OnVerb(Command, ChangeAsync);
    }

    private async Task ChangeAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.AllowedTenants.Add(new AllowedTenant { TenantId = Guid.NewGuid().ToString(), Name = "変更", AddedAt = default, AddedBy = Guid.Empty });
        inbox.Claim(context, turn);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            await turn.RespondWithMessageAsync(Changed, cancellationToken);
        }
        catch (DbUpdateException exception) when (TurnInbox.IsDuplicate(exception))
        {
            await turn.RespondWithMessageAsync(ChangedBefore, cancellationToken);
        }
    }
}
