namespace RenkeiBot.BotFramework;

/// <summary>Handles one turn. What it throws is logged and given to the router's error handler; it never reaches the channel.</summary>
public delegate Task TurnHandler(TurnContext turn, CancellationToken cancellationToken);

/// <summary>Says something to the user after a handler has thrown.</summary>
public delegate Task TurnErrorHandler(TurnContext turn, Exception exception, CancellationToken cancellationToken);

/// <summary>A part of a bot: it tells the router which turns are its own. Registered in the service collection, as a singleton.</summary>
public interface ITurnFeature
{
    /// <summary>Called once, at start.</summary>
    void Register(TurnRouter router);
}
