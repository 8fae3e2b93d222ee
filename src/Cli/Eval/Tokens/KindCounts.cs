namespace Parsimony.Cli;

/// <summary>How the counts of one kind of request compare with what was charged.</summary>
internal sealed class KindCounts
{
    public int Cases { get; private set; }

    /// <summary>Gets how many counts are what was charged.</summary>
    public int Exact { get; private set; }

    /// <summary>Gets how many counts are too low: such a request may not fit where it was thought to.</summary>
    public int Under { get; private set; }

    /// <summary>Gets the largest count in excess, in tokens; 0 where no count is too high.</summary>
    public int MaxOver { get; private set; }

    public void Add(int counted, int expected)
    {
        Cases++;
        Exact += counted == expected ? 1 : 0;
        Under += counted < expected ? 1 : 0;
        MaxOver = Math.Max(MaxOver, counted - expected);
    }
}
