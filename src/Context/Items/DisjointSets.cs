namespace Parsimony.Context;

/// <summary>Joins messages that belong together (disjoint sets; the smallest index stands for its set).</summary>
internal sealed class DisjointSets
{
    private readonly int[] parents;

    public DisjointSets(int count)
    {
        parents = new int[count];
        for (var i = 0; i < count; i++)
        {
            parents[i] = i;
        }
    }

    public int Find(int message)
    {
        while (parents[message] != message)
        {
            parents[message] = parents[parents[message]];
            message = parents[message];
        }

        return message;
    }

    public void Join(int left, int right)
    {
        left = Find(left);
        right = Find(right);
        parents[Math.Max(left, right)] = Math.Min(left, right);
    }
}
