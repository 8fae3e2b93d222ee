using System.Numerics.Tensors;
using Parsimony.Embeddings;

namespace Parsimony.Caching;

/// <summary>The questions of one partition. Most partitions hold a few: they are compared one by one, and an index is built only where it pays.</summary>
internal sealed class QuestionBucket
{
    private const int WorthAnIndex = 64;

    private readonly Dictionary<string, IndexedQuestion> byText = new(StringComparer.Ordinal);
    private readonly Dictionary<long, IndexedQuestion> byId = [];
    private VectorIndex? index;

    public bool IsEmpty => byId.Count == 0;

    public void Add(IndexedQuestion question)
    {
        byText[question.Text] = question;
        byId[question.Id] = question;
        if (question.Vector is { } vector && index is not null && index.Dimensions == vector.Length)
        {
            index.Add(question.Id, vector);
        }
        else if (index is null && byId.Count > WorthAnIndex && question.Vector is { } first)
        {
            Build(first.Length);
        }
    }

    public void Remove(IndexedQuestion question)
    {
        byId.Remove(question.Id);
        index?.Remove(question.Id);
        if (byText.TryGetValue(question.Text, out var known) && known.Id == question.Id)
        {
            byText.Remove(question.Text);
        }
    }

    /// <summary>Adds the candidates for a question, best first: the same text, then vectors at or above the floor.</summary>
    public void Find(SameAnswerQuery query, float floor, int most, List<SameAnswerCandidate> found)
    {
        if (byText.TryGetValue(query.Text, out var same))
        {
            found.Add(new SameAnswerCandidate(same.Key, same.Text, 1));
        }

        if (query.Vector is not { } vector)
        {
            return;
        }

        Span<VectorMatch> matches = new VectorMatch[most];
        var count = index is not null && index.Dimensions == vector.Length ? index.Search(vector, floor, matches) : Scan(vector, floor, matches);
        foreach (var match in matches[..count])
        {
            var question = byId[match.Id];
            if (question != same)
            {
                found.Add(new SameAnswerCandidate(question.Key, question.Text, match.Similarity));
            }
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

    private void Build(int width)
    {
        index = new VectorIndex(width);
        foreach (var question in byId.Values)
        {
            if (question.Vector is { } vector && vector.Length == width)
            {
                index.Add(question.Id, vector);
            }
        }
    }
}
