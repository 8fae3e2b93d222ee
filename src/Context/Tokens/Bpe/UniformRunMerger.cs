using System.Runtime.InteropServices;

namespace Parsimony.Context;

/// <summary>
/// Byte-pair encoding of one byte repeated many times (a megabyte of blanks, a line of dashes) in a few steps: its tokens differ in
/// length only, so equal neighbours are kept as one entry with a number. Not thread-safe.
/// </summary>
/// <remarks>
/// The order of joins is that of <see cref="LongPieceMerger"/>. A run of equal tokens is joined in pairs in one step; that is the same as
/// pair by pair unless a join makes a lower rank possible, which no trained table has. Then the merger declines.
/// </remarks>
internal sealed class UniformRunMerger(Vocabulary vocabulary)
{
    private const int LongestToken = 128;

    // The rank of each length; and the tokens from left to right: how long, how many.
    private readonly int[] ranks = new int[(2 * LongestToken) + 1];
    private readonly List<(int Length, int Count)> runs = [];

    /// <summary>Encodes a piece.</summary>
    /// <param name="unit">The byte.</param>
    /// <param name="repeats">How often it stands there; at least 1.</param>
    /// <param name="maxTokens">After how many tokens <paramref name="length"/> is wanted.</param>
    /// <param name="length">The bytes of the first <paramref name="maxTokens"/> tokens; all where there are no more tokens.</param>
    /// <param name="count">The number of tokens.</param>
    /// <returns><see langword="false"/> where the piece must be encoded in another way.</returns>
    public bool TryMerge(byte unit, int repeats, int maxTokens, out int length, out int count)
    {
        ReadRanks(unit);
        runs.Clear();
        runs.Add((1, repeats));
        (length, count) = (0, 0);
        while (Lowest(out var at, out var isInside))
        {
            if (isInside && !CanJoinInPairs(at))
            {
                return false;
            }

            Join(at, isInside);
        }

        foreach (var (tokenLength, tokens) in runs)
        {
            length += tokenLength * Math.Clamp(maxTokens - count, 0, tokens);
            count += tokens;
        }

        return true;
    }

    /// <summary>Finds the join of the lowest rank, the leftmost of several: inside a run or between it and the next.</summary>
    private bool Lowest(out int at, out bool isInside)
    {
        (at, isInside) = (0, false);
        var lowest = Vocabulary.NoRank;
        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i].Count > 1 && RankOf(2 * runs[i].Length) < lowest)
            {
                (lowest, at, isInside) = (RankOf(2 * runs[i].Length), i, true);
            }

            if (i + 1 < runs.Count && RankOf(runs[i].Length + runs[i + 1].Length) < lowest)
            {
                (lowest, at, isInside) = (RankOf(runs[i].Length + runs[i + 1].Length), i, false);
            }
        }

        return lowest != Vocabulary.NoRank;
    }

    private bool CanJoinInPairs(int at)
    {
        var length = runs[at].Length;
        var rank = RankOf(2 * length);
        return RankOf(3 * length) > rank && RankOf(4 * length) > rank
            && (at == 0 || RankOf(runs[at - 1].Length + (2 * length)) > rank)
            && (at + 1 == runs.Count || RankOf(runs[at + 1].Length + (2 * length)) > rank);
    }

    private void Join(int at, bool isInside)
    {
        var (length, count) = runs[at];
        if (isInside)
        {
            runs[at] = (length, count % 2);
            runs.Insert(at, (2 * length, count / 2));
        }
        else
        {
            var (nextLength, nextCount) = runs[at + 1];
            runs[at] = (length, count - 1);
            runs[at + 1] = (nextLength, nextCount - 1);
            runs.Insert(at + 1, (length + nextLength, 1));
        }

        for (var i = Math.Min(at + 2, runs.Count - 1); i >= 0 && i >= at - 1; i--)
        {
            if (runs[i].Count == 0)
            {
                runs.RemoveAt(i);
            }
        }

        for (var i = Math.Min(at + 2, runs.Count - 1); i > 0 && i >= at - 1; i--)
        {
            if (runs[i].Length == runs[i - 1].Length)
            {
                runs[i - 1] = (runs[i].Length, runs[i].Count + runs[i - 1].Count);
                runs.RemoveAt(i);
            }
        }
    }

    private int RankOf(int length) => length < ranks.Length ? ranks[length] : Vocabulary.NoRank;

    private void ReadRanks(byte unit)
    {
        Span<byte> run = stackalloc byte[ranks.Length + Vocabulary.Readable];
        run.Fill(unit);
        for (var length = 1; length < ranks.Length; length++)
        {
            ranks[length] = vocabulary.RankOf(ref MemoryMarshal.GetReference(run), length);
        }
    }
}
