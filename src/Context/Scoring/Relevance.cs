using System.Numerics.Tensors;

namespace Parsimony.Context;

/// <summary>
/// What items have to do with the newest user message: words (BM25) and meaning (the cosine of the embeddings), brought to one scale,
/// sharpened, so that one strong hit outweighs many weak ones, and spread along the conversation. The parts of all items together have
/// mean 0 and standard deviation 1.
/// </summary>
internal sealed class Relevance
{
    /// <summary>An item this many standard deviations below the mean, or more, is worth nothing.</summary>
    private const double Floor = -1;

    /// <summary>Among messages a hit counts by so much more for itself than for what it stands beside.</summary>
    private const double OwnShare = 0.25;

    private Relevance(int items)
    {
        Words = new double[items];
        Similarity = new double[items];
        Neighbours = new double[items];
    }

    /// <summary>Gets what the words of each item contribute.</summary>
    public double[] Words { get; }

    /// <summary>Gets what the meaning of each item contributes.</summary>
    public double[] Similarity { get; }

    /// <summary>Gets what each item gets from its neighbours.</summary>
    public double[] Neighbours { get; }

    /// <summary>Scores items.</summary>
    /// <param name="input">The items and the queries.</param>
    /// <param name="texts">Reads the queries.</param>
    /// <param name="similarityWeight">What meaning counts, beside the words' 1.</param>
    /// <param name="talk">How much of the conversation is talk in snatches, 0 to 1.</param>
    public static Relevance Score(ScoringInput input, TextFeatureCache texts, double similarityWeight, double talk)
    {
        var relevance = new Relevance(input.Items.Count);
        var words = new double[input.Items.Count];
        var query = ScoreWords(input, texts, words);
        var similarity = query is null ? new double[words.Length] : Cosines(input.Items, query);
        Standard.Score(words);
        Standard.Score(similarity);
        var own = new double[words.Length];
        for (var i = 0; i < own.Length; i++)
        {
            similarity[i] *= similarityWeight;
            own[i] = words[i] + similarity[i];
        }

        Standard.Score(own);
        Sharpen(own);
        Spread(input.Items, own, relevance.Neighbours, talk);
        TensorPrimitives.Multiply(own, 1 + (OwnShare * (1 - talk)), own);
        relevance.Settle(own, words, similarity);
        return relevance;
    }

    // "And then?" says nothing by itself: what was asked before it does. What has words of its own has a meaning, though no item says them.
    private static TextFeatures? ScoreWords(ScoringInput input, TextFeatureCache texts, double[] scores)
    {
        var items = input.Items.Select(static i => i.Terms).ToList();
        TextFeatures? meant = null;
        foreach (var text in input.Queries)
        {
            var query = texts.OfQuery(text, out var hasContent);
            var isFound = Bm25.Score(items, query.Terms, scores, texts.Model);
            meant ??= isFound || hasContent ? query : null;
            if (isFound)
            {
                break;
            }
        }

        return meant;
    }

    private static double[] Cosines(IReadOnlyList<ScoredItem> items, TextFeatures query)
    {
        var cosines = new double[items.Count];
        if (query.Vectors is not [var asked, ..])
        {
            return cosines;
        }

        // An item without an embedding is neither like nor unlike the query.
        var (sum, known) = (0.0, 0);
        for (var i = 0; i < cosines.Length; i++)
        {
            cosines[i] = double.NaN;
            foreach (var text in items[i].Texts)
            {
                foreach (var vector in text.Vectors)
                {
                    if (vector.Length == asked.Length)
                    {
                        cosines[i] = Math.Max(double.IsNaN(cosines[i]) ? -1 : cosines[i], TensorPrimitives.Dot<float>(asked, vector));
                    }
                }
            }

            if (!double.IsNaN(cosines[i]))
            {
                sum += cosines[i];
                known++;
            }
        }

        foreach (ref var cosine in cosines.AsSpan())
        {
            cosine = !double.IsNaN(cosine) ? cosine : sum / Math.Max(known, 1);
        }

        return cosines;
    }

    // Squares above the floor, less their median: what is as relevant as most has nothing to give and takes nothing.
    private static void Sharpen(double[] own)
    {
        foreach (ref var value in own.AsSpan())
        {
            var above = Math.Max(0, value - Floor);
            value = above * above;
        }

        var sorted = (double[])own.Clone();
        Array.Sort(sorted);
        var median = sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
        foreach (ref var value in own.AsSpan())
        {
            value -= median;
        }
    }

    // Documents stand beside each other by chance, so they neither give nor get.
    private static void Spread(IReadOnlyList<ScoredItem> items, double[] own, double[] gained, double talk)
    {
        var conversation = Enumerable.Range(0, items.Count).Where(i => items[i].IsConversation).ToArray();
        var gainedHere = new double[conversation.Length];
        Context.Spread.Add(conversation.Select(i => own[i]).ToArray(), conversation.Select(i => items[i].Tokens).ToArray(), talk, gainedHere);
        for (var i = 0; i < conversation.Length; i++)
        {
            gained[conversation[i]] = gainedHere[i];
        }
    }

    // Brings own and neighbours to one scale together and splits the own part by what made it.
    private void Settle(double[] own, double[] words, double[] similarity)
    {
        var total = new double[own.Length];
        TensorPrimitives.Add<double>(own, Neighbours, total);
        var (mean, deviation) = Standard.Score(total);
        for (var i = 0; i < own.Length; i++)
        {
            Neighbours[i] = deviation == 0 ? 0 : Neighbours[i] / deviation;
            var ownPart = total[i] - Neighbours[i];
            var byWords = Math.Max(words[i], 0);
            var byMeaning = Math.Max(similarity[i], 0);
            var share = byWords + byMeaning > 0 ? byWords / (byWords + byMeaning) : 1;
            Words[i] = ownPart * share;
            Similarity[i] = ownPart - Words[i];
        }
    }
}
