namespace Parsimony.Cli;

/// <summary>The mean over questions of the part of their evidence that was kept.</summary>
internal sealed class EvidenceRecall
{
    private double sum;
    private int questions;

    /// <summary>Adds a question.</summary>
    /// <param name="evidence">The turns that answer it; not empty.</param>
    /// <param name="kept">The turns that were kept.</param>
    public void Add(IReadOnlyCollection<int> evidence, IReadOnlySet<int> kept)
    {
        sum += (double)evidence.Count(kept.Contains) / evidence.Count;
        questions++;
    }

    /// <summary>Gets the recall in %; <see langword="null"/> without questions.</summary>
    public double? Percent => Ratio.Of(sum * 100, questions);
}
