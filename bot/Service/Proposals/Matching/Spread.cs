namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>
/// An order for pairs of the same score. By code, Hokkaido would always come first and Okinawa never; by these numbers each proposal has an order of its own, the same in every process and at every time.
/// The constants are those of FNV-1a and of the finisher of SplitMix64.
/// </summary>
internal static class Spread
{
    public static ulong Of(string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in id)
            hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }

    public static ulong Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var hash = 14695981039346656037UL;
        foreach (var b in bytes)
            hash = (hash ^ b) * 1099511628211UL;
        return hash;
    }

    /// <summary>The place of a pair among its equals.</summary>
    public static ulong Pair(ulong proposal, ulong organisation)
    {
        var mixed = proposal ^ (organisation * 0x9E3779B97F4A7C15UL);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
