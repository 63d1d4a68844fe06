using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Tenants;
using RenkeiBot.Data.Audit;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Audit;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Tenants;

/// <summary>「テナント設定」: the secretariat adds the tenant of a ward or municipality, and takes it away again. Those of the settings stay.</summary>
internal sealed class TenantsFeature(
    IDbContextFactory<RenkeiBotDbContext> contexts, AllowedTenants allowed, Permissions permissions, TimeProvider time) : ITurnFeature
{
    public const string Command = "テナント設定";

    private const string Everyone = "開発環境のため、今はすべてのテナントの方が質問できます。";
    private const string List = "質問できるテナントは次のとおりです。";
    private const string Added = "テナントを追加しました。";
    private const string Removed = "テナントを外しました。";
    private const string Known = "このテナントは、すでに追加されています。";
    private const string Gone = "このテナントは、すでに外されています。";
    private const string Configured = "設定ファイルによるテナント";
    private const string BadId = "テナント ID は、00000000-0000-0000-0000-000000000000 の形で入力してください。";
    private const string BadName = "どこのテナントか、名前を100文字までで入力してください。";

    public void Register(TurnRouter router)
    {
        router.OnCommand(Command, ShowAsync);
        router.OnVerb(TenantVerbs.Add, AddAsync);
        router.OnVerb(TenantVerbs.Remove, RemoveAsync);
    }

    private async Task ShowAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await MemberAsync(turn, Verbs.SeeTenants, cancellationToken) is null)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await RespondAsync(turn, context, new TenantsView(allowed.IsEveryone ? Everyone : List, []), cancellationToken);
    }

    private async Task AddAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await MemberAsync(turn, Verbs.AddTenant, cancellationToken) is not { } member)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var inputs = new CardInputs(turn.Action!);
        var (id, name) = (inputs.Line(TenantVerbs.Id), inputs.Line(TenantVerbs.Name));
        var error = !Guid.TryParse(id, out var tenant) || tenant == Guid.Empty ? BadId : name.Length is 0 or > RenkeiBotDbContext.NameLength ? BadName : null;
        if (error is not null)
        {
            await RespondAsync(turn, context, new TenantsView(List, []) { Id = id, Name = name, Error = error }, cancellationToken);
            return;
        }

        var key = tenant.ToString("D");
        context.AllowedTenants.Add(new AllowedTenant { TenantId = key, Name = name, AddedAt = time.GetUtcNow(), AddedBy = member.Id });
        await RespondAsync(turn, context, new TenantsView(await TrySaveAsync(context, turn, Verbs.AddTenant, key, cancellationToken) ? Added : Known, []), cancellationToken);
    }

    private async Task RemoveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await MemberAsync(turn, Verbs.RemoveTenant, cancellationToken) is null)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var key = new CardInputs(turn.Action!).Line(TenantVerbs.Id);
        var row = await MemberQueries.TenantById(context, key).SingleOrDefaultAsync(cancellationToken);
        if (row is not null)
            context.AllowedTenants.Remove(row);
        var isRemoved = row is not null && await TrySaveAsync(context, turn, Verbs.RemoveTenant, key, cancellationToken);
        await RespondAsync(turn, context, new TenantsView(isRemoved ? Removed : Gone, []), cancellationToken);
    }

    private async Task<bool> TrySaveAsync(RenkeiBotDbContext context, TurnContext turn, string verb, string tenantId, CancellationToken cancellationToken)
    {
        context.Audit(verb, Sender.Of(turn.Activity), (nameof(AllowedTenant), tenantId), AuditOutcome.Done, time.GetUtcNow(), turn);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Someone else has just done the same.
            return false;
        }

        await allowed.RefreshAsync(cancellationToken);
        return true;
    }

    private async Task<Member?> MemberAsync(TurnContext turn, string verb, CancellationToken cancellationToken) =>
        (await permissions.AllowedAsync(turn, verb, Subject.Common, (nameof(AllowedTenant), ""), cancellationToken))?.Member;

    private async Task RespondAsync(TurnContext turn, RenkeiBotDbContext context, TenantsView view, CancellationToken cancellationToken)
    {
        var rows = await MemberQueries.Tenants(context).AsNoTracking().ToListAsync(cancellationToken);
        var card = TenantsCard.Build(view with
        {
            Tenants =
            [
                .. rows.Select(row => new TenantLine(row.TenantId, row.Name, IsRemovable: true)),
                .. allowed.Configured.Order(StringComparer.Ordinal).Select(id => new TenantLine(id, Configured, IsRemovable: false)),
            ],
        });
        await turn.RespondAsync(card, cancellationToken);
    }
}
