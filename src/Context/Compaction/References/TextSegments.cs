namespace Parsimony.Context;

/// <summary>The lines of a text, or what stands between its commas where it is one line, to be compared with those of another.</summary>
internal sealed class TextSegments
{
    private const int FewestLines = 4;

    private readonly string text;
    private readonly List<Range> ranges = [];
    private readonly List<UInt128> prints = [];
    private readonly HashSet<UInt128> different = [];

    private TextSegments(string text, char separator)
    {
        this.text = text;
        IsLines = separator == '\n';
        foreach (var range in text.AsSpan().Split(separator))
        {
            var segment = text.AsSpan()[range].Trim();
            if (!segment.IsEmpty)
            {
                ranges.Add(range);
                prints.Add(TextFingerprint.Of(segment));
                different.Add(prints[^1]);
            }
        }
    }

    /// <summary>Gets a value indicating whether the segments are lines.</summary>
    public bool IsLines { get; }

    public int Count => ranges.Count;

    public static TextSegments Of(string text) => new(text, text.AsSpan().Count('\n') + 1 >= FewestLines ? '\n' : ',');

    /// <summary>Counts the segments that another text does not have.</summary>
    public int CountNotIn(TextSegments other)
    {
        var missing = 0;
        foreach (var print in prints)
        {
            missing += other.different.Contains(print) ? 0 : 1;
        }

        return missing;
    }

    /// <summary>Finds the segments that another text does not have.</summary>
    public List<string> NotIn(TextSegments other)
    {
        var missing = new List<string>();
        for (var i = 0; i < ranges.Count; i++)
        {
            if (!other.different.Contains(prints[i]))
            {
                missing.Add(text.AsSpan()[ranges[i]].Trim().ToString());
            }
        }

        return missing;
    }
}
