namespace RenkeiBot.BotFramework;

/// <summary>
/// Asked before the handlers of every turn whether the turn goes on. Registered in the service collection as a singleton; several are asked in the order of
/// registration, until one ends the turn. A gate that throws has not admitted: the exception is logged and the turn ends.
/// </summary>
public interface ITurnGate
{
    /// <summary>Whether the turn goes on. A gate that ends it may answer before; an invoke that it leaves open is answered with status 403.</summary>
    /// <param name="turn">The turn. <see cref="TurnContext.Text"/> is what was typed: which handler it goes to is not known yet.</param>
    /// <param name="cancellationToken">Cancelled when the turn takes too long.</param>
    ValueTask<bool> AdmitAsync(TurnContext turn, CancellationToken cancellationToken);
}
