using System.Numerics.Tensors;
using Parsimony.Embeddings;

namespace Parsimony.Caching;

/// <summary>The questions of one partition. Most partitions hold a few: they are compared one by one, and an index is built only where it pays.</summary>
internal sealed class QuestionBucket
{
    private const int WorthAnIndex = 64;

    private readonly Lock gate = new();
    private readonly Dictionary<string, IndexedQuestion> byText = new(StringComparer.Ordinal);
    private readonly Dictionary<long, IndexedQuestion> byId = [];
    private VectorIndex? index;

    public bool IsEmpty
    {
        get
        {
            lock (gate)
            {
                return byId.Count == 0;
            }
        }
    }

    public void Add(IndexedQuestion question)
    {
        lock (gate)
        {
            byText[question.Text] = question;
            byId[question.Id] = question;
            if (index is null && byId.Count > WorthAnIndex && question.Vector is { } first)
            {
                index = new VectorIndex(first.Length);
                foreach (var known in byId.Values)
                {
                    MoveIntoIndex(known);
                }
            }
            else
            {
                MoveIntoIndex(question);
            }
        }
    }

    public void Remove(IndexedQuestion question)
    {
        lock (gate)
        {
            byId.Remove(question.Id);
            index?.Remove(question.Id);
            if (byText.TryGetValue(question.Text, out var known) && known.Id == question.Id)
            {
                byText.Remove(question.Text);
            }
        }
    }

    /// <summary>The candidates for a question, best first: the same text, then vectors at or above the floor.</summary>
    public List<SameAnswerCandidate> Find(SameAnswerQuery query, float floor, int most)
    {
        var found = new List<SameAnswerCandidate>();
        var matches = new VectorMatch[most];
        var count = 0;
        IndexedQuestion? same;
        VectorIndex? large;
        lock (gate)
        {
            if (byText.TryGetValue(query.Text, out same))
            {
                found.Add(new SameAnswerCandidate(same.Key, same.Text, 1, same.Answer));
            }

            // After a change of width the index may still hold the vectors of the old one.
            large = query.Vector is { } asked && asked.Length == index?.Dimensions ? index : null;
            if (large is null && query.Vector is { } vector)
            {
                count = Scan(vector, floor, matches);
            }
        }

        // A large search runs beside others. A candidate in a thousand may be missed: that costs a call of the model, never a wrong answer.
        if (large is not null)
        {
            count = large.Search(query.Vector, floor, matches, VectorSearchMode.Fast);
        }

        lock (gate)
        {
            foreach (var match in matches.AsSpan(0, count))
            {
                if (byId.TryGetValue(match.Id, out var question) && question != same)
                {
                    found.Add(new SameAnswerCandidate(question.Key, question.Text, match.Similarity, question.Answer));
                }
            }
        }

        return found;
    }

    private void MoveIntoIndex(IndexedQuestion question)
    {
        if (index is not null && question.Vector is { } vector && vector.Length == index.Dimensions)
        {
            index.Add(question.Id, vector);
            question.Vector = null;
        }
    }

    private int Scan(float[] vector, float floor, Span<VectorMatch> best)
    {
        var count = 0;
        foreach (var question in byId.Values)
        {
            if (question.Vector is not { } other || other.Length != vector.Length)
            {
                continue;
            }

            var match = new VectorMatch(question.Id, TensorPrimitives.Dot(vector.AsSpan(), other));
            if (match.Similarity >= floor)
            {
                count = Insert(best, count, match);
            }
        }

        return count;
    }

    private static int Insert(Span<VectorMatch> best, int count, VectorMatch match)
    {
        var at = count;
        while (at > 0 && (best[at - 1].Similarity < match.Similarity || (best[at - 1].Similarity == match.Similarity && best[at - 1].Id > match.Id)))
        {
            at--;
        }

        if (at == best.Length)
        {
            return count;
        }

        count = Math.Min(count + 1, best.Length);
        for (var i = count - 1; i > at; i--)
        {
            best[i] = best[i - 1];
        }

        best[at] = match;
        return count;
    }
}
