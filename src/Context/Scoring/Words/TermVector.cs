using System.Buffers;

namespace Parsimony.Context;

/// <summary>The different terms of a text, how often each occurs, and how many words there are.</summary>
internal sealed class TermVector
{
    /// <summary>The most words that are read of one text: far beyond what can be told apart by counting words.</summary>
    public const int MaxWords = 100_000;

    /// <summary>The id of a word that the model does not know.</summary>
    public const int NoWord = -1;

    /// <summary>Shorter words are mostly articles, pronouns, interjections.</summary>
    private const int LeastContentLength = 4;

    private readonly ulong[] terms;
    private readonly ushort[] counts;
    private readonly int[] wordIds;

    private TermVector(ulong[] terms, ushort[] counts, int[] wordIds, int length, int contentWords)
    {
        this.terms = terms;
        this.counts = counts;
        this.wordIds = wordIds;
        Length = length;
        ContentWords = contentWords;
    }

    /// <summary>Gets the words of the text.</summary>
    public int Length { get; }

    /// <summary>Gets the words that are long enough to say what the text is about; pairs of characters in scripts without spaces.</summary>
    public int ContentWords { get; }

    /// <summary>Gets the different terms in ascending order.</summary>
    public ReadOnlySpan<ulong> Terms => terms;

    /// <summary>Gets the model's id of a word of each term, or <see cref="NoWord"/>; empty where the text was read without a model.</summary>
    public ReadOnlySpan<int> WordIds => wordIds;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="skipStopWords">Whether to leave English function words out, as in a query.</param>
    /// <param name="model">The model whose ids of the words are wanted, if any.</param>
    public static TermVector Of(ReadOnlySpan<char> text, bool skipStopWords = false, ILocalEmbedding? model = null)
    {
        var room = Math.Min(text.Length / 2 + 1, MaxWords);
        var terms = ArrayPool<ulong>.Shared.Rent(room);
        var ids = ArrayPool<int>.Shared.Rent(room);
        var words = 0;
        var contentWords = 0;
        var reader = new WordReader(text, stackalloc char[WordReader.BufferLength]);
        while (words < MaxWords && reader.MoveNext())
        {
            if (skipStopWords && StopWords.Contains(reader.Word))
            {
                continue;
            }

            if (words == Math.Min(terms.Length, ids.Length))
            {
                terms = Grow(terms);
                ids = Grow(ids);
            }

            contentWords += reader.Word.IsEmpty || reader.Word.Length >= LeastContentLength ? 1 : 0;
            ids[words] = model is null || reader.Word.IsEmpty ? NoWord : model.FindWord(reader.Word);
            terms[words++] = reader.Term;
        }

        var vector = Compress(terms.AsSpan(0, words), ids.AsSpan(0, words), model is not null, contentWords);
        ArrayPool<ulong>.Shared.Return(terms);
        ArrayPool<int>.Shared.Return(ids);
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

    private static TermVector Compress(Span<ulong> words, Span<int> ids, bool keepIds, int contentWords)
    {
        words.Sort(ids);
        var different = 0;
        for (var i = 0; i < words.Length; i++)
        {
            different += i == 0 || words[i] != words[i - 1] ? 1 : 0;
        }

        var terms = new ulong[different];
        var counts = new ushort[different];
        var wordIds = keepIds ? new int[different] : [];
        var at = -1;
        for (var i = 0; i < words.Length; i++)
        {
            if (i == 0 || words[i] != words[i - 1])
            {
                terms[++at] = words[i];
                if (keepIds)
                {
                    wordIds[at] = ids[i];
                }
            }
            else if (keepIds)
            {
                // Of several forms of one stem the greatest id: any known one will do, and the order of the words must not matter.
                wordIds[at] = Math.Max(wordIds[at], ids[i]);
            }

            counts[at] = (ushort)Math.Min(counts[at] + 1, ushort.MaxValue);
        }

        return new TermVector(terms, counts, wordIds, words.Length, contentWords);
    }

    private static T[] Grow<T>(T[] rented)
    {
        var larger = ArrayPool<T>.Shared.Rent(rented.Length * 2);
        rented.CopyTo(larger, 0);
        ArrayPool<T>.Shared.Return(rented);
        return larger;
    }
}
