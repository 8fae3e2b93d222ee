using System.Globalization;
using System.Text;

namespace Parsimony.Context;

/// <summary>The passages of a text that are kept, and the text they make.</summary>
internal sealed class KeptPassages(string text, IReadOnlyList<Passage> passages)
{
    private readonly bool[] kept = new bool[passages.Count];

    /// <summary>Gets the number of places at which something is left out.</summary>
    public int Gaps { get; private set; } = 1;

    /// <summary>Says how many gaps more (or less) there would be with a passage.</summary>
    public int GapsAdded(int index)
    {
        var before = index > 0 && !kept[index - 1];
        var behind = index + 1 < kept.Length && !kept[index + 1];
        return (before ? 1 : 0) + (behind ? 1 : 0) - 1;
    }

    public void Keep(int index)
    {
        Gaps += GapsAdded(index);
        kept[index] = true;
    }

    public void Drop(int index)
    {
        kept[index] = false;
        Gaps -= GapsAdded(index);
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

            var tokens = 0;
            for (; i < kept.Length && !kept[i]; i++)
            {
                tokens += passages[i].Tokens;
            }

            behindGap = true;
            TrimEnd(result);
            result.Append(result.Length > 0 ? "\n" : "").Append(Mark(tokens)).Append(i < kept.Length ? "\n" : "");
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
