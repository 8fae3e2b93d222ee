using System.Buffers;
using System.Runtime.CompilerServices;

namespace Parsimony.Context;

/// <summary>
/// Finds items that say a word of the query in another way ("doctor" where "health" was asked for), by the cosine of the words' vectors.
/// </summary>
internal readonly ref struct NearWords
{
    /// <summary>Words whose cosine is lower have nothing to do with each other.</summary>
    private const float LeastCosine = 0.3f;

    /// <summary>What a word of the same vector counts, beside the 1 of the word itself.</summary>
    private const float MostCount = 0.5f;

    private readonly ILocalEmbedding model;
    private readonly IReadOnlyList<IReadOnlyList<TermVector>> items;
    private readonly int[] different;
    private readonly float[] cosines;
    private readonly float[] cosineOfWord;

    /// <summary>Initializes a new instance of the <see cref="NearWords"/> struct for the words of some items. Dispose it.</summary>
    public NearWords(ILocalEmbedding model, IReadOnlyList<IReadOnlyList<TermVector>> items)
    {
        this.model = model;
        this.items = items;
        cosineOfWord = ArrayPool<float>.Shared.Rent(model.WordCount);
        different = ArrayPool<int>.Shared.Rent(model.WordCount);
        Count = Gather();
        cosines = ArrayPool<float>.Shared.Rent(Count);
    }

    private int Count { get; }

    /// <summary>Computes what each item counts for a word that it does not hold.</summary>
    /// <param name="word">The model's id of the word.</param>
    /// <param name="counts">Receives, for each item, 0 to <see cref="MostCount"/> by its nearest word.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(int word, Span<float> counts)
    {
        model.CompareWords(word, different.AsSpan(0, Count), cosines);
        for (var i = 0; i < Count; i++)
        {
            cosineOfWord[different[i]] = cosines[i];
        }

        for (var i = 0; i < items.Count; i++)
        {
            var best = LeastCosine;
            foreach (var text in items[i])
            {
                foreach (var id in text.WordIds)
                {
                    if (id >= 0 && cosineOfWord[id] > best)
                    {
                        best = cosineOfWord[id];
                    }
                }
            }

            counts[i] = Math.Min(1, (best - LeastCosine) / (1 - LeastCosine)) * MostCount;
        }
    }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(cosineOfWord);
        ArrayPool<int>.Shared.Return(different);
        ArrayPool<float>.Shared.Return(cosines);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Gather()
    {
        var seen = cosineOfWord.AsSpan(0, model.WordCount);
        seen.Clear();
        var count = 0;
        foreach (var item in items)
        {
            foreach (var text in item)
            {
                foreach (var id in text.WordIds)
                {
                    if (id >= 0 && seen[id] == 0)
                    {
                        seen[id] = 1;
                        different[count++] = id;
                    }
                }
            }
        }

        return count;
    }
}
