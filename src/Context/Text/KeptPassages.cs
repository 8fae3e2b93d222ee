using System.Globalization;
using System.Text;

namespace Parsimony.Context;

/// <summary>The passages of a text that are kept, and the text they make.</summary>
internal sealed class KeptPassages(string text, IReadOnlyList<Passage> passages)
{
    private readonly bool[] kept = new bool[passages.Count];
    private readonly Stack<int> taken = new();
    private int gaps = 1;
    private int tokens;

    /// <summary>Gets a value indicating whether any passage is kept.</summary>
    public bool Any => taken.Count > 0;

    public bool IsKept(int index) => kept[index];

    /// <summary>Keeps passages, all of them or none, where they and a mark for each gap have room.</summary>
    public bool TryKeep(ReadOnlySpan<int> indexes, int maxTokens, int markTokens)
    {
        var before = taken.Count;
        foreach (var index in indexes)
        {
            if (!kept[index])
            {
                gaps += GapsAdded(index);
                kept[index] = true;
                tokens += passages[index].Tokens;
                taken.Push(index);
            }
        }

        if (tokens + ((long)gaps * markTokens) <= maxTokens)
        {
            return true;
        }

        while (taken.Count > before)
        {
            DropLast();
        }

        return false;
    }

    /// <summary>Drops the passage that was kept last.</summary>
    public void DropLast()
    {
        var index = taken.Pop();
        kept[index] = false;
        tokens -= passages[index].Tokens;
        gaps -= GapsAdded(index);
    }

    // How many gaps more (or less) there are with a passage.
    private int GapsAdded(int index)
    {
        var before = index > 0 && !kept[index - 1];
        var behind = index + 1 < kept.Length && !kept[index + 1];
        return (before ? 1 : 0) + (behind ? 1 : 0) - 1;
    }

    public static string Mark(int tokens) => string.Create(CultureInfo.InvariantCulture, $"[... {tokens} tokens left out ...]");

    /// <summary>Writes the kept passages in their order, each gap with its mark on a line of its own.</summary>
    public string Compose()
    {
        var result = new StringBuilder();
        var behindGap = false;
        for (var i = 0; i < kept.Length;)
        {
            if (kept[i])
            {
                var passage = text.AsSpan(passages[i].Start, passages[i].Length);
                result.Append(behindGap ? passage.TrimStart(' ') : passage);
                behindGap = false;
                i++;
                continue;
            }

            var leftOut = 0;
            for (; i < kept.Length && !kept[i]; i++)
            {
                leftOut += passages[i].Tokens;
            }

            behindGap = true;
            TrimEnd(result);
            result.Append(result.Length > 0 ? "\n" : "").Append(Mark(leftOut)).Append(i < kept.Length ? "\n" : "");
        }

        return result.ToString();
    }

    private static void TrimEnd(StringBuilder result)
    {
        while (result.Length > 0 && char.IsWhiteSpace(result[^1]))
        {
            result.Length--;
        }
    }
}
