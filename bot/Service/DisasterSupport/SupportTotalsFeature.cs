using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.DisasterSupport;
using RenkeiBot.Data.DisasterSupport;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Downloads;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.DisasterSupport;

/// <summary>「集計を見る」: what was given, by kind and by ward, and links to the files of it.</summary>
internal sealed class SupportTotalsFeature(IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, DisasterShowing showing, DownloadLinks links, TimeProvider time) : ITurnFeature
{
    /// <summary>How long a link can be opened.</summary>
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(24);

    public void Register(TurnRouter router) => router.OnVerb(DisasterVerbs.Totals, ShowAsync);

    private async Task ShowAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await permissions.AllowedAsync(turn, Verbs.SeeDisasters, Subject.Common, turn.Audited(nameof(DisasterCase)), cancellationToken) is null
            || await showing.FindAsync(turn, turn.PressedId(), cancellationToken) is not { } disaster)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var reports = await DisasterQueries.Reports(context, disaster.Id).AsNoTracking().ToListAsync(cancellationToken);
        var (totals, name) = (DisasterViews.Rows(reports), DisasterViews.NameOf(disaster));
        var until = time.GetUtcNow() + LinkLifetime;
        // A link is for whoever has it: not one for everyone in a channel.
        var isPrivate = !turn.IsSeenByOthers || turn.IsInvoke;
        var reportsUrl = isPrivate ? links.Add(context, SupportReportsCsv.DownloadName, DisasterViews.Id(disaster.Id), until) : null;
        var requestsUrl = isPrivate ? links.Add(context, AidCsv.DownloadName, DisasterViews.Id(disaster.Id), until) : null;
        await context.SaveChangesAsync(cancellationToken);
        await turn.RespondAsync(SupportTotalsCard.Build(new SupportTotalsView(totals.Count == 0 ? SupportMessages.NoTotals(name) : SupportMessages.Totals(name), DisasterViews.Id(disaster.Id), totals, DisasterViews.Wards(reports))
        {
            ReportsUrl = reportsUrl?.AbsoluteUri ?? "",
            RequestsUrl = requestsUrl?.AbsoluteUri ?? "",
            UrlNote = reportsUrl is null ? "" : SupportMessages.LinksUntil(DisasterViews.Moment(until)),
        }), cancellationToken);
    }
}
