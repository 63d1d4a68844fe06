using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Announcements;
using RenkeiBot.Data.Announcements;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Announcements;

/// <summary>お知らせ一覧: what was, is and will be sent, and the drafts.</summary>
internal sealed class AnnouncementHistoryFeature(IDbContextFactory<RenkeiBotDbContext> contexts, AnnouncementShowing showing) : ITurnFeature
{
    public const string Command = "お知らせ一覧";

    public void Register(TurnRouter router)
    {
        router.OnCommand(Command, ListAsync);
        router.OnVerb(AnnouncementVerbs.History, ListAsync);
    }

    private async Task ListAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await showing.AllowedAsync(turn, Verbs.SeeAnnouncements, cancellationToken) is null)
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var all = AnnouncementQueries.Newest(context).AsNoTracking();
        var count = await all.CountAsync(cancellationToken);
        var (page, pages) = CardTurns.PageOf(turn.PressedPage(), count, AnnouncementListCard.PageSize);
        var lines = new List<AnnouncementLine>();
        foreach (var announcement in await all.Skip((page - 1) * AnnouncementListCard.PageSize).Take(AnnouncementListCard.PageSize).ToListAsync(cancellationToken))
        {
            var last = await AnnouncementQueries.Occurrence(context, announcement.Id, announcement.Occurrences).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            lines.Add(new(announcement.Id.ToString("N"), announcement.Content.Title, Detail(announcement, last)));
        }

        await turn.RespondAsync(AnnouncementListCard.Build(new AnnouncementListView(count == 0 ? AnnouncementMessages.None : AnnouncementMessages.Count(count), lines) { Page = page, Pages = pages }), cancellationToken);
    }

    private static string Detail(Announcement announcement, AnnouncementOccurrence? last) => string.Join('・', new[]
    {
        AnnouncementMessages.State(announcement.State),
        announcement.NextAt is { } next ? $"次回 {AnnouncementMessages.Moment(next)}" : "",
        last is null ? "" : $"配信 {AnnouncementMessages.Moment(last.StartedAt)}",
        last is null ? "" : $"届いた {last.Sent:N0} / {last.Targets:N0}件",
        announcement.CorrectedAt is null ? "" : "訂正あり",
    }.Where(part => part.Length > 0));
}
