using System.Buffers;

namespace Parsimony.Context;

/// <summary>The different terms of a text, how often each occurs, and how many words there are.</summary>
internal sealed class TermVector
{
    /// <summary>The most words that are read of one text: far beyond what can be told apart by counting words.</summary>
    public const int MaxWords = 100_000;

    private readonly ulong[] terms;
    private readonly ushort[] counts;

    private TermVector(ulong[] terms, ushort[] counts, int length)
    {
        this.terms = terms;
        this.counts = counts;
        Length = length;
    }

    /// <summary>Gets the words of the text.</summary>
    public int Length { get; }

    /// <summary>Gets the different terms in ascending order.</summary>
    public ReadOnlySpan<ulong> Terms => terms;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="skipStopWords">Whether to leave English function words out, as in a query.</param>
    public static TermVector Of(ReadOnlySpan<char> text, bool skipStopWords = false)
    {
        var rented = ArrayPool<ulong>.Shared.Rent(Math.Min(text.Length / 2 + 1, MaxWords));
        var words = 0;
        var reader = new WordReader(text, stackalloc char[WordReader.BufferLength]);
        while (words < MaxWords && reader.MoveNext())
        {
            if (skipStopWords && StopWords.Contains(reader.Word))
            {
                continue;
            }

            if (words == rented.Length)
            {
                rented = Grow(rented);
            }

            rented[words++] = reader.Term;
        }

        var vector = Compress(rented.AsSpan(0, words));
        ArrayPool<ulong>.Shared.Return(rented);
        return vector;
    }

    /// <summary>Says how often a term occurs.</summary>
    public int CountOf(ulong term)
    {
        var index = Array.BinarySearch(terms, term);
        return index < 0 ? 0 : counts[index];
    }

    /// <summary>Adds to <paramref name="counts"/> how often each term of a query occurs, and to <paramref name="hits"/> each term whose count was 0.</summary>
    public void AddCounts(TermVector query, int[] counts, int item, List<(int Term, int Item, int Count)> hits)
    {
        var isQueryShorter = query.terms.Length <= terms.Length;
        var (fewer, more) = isQueryShorter ? (query.terms, terms) : (terms, query.terms);
        var from = 0;
        for (var i = 0; i < fewer.Length && from < more.Length; i++)
        {
            var at = more.AsSpan(from).BinarySearch(fewer[i]);
            from += at < 0 ? ~at : at;
            if (at < 0)
            {
                continue;
            }

            var (term, own) = isQueryShorter ? (i, from) : (from, i);
            if (counts[term] == 0)
            {
                hits.Add((term, item, 0));
            }

            counts[term] += this.counts[own];
        }
    }

    private static TermVector Compress(Span<ulong> words)
    {
        words.Sort();
        var different = 0;
        for (var i = 0; i < words.Length; i++)
        {
            different += i == 0 || words[i] != words[i - 1] ? 1 : 0;
        }

        var terms = new ulong[different];
        var counts = new ushort[different];
        var at = -1;
        for (var i = 0; i < words.Length; i++)
        {
            if (i == 0 || words[i] != words[i - 1])
            {
                terms[++at] = words[i];
            }

            counts[at] = (ushort)Math.Min(counts[at] + 1, ushort.MaxValue);
        }

        return new TermVector(terms, counts, words.Length);
    }

    private static ulong[] Grow(ulong[] rented)
    {
        var larger = ArrayPool<ulong>.Shared.Rent(rented.Length * 2);
        rented.CopyTo(larger, 0);
        ArrayPool<ulong>.Shared.Return(rented);
        return larger;
    }
}
