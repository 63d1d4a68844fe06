using RenkeiBot.BotFramework;
using RenkeiBot.Cards.Directories;
using RenkeiBot.Data.Directories;
using RenkeiBot.Service.Cards;
using RenkeiBot.Service.Members;

namespace RenkeiBot.Service.Directories;

/// <summary>What the features of 「Teams連携」 have in common: who may, where, and what they answer with.</summary>
internal static class DirectoryTurns
{
    /// <summary>Teams gives a turn some seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>Who acts, where they may and others do not read along; else null, and they have been answered.</summary>
    public static async Task<Actor?> SecretaryAsync(this Permissions permissions, TurnContext turn, string verb, CancellationToken cancellationToken)
    {
        if (await permissions.AllowedAsync(turn, verb, Subject.Common, (nameof(AppInstallation), ""), cancellationToken) is not { } actor)
            return null;
        if (!turn.IsSeenByOthers)
            return actor;
        await turn.RespondWithMessageAsync(DirectoryMessages.NotHere, cancellationToken);
        return null;
    }

    public static Task RespondAsync(this TurnContext turn, DirectoryView view, CancellationToken cancellationToken) =>
        turn.RespondAsync(DirectoryCard.Build(view), cancellationToken);

    /// <summary>Reads a collection within the time that a turn has.</summary>
    /// <exception cref="GraphException">It was not to be had, or not in time.</exception>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(Func<CancellationToken, IAsyncEnumerable<T>> list, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var items = new List<T>();
            await foreach (var item in list(either.Token))
                items.Add(item);
            return items;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GraphException(null, GraphException.Timeout, inner: exception);
        }
    }

    /// <summary>How an installation stands, in words.</summary>
    public static (string Text, DirectoryTone Tone) Said(AppInstallation? installation, string permission) => installation switch
    {
        null => (DirectoryMessages.NotAdded, DirectoryTone.Plain),
        { State: InstallationState.Waiting, Reason.Length: > 0 } => ($"{DirectoryMessages.Waiting}{GraphFailures.Text(installation.Reason, permission)}", DirectoryTone.Plain),
        { State: InstallationState.Waiting } => (DirectoryMessages.Waiting, DirectoryTone.Plain),
        { State: InstallationState.Installed } => (DirectoryMessages.Done, DirectoryTone.Good),
        { State: InstallationState.Present } => (DirectoryMessages.Present, DirectoryTone.Good),
        _ => (GraphFailures.Text(installation.Reason, permission), DirectoryTone.Bad),
    };
}
