using Microsoft.EntityFrameworkCore;
using RenkeiBot.BotFramework;
using RenkeiBot.Data.Channels;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Sightings;

namespace RenkeiBot.Service.Channels;

/// <summary>Knows in which channels and group chats the bot is: what Teams tells of them is written in the turn, what messages show behind it.</summary>
internal sealed partial class ChannelFollower(
    ChannelTable table, ConnectorClient connector, IDbContextFactory<RenkeiBotDbContext> contexts, TimeProvider time, ILogger<ChannelFollower> logger)
    : SightingWriter<string, ChannelPlace>(time)
{
    /// <summary>A message shows where the bot is: it is written soon, unless it is known.</summary>
    public void Note(ChannelPlace place) => Note(place.ConversationId, place);

    /// <summary>The bot is in these places; written now.</summary>
    public Task SeeAsync(IReadOnlyCollection<ChannelPlace> places, CancellationToken cancellationToken) => table.SeeAsync(places, cancellationToken);

    /// <summary>The bot came into a team or group chat, for the first time or again: what its people had chosen counts again.</summary>
    public async Task ArriveAsync(ChannelPlace place, CancellationToken cancellationToken)
    {
        if (place.TeamId.Length > 0)
            await table.SetStateOfTeamAsync(place.TeamId, [ChannelState.Removed], ChannelState.Active, place.SeenAt, cancellationToken);
        await table.SeeAsync([place], cancellationToken);
    }

    /// <summary>The bot was removed from a team or group chat.</summary>
    public Task LeaveAsync(ChannelPlace place, CancellationToken cancellationToken) => place.TeamId.Length > 0
        ? SetStateOfTeamAsync(place.TeamId, [ChannelState.Active, ChannelState.Archived], ChannelState.Removed, place.SeenAt, cancellationToken)
        : SetStateAsync(place.ConversationId, ChannelState.Removed, cancellationToken);

    /// <summary>Sets the state of the channels of a team that have one of some states.</summary>
    public Task SetStateOfTeamAsync(string teamId, IReadOnlyList<ChannelState> from, ChannelState to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Forget((_, place) => place.TeamId == teamId);
        return table.SetStateOfTeamAsync(teamId, from, to, now, cancellationToken);
    }

    /// <summary>A channel or group chat cannot be reached any more, or is reached again.</summary>
    public Task SetStateAsync(string conversationId, ChannelState state, CancellationToken cancellationToken)
    {
        Forget((key, _) => key == conversationId);
        return table.SetStateAsync(conversationId, state, Time.GetUtcNow(), cancellationToken);
    }

    /// <summary>A team has another name.</summary>
    public Task RenameTeamAsync(string teamId, string name, CancellationToken cancellationToken)
    {
        Forget((_, place) => place.TeamId == teamId);
        return table.RenameTeamAsync(teamId, name, Time.GetUtcNow(), cancellationToken);
    }

    /// <summary>Asks the Connector for the name of a team and for its channels, and writes them down. Where it does not say, the next message from there asks again.</summary>
    /// <returns>Whether it said.</returns>
    public async Task<bool> TryReadTeamAsync(ChannelPlace place, CancellationToken cancellationToken)
    {
        try
        {
            var team = place.Under(await connector.GetTeamDetailsAsync(place.ServiceUrl, place.TeamId, cancellationToken));
            var channels = await connector.GetTeamChannelsAsync(place.ServiceUrl, place.TeamId, cancellationToken);
            await table.SeeAsync([.. channels.Where(IsOpenToBots).Select(team.At).OfType<ChannelPlace>(), team], cancellationToken);
            return true;
        }
        catch (ConnectorException exception)
        {
            LogNotRead(exception, place.ConversationId);
            return false;
        }
    }

    /// <summary>A bot of a team is not in its private and shared channels.</summary>
    public static bool IsOpenToBots(TeamsChannel channel) => channel.Type is null or "" or "standard";

    protected override async Task WriteAsync(IReadOnlyDictionary<string, ChannelPlace> seen, CancellationToken cancellationToken)
    {
        await table.SeeAsync([.. seen.Values], cancellationToken);
        foreach (var place in seen.Values.Where(place => place.TeamId.Length > 0))
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var isNameless = await ChannelQueries.Nameless(context, place.ConversationId).AnyAsync(cancellationToken);
            if (isNameless && !await TryReadTeamAsync(place, cancellationToken))
                Forget((key, _) => key == place.ConversationId);
        }
    }

    protected override void LogNotWritten(Exception exception) => LogPlacesNotWritten(exception);

    [LoggerMessage(120, LogLevel.Warning, "Channels could not be written; it will be tried again")]
    private partial void LogPlacesNotWritten(Exception exception);

    [LoggerMessage(121, LogLevel.Warning, "The names of the team of {ConversationId} could not be read; the next message from there asks again")]
    private partial void LogNotRead(Exception exception, string conversationId);
}
