namespace RenkeiBot.BotFramework;

/// <summary>Tokens that the bot proves itself with, as an app without a user (OAuth 2.0 client credentials, or a managed identity).</summary>
public interface IAppTokenSource
{
    /// <summary>A token for a service, from the cache while it is good. It is as secret as a password: send it to that service and to nobody else.</summary>
    /// <param name="resource">The service, such as <c>https://api.botframework.com</c>, without a slash at its end.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="AppTokenException">There is none; the message says why.</exception>
    Task<string> GetTokenAsync(string resource, CancellationToken cancellationToken);
}

/// <summary>No token was given to the bot.</summary>
/// <param name="message">Why, for an operator; without secrets.</param>
/// <param name="inner">The cause.</param>
public sealed class AppTokenException(string message, Exception? inner = null) : Exception(message, inner);
