using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Parsimony.Embeddings;

/// <summary>
/// Boosted decision trees. Every tree is complete to the same depth, so that walking down is a few comparisons without a jump: a node's
/// children stand at 2i+1 and 2i+2. Four trees are walked at once, which hides how long each step waits for memory.
/// </summary>
internal sealed class TreeEnsemble
{
    private readonly int depth;
    private readonly int trees;
    private readonly TreeNode[] nodes;
    private readonly float[] leaves;
    private readonly int features;

    /// <summary>Reads an ensemble.</summary>
    /// <param name="file">Starts with depth, number of trees (two 32-bit integers), then thresholds, leaves (floats) and features (bytes), tree after tree.</param>
    /// <param name="length">How many bytes it took, a multiple of 4.</param>
    public TreeEnsemble(ReadOnlySpan<byte> file, out int length)
    {
        (depth, trees) = (MemoryMarshal.Read<int>(file), MemoryMarshal.Read<int>(file[4..]));
        nodes = new TreeNode[trees * ((1 << depth) - 1)];
        var ends = trees << depth;
        var at = 8;
        var thresholds = MemoryMarshal.Cast<byte, float>(file.Slice(at, nodes.Length * 4));
        at += nodes.Length * 4;
        leaves = MemoryMarshal.Cast<byte, float>(file.Slice(at, ends * 4)).ToArray();
        at += ends * 4;
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = new(thresholds[i], file[at + i]);
            features = Math.Max(features, file[at + i] + 1);
        }

        length = (at + nodes.Length + 3) / 4 * 4;
    }

    /// <summary>The sum of all trees: a log-odds. In the order of the trees, so that every machine rounds alike.</summary>
    public double Score(ReadOnlySpan<float> values)
    {
        ref var value = ref MemoryMarshal.GetReference(values[..features]);
        ref var node = ref MemoryMarshal.GetArrayDataReference(nodes);
        var inner = (1 << depth) - 1;
        var sum = 0.0;
        var tree = 0;
        for (; tree + 4 <= trees; tree += 4)
        {
            uint a = 0, b = 0, c = 0, d = 0;
            ref var first = ref Unsafe.Add(ref node, tree * inner);
            ref var second = ref Unsafe.Add(ref first, inner);
            ref var third = ref Unsafe.Add(ref second, inner);
            ref var fourth = ref Unsafe.Add(ref third, inner);
            for (var level = 0; level < depth; level++)
            {
                a = Child(a, ref first, ref value);
                b = Child(b, ref second, ref value);
                c = Child(c, ref third, ref value);
                d = Child(d, ref fourth, ref value);
            }

            sum += Leaf(tree, a);
            sum += Leaf(tree + 1, b);
            sum += Leaf(tree + 2, c);
            sum += Leaf(tree + 3, d);
        }

        for (; tree < trees; tree++)
        {
            uint at = 0;
            for (var level = 0; level < depth; level++)
            {
                at = Child(at, ref Unsafe.Add(ref node, tree * inner), ref value);
            }

            sum += Leaf(tree, at);
        }

        return sum;
    }

    // What is no number goes right, as what is not below the threshold does.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Child(uint at, ref TreeNode tree, ref float values)
    {
        ref var node = ref Unsafe.Add(ref tree, at);
        var isBelow = Unsafe.Add(ref values, (uint)node.Feature) < node.Threshold;
        return (2 * at) + 2 - Unsafe.BitCast<bool, byte>(isBelow);
    }

    private float Leaf(int tree, uint node) => leaves[(tree << depth) + (int)node - ((1 << depth) - 1)];
}
