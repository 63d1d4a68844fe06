using System.Numerics;

namespace RenkeiBot.Service.Proposals.Matching;

/// <summary>What a text speaks of, as it is compared with another.</summary>
/// <param name="Concepts">The concepts of the vocabulary, one bit each, with what they are a kind of.</param>
/// <param name="Pieces">Two kanji or three katakana each, of words that the vocabulary does not know; sorted, none twice.</param>
internal sealed record Terms(UInt128 Concepts, ulong[] Pieces)
{
    /// <summary>What a text without anything in it speaks of.</summary>
    public static readonly Terms None = new(0, []);

    /// <summary>How many concepts both speak of.</summary>
    public int SharedConcepts(Terms other)
    {
        var both = Concepts & other.Concepts;
        return BitOperations.PopCount((ulong)both) + BitOperations.PopCount((ulong)(both >> 64));
    }

    /// <summary>How many pieces of unknown words both have, counted up to a number.</summary>
    public int SharedPieces(Terms other, int most)
    {
        var (mine, theirs) = (Pieces, other.Pieces);
        var count = 0;
        for (int i = 0, j = 0; i < mine.Length && j < theirs.Length && count < most;)
        {
            if (mine[i] == theirs[j])
            {
                count++;
                i++;
                j++;
            }
            else if (mine[i] < theirs[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return count;
    }

    /// <summary>The words that the shared pieces make up: pieces that continue each other are one word.</summary>
    public IEnumerable<string> SharedWords(Terms other)
    {
        var left = Pieces.Intersect(other.Pieces).Select(Text).ToList();
        while (left.Count > 0)
        {
            var word = left.Find(piece => !left.Exists(before => before != piece && before.EndsWith(piece[..^1], StringComparison.Ordinal))) ?? left[0];
            left.Remove(word);
            var size = word.Length - 1;
            while (left.Find(next => next.StartsWith(word[^size..], StringComparison.Ordinal)) is { } next)
            {
                left.Remove(next);
                word += next[^1];
            }

            yield return word;
        }
    }

    /// <summary>Up to four characters as one number.</summary>
    public static ulong Piece(ReadOnlySpan<char> text)
    {
        ulong piece = 0;
        foreach (var c in text)
            piece = (piece << 16) | c;
        return piece;
    }

    private static string Text(ulong piece)
    {
        var text = "";
        for (; piece != 0; piece >>= 16)
            text = (char)(piece & 0xFFFF) + text;
        return text;
    }
}
