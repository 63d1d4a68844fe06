using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;

namespace RenkeiBot.BotFramework;

/// <summary>A key that the channel signs with, and the channels that may speak with it (Bot Connector API: authentication, endorsements).</summary>
internal sealed record ConnectorKey(RsaSecurityKey Key, FrozenSet<string> Endorsements);

/// <summary>What a token that was proved says.</summary>
/// <param name="ServiceUrl">The service URL that it is bound to.</param>
/// <param name="Endorsements">The channels that its key is good for.</param>
/// <param name="Principal">Its claims.</param>
/// <param name="NotBefore">From when on it is good, with the skew.</param>
/// <param name="NotAfter">Until when it is good, with the skew.</param>
internal sealed record ConnectorToken(
    string ServiceUrl, FrozenSet<string> Endorsements, ClaimsPrincipal Principal, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    public bool IsGoodAt(DateTimeOffset moment) => NotBefore <= moment && moment < NotAfter;
}

/// <summary>
/// The keys of one reading of the metadata, and the tokens that were proved with them: other keys are another object, so that no token outlives the
/// key that signed it.
/// </summary>
internal sealed class ConnectorKeys(FrozenDictionary<string, ConnectorKey> keys, byte[] source)
{
    /// <summary>How many proved tokens are remembered. A channel uses one for an hour or so; only tokens that are in order come here at all.</summary>
    public const int MaxTokens = 1000;

    private readonly ConcurrentDictionary<string, ConnectorToken> tokens = new(StringComparer.Ordinal);

    public int Count => keys.Count;

    public int RememberedTokens => tokens.Count;

    public ConnectorKey? Find(string keyId) => keys.GetValueOrDefault(keyId);

    /// <summary>Whether that reading of the metadata said exactly the same.</summary>
    public bool IsReadFrom(ReadOnlySpan<byte> other) => other.SequenceEqual(source);

    /// <summary>The token, if it was proved before; whether its time is over is for the caller to look at.</summary>
    public ConnectorToken? Recall(ReadOnlySpan<char> token) =>
        tokens.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out var known) ? known : null;

    /// <summary>Remembers a token that was proved.</summary>
    public void Remember(string token, ConnectorToken proved, DateTimeOffset now)
    {
        if (tokens.Count >= MaxTokens)
        {
            foreach (var (old, known) in tokens)
            {
                if (known.NotAfter <= now)
                    tokens.TryRemove(old, out _);
            }
            if (tokens.Count >= MaxTokens)
                tokens.Clear();
        }
        tokens[token] = proved;
    }
}
