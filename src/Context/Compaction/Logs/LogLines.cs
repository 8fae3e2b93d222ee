using System.Buffers;

namespace Parsimony.Context;

/// <summary>The lines of a log: where they stand, and which of them differ in times, ids and numbers only.</summary>
internal sealed class LogLines
{
    private static readonly SearchValues<string> Alarms = SearchValues.Create(
        ["error", "fail", "exception", "fatal", "panic", "critical", "warn", "traceback", "denied", "timeout", "timed out", "abort", "refused"],
        StringComparison.OrdinalIgnoreCase);

    private readonly List<Range> ranges = [];
    private readonly List<int> kinds = [];
    private readonly List<int> counts = [];
    private readonly List<int> firsts = [];
    private readonly string text;

    public LogLines(string text)
    {
        this.text = text;
        var known = new Dictionary<UInt128, int>();
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].TrimEnd();
            if (line.IsEmpty)
            {
                Empty++;
                continue;
            }

            var mask = LineMask.Of(line);
            if (!known.TryGetValue(mask, out var kind))
            {
                known.Add(mask, kind = known.Count);
                counts.Add(0);
                firsts.Add(ranges.Count);
            }

            counts[kind]++;
            kinds.Add(kind);
            ranges.Add(range.Start..(range.Start.Value + line.Length));
        }
    }

    /// <summary>Gets the number of lines, without empty ones.</summary>
    public int Count => ranges.Count;

    /// <summary>Gets the number of empty lines.</summary>
    public int Empty { get; }

    /// <summary>Gets the number of lines that differ in more than times, ids and numbers.</summary>
    public int Kinds => counts.Count;

    /// <summary>Gets a line without the white space at its end.</summary>
    public ReadOnlySpan<char> this[int index] => text.AsSpan()[ranges[index]];

    /// <summary>Says of which kind a line is.</summary>
    public int KindOf(int index) => kinds[index];

    /// <summary>Says how many lines are of a kind.</summary>
    public int CountOf(int kind) => counts[kind];

    /// <summary>Says whether a line is the first of its kind.</summary>
    public bool IsFirst(int index) => firsts[kinds[index]] == index;

    /// <summary>Says whether a line tells of something that went wrong.</summary>
    public bool IsAlarm(int index) => this[index].ContainsAny(Alarms);

    /// <summary>Says whether a line goes on with what the one before it says, as the lines of a stack trace do.</summary>
    public bool GoesOn(int index) => char.IsWhiteSpace(this[index][0]) || this[index].StartsWith("Caused by", StringComparison.Ordinal);
}
