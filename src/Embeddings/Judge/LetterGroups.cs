using System.Numerics;
using System.Numerics.Tensors;

namespace Parsimony.Embeddings;

/// <summary>Which groups of three letters a question has, as a set of bits: what typos and inflections leave alike.</summary>
internal sealed class LetterGroups
{
    private const int Bits = 2048;

    private readonly ulong[] set = new ulong[Bits / 64];

    /// <summary>Adds the groups of a word, its beginning and its end marked.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        var (before, last) = ('<', '<');
        for (var at = 0; at <= word.Length; at++)
        {
            var c = at < word.Length ? word[at] : '>';
            var hash = ((((before * 31u) + last) * 131u) + c) * 2654435761u;
            set[(int)(hash >> 21) / 64] |= 1ul << (int)((hash >> 21) & 63);
            (before, last) = (last, c);
        }
    }

    /// <summary>Adds the groups that another set has.</summary>
    public void Add(LetterGroups other) => TensorPrimitives.BitwiseOr(set, other.set, set);

    public void Clear() => set.AsSpan().Clear();

    /// <summary>The share of groups that two questions have in common, 0 to 1 (Dice); 1 where neither has any.</summary>
    public static float Likeness(LetterGroups left, LetterGroups right)
    {
        int shared = 0, all = 0;
        for (var i = 0; i < Bits / 64; i++)
        {
            shared += BitOperations.PopCount(left.set[i] & right.set[i]);
            all += BitOperations.PopCount(left.set[i]) + BitOperations.PopCount(right.set[i]);
        }

        return all == 0 ? 1 : 2f * shared / all;
    }
}
