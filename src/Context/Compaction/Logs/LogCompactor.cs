using System.Globalization;
using System.Text;

namespace Parsimony.Context;

/// <summary>
/// Writes logs and lists of lines shorter: lines that differ only in times, ids and numbers once, the first as it stands, with their
/// number. Where there is room, more of them stay.
/// </summary>
internal sealed class LogCompactor : ITextCompactor
{
    private const int FewestLines = 8;

    /// <summary>Of a log at most this part of the lines says something of its own.</summary>
    private const double MostKinds = 0.7;

    /// <summary>Where so many lines are followed by an empty one, they are paragraphs.</summary>
    private const double MostEmpty = 0.5;

    /// <summary>Fewer lines are no picture of a log.</summary>
    private const int FewestKept = 2;

    public string Name => ContextCompactors.Logs;

    public string? Compact(string text, CompactionTarget target)
    {
        var lines = new LogLines(text);
        if (lines.Count < FewestLines || lines.Kinds > MostKinds * lines.Count || lines.Empty > MostEmpty * lines.Count)
        {
            return null;
        }

        var kept = new bool[lines.Count];
        var taken = new Stack<int>();
        var used = target.Counter.Count(Head(lines, lines.Count)) + target.Counter.Count(Tail(lines.Count));
        foreach (var index in LineRanking.Rank(lines, target.Query))
        {
            // A line break is a token at the most.
            var tokens = target.Counter.Count(lines[index]) + 1
                + (lines.IsFirst(index) && lines.CountOf(lines.KindOf(index)) > 1 ? target.Counter.Count(Times(lines, index)) : 0);
            if (used + tokens <= target.MaxTokens)
            {
                used += tokens;
                kept[index] = true;
                taken.Push(index);
            }
        }

        for (; taken.Count >= FewestKept; kept[taken.Pop()] = false)
        {
            var result = Compose(lines, kept);
            if (target.IsMetBy(result))
            {
                return result;
            }
        }

        return null;
    }

    private static string Compose(LogLines lines, bool[] kept)
    {
        var shown = kept.Count(static k => k);
        var result = new StringBuilder(Head(lines, shown));
        var seen = new bool[lines.Kinds];
        for (var i = 0; i < kept.Length; i++)
        {
            if (!kept[i])
            {
                continue;
            }

            var kind = lines.KindOf(i);
            result.Append(lines[i]).Append(!seen[kind] && lines.CountOf(kind) > 1 ? Times(lines, i) : "").Append('\n');
            seen[kind] = true;
        }

        var missing = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            missing += seen[lines.KindOf(i)] ? 0 : 1;
        }

        return result.Append(missing > 0 ? Tail(missing) : "").ToString().TrimEnd('\n');
    }

    private static string Head(LogLines lines, int shown) => string.Create(
        CultureInfo.InvariantCulture, $"[{shown} of {lines.Count} lines; xN: N such lines but for times, ids and numbers]\n");

    private static string Times(LogLines lines, int index) => string.Create(CultureInfo.InvariantCulture, $" [x{lines.CountOf(lines.KindOf(index))}]");

    private static string Tail(int missing) => string.Create(CultureInfo.InvariantCulture, $"[... {missing} other lines left out ...]");
}
