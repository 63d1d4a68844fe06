using RenkeiBot.BotFramework;

namespace RenkeiBot.Service.Channels;

/// <summary>Notes from which channel or group chat a message came. It is a gate only to see every turn that was admitted before: it admits everyone.</summary>
internal sealed class ChannelSightings(ChannelFollower follower, TimeProvider time) : ITurnGate
{
    public ValueTask<bool> AdmitAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        // Events say what has happened there themselves.
        if (turn.Activity.Type is ActivityTypes.Message or ActivityTypes.Invoke && ChannelPlace.Of(turn, time.GetUtcNow()) is { } place)
            follower.Note(place);
        return ValueTask.FromResult(true);
    }
}
