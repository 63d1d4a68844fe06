using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Cards;
using RenkeiBot.Cards.Channels;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Channels;

/// <summary>配信設定 in a personal chat: the secretariat sees all channels with what is sent there, everyone else how to choose it.</summary>
internal sealed class ChannelList(IDbContextFactory<RenkeiBotDbContext> contexts, Permissions permissions, MemberDirectory members)
{
    private const int MaxWords = 5;

    /// <summary>Answers what was typed in a personal chat.</summary>
    public async Task ShowOrExplainAsync(TurnContext turn, string words, CancellationToken cancellationToken)
    {
        if (await members.FindAsync(Sender.Of(turn.Activity), cancellationToken) is { Role: MemberRole.Secretariat })
            await ShowAsync(turn, words, 1, cancellationToken);
        else
            await turn.RespondWithMessageAsync(ChannelMessages.OnlyInChannels, cancellationToken);
    }

    /// <summary>Answers with a page of the channels that have all of some words: in their names, or as topics.</summary>
    public async Task ShowAsync(TurnContext turn, string typed, int page, CancellationToken cancellationToken)
    {
        if (await permissions.AllowedAsync(turn, Verbs.SeeChannels, Subject.Common, (nameof(Channel), ""), cancellationToken) is null)
            return;
        var all = CardText.Line(typed, ChannelListCard.MaxWords).Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries).Take(MaxWords).ToList();
        var topics = all.Aggregate(ChannelTopics.None, (sum, word) => sum | TopicNames.Named(word));
        IReadOnlyList<string> words = [.. all.Where(word => TopicNames.Named(word) == ChannelTopics.None)];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var count = await ChannelQueries.Matching(context, words, topics).CountAsync(cancellationToken);
        var (shown, pages) = CardTurns.PageOf(page, count, ChannelListCard.PageSize);
        var lines = new List<ChannelLine>();
        foreach (var channel in await ChannelQueries.List(context, words, topics, (shown - 1) * ChannelListCard.PageSize, ChannelListCard.PageSize).AsNoTracking().ToListAsync(cancellationToken))
            lines.Add(await ChannelViews.LineAsync(context, channel, cancellationToken));
        var sought = string.Join(' ', all);
        await turn.RespondAsync(ChannelListCard.Build(new ChannelListView(sought.Length > 0 ? ChannelMessages.ChannelsFor(sought, count) : ChannelMessages.Channels(count), lines)
        {
            Words = sought,
            Page = shown,
            Pages = pages,
        }), cancellationToken);
    }
}
