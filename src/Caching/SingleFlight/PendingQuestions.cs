using System.Numerics.Tensors;

namespace Parsimony.Caching;

/// <summary>The questions that the model is working on, by partition. A question either finds another here or is added, in one step: so two never wait for each other.</summary>
/// <param name="isBarred">Whether the question of a key must not answer other questions: it is not added, and not found if it was added before.</param>
internal sealed class PendingQuestions(Func<CacheDigest, bool> isBarred)
{
    // Comparing each of thousands of questions at once with all others would cost more than it saves.
    private const int MostCompared = 256;

    // Nor is each near one judged: everyone waits for the lock.
    private const int MostJudged = 8;

    private readonly Lock gate = new();
    private readonly Dictionary<CacheDigest, List<Pending>> partitions = [];

    public PendingMatch? FindOrAdd(
        ModelFlight flight, CacheDigest partition, SameAnswerQuery query, float floor, Func<string, string, double, MatchQuality?> match)
    {
        lock (gate)
        {
            var list = partitions.GetValueOrDefault(partition);
            foreach (var (similarity, near) in Nearest(list ?? [], query, floor))
            {
                if (match(query.Text, near.Query.Text, similarity) is { } quality)
                {
                    return new PendingMatch(near.Flight, quality);
                }
            }

            if (isBarred(flight.Key))
            {
                return null;
            }

            if (list is null)
            {
                partitions[partition] = list = [];
            }

            list.Add(new Pending(flight, query));
            return null;
        }
    }

    public void Remove(ModelFlight flight, CacheDigest partition)
    {
        lock (gate)
        {
            if (partitions.TryGetValue(partition, out var list))
            {
                list.RemoveAll(p => p.Flight == flight);
                if (list.Count == 0)
                {
                    partitions.Remove(partition);
                }
            }
        }
    }

    private IEnumerable<(double Similarity, Pending Question)> Nearest(List<Pending> list, SameAnswerQuery query, float floor) =>
        list.Skip(list.Count - MostCompared).Select(p => (Similarity: Similarity(query, p.Query), Question: p))
            .Where(p => p.Similarity >= floor && !isBarred(p.Question.Flight.Key)).OrderByDescending(p => p.Similarity).Take(MostJudged);

    private static double Similarity(SameAnswerQuery query, SameAnswerQuery other)
    {
        if (string.Equals(query.Text, other.Text, StringComparison.Ordinal))
        {
            return 1;
        }

        return query.Vector is { } left && other.Vector is { } right && left.Length == right.Length
            ? TensorPrimitives.Dot(left.AsSpan(), right)
            : double.NegativeInfinity;
    }

    private sealed record Pending(ModelFlight Flight, SameAnswerQuery Query);
}
