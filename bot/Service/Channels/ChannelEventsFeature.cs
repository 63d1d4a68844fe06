using RenkeiBot.BotFramework;
using RenkeiBot.Data.Channels;

namespace RenkeiBot.Service.Channels;

/// <summary>Follows the bot where it is added and removed, and the teams and channels that are renamed, deleted, archived and restored (Microsoft Teams: conversation events).</summary>
internal sealed class ChannelEventsFeature(ChannelFollower follower, TimeProvider time) : ITurnFeature
{
    public void Register(TurnRouter router)
    {
        router.OnInstallationUpdate(InstallAsync);
        router.OnBotAdded(ArriveAsync);
        router.OnBotRemoved((turn, cancellationToken) => AtPlace(turn, follower.LeaveAsync, cancellationToken));
        router.OnConversationUpdate("channelCreated", SeeChannelAsync);
        router.OnConversationUpdate("channelRenamed", SeeChannelAsync);
        router.OnConversationUpdate("channelRestored", SeeChannelAsync);
        router.OnConversationUpdate("channelDeleted", DeleteChannelAsync);
        router.OnConversationUpdate("teamRenamed", RenameTeamAsync);
        router.OnConversationUpdate("teamArchived", OfTeam([ChannelState.Active], ChannelState.Archived));
        router.OnConversationUpdate("teamUnarchived", OfTeam([ChannelState.Archived], ChannelState.Active));
        router.OnConversationUpdate("teamDeleted", OfTeam([ChannelState.Active, ChannelState.Archived], ChannelState.Deleted));
        router.OnConversationUpdate("teamHardDeleted", OfTeam([ChannelState.Active, ChannelState.Archived], ChannelState.Deleted));
        router.OnConversationUpdate("teamRestored", RestoreTeamAsync);
    }

    /// <summary>Teams announces an installation twice, as installationUpdate and as conversationUpdate: with the second one the team is asked for its channels.</summary>
    private Task InstallAsync(TurnContext turn, CancellationToken cancellationToken) => turn.Activity.Action switch
    {
        "add" => AtPlace(turn, follower.ArriveAsync, cancellationToken),
        "remove" => AtPlace(turn, follower.LeaveAsync, cancellationToken),
        _ => Task.CompletedTask,
    };

    private Task ArriveAsync(TurnContext turn, CancellationToken cancellationToken) => AtPlace(turn, async (place, token) =>
    {
        await follower.ArriveAsync(place, token);
        if (place.TeamId.Length > 0)
            await follower.TryReadTeamAsync(place, token);
    }, cancellationToken);

    private Task SeeChannelAsync(TurnContext turn, CancellationToken cancellationToken) => AtPlace(turn, (place, token) =>
        turn.TeamsChannelData?.Channel is { } channel && ChannelFollower.IsOpenToBots(channel) && place.At(channel) is { } there ? follower.SeeAsync([there], token) : Task.CompletedTask, cancellationToken);

    private Task DeleteChannelAsync(TurnContext turn, CancellationToken cancellationToken) => AtPlace(turn, (place, token) =>
        place.At(turn.TeamsChannelData?.Channel) is { } there ? follower.SetStateAsync(there.ConversationId, ChannelState.Deleted, token) : Task.CompletedTask, cancellationToken);

    private Task RenameTeamAsync(TurnContext turn, CancellationToken cancellationToken) => AtPlace(turn, (place, token) =>
        place is { TeamId.Length: > 0, TeamName: { } name } ? follower.RenameTeamAsync(place.TeamId, name, token) : Task.CompletedTask, cancellationToken);

    private TurnHandler OfTeam(ChannelState[] from, ChannelState to) => (turn, cancellationToken) => AtPlace(turn, (place, token) =>
        place.TeamId.Length > 0 ? follower.SetStateOfTeamAsync(place.TeamId, from, to, place.SeenAt, token) : Task.CompletedTask, cancellationToken);

    /// <summary>Of the channels of a team that is restored, those that it still has count again; all of them where the Connector does not say.</summary>
    private Task RestoreTeamAsync(TurnContext turn, CancellationToken cancellationToken) => AtPlace(turn, async (place, token) =>
    {
        if (place.TeamId.Length > 0 && !await follower.TryReadTeamAsync(place, token))
            await follower.SetStateOfTeamAsync(place.TeamId, [ChannelState.Deleted], ChannelState.Active, place.SeenAt, token);
    }, cancellationToken);

    private Task AtPlace(TurnContext turn, Func<ChannelPlace, CancellationToken, Task> follow, CancellationToken cancellationToken) =>
        ChannelPlace.Of(turn, time.GetUtcNow()) is { } place ? follow(place, cancellationToken) : Task.CompletedTask;
}
