namespace Parsimony.Embeddings;

/// <summary>
/// Refuses questions that differ in their numbers: amounts with unit and bound, dates, times, ordinals, versions, in digits or in
/// English words. 10 and 10.0, 1,000 and 1000, "twelve" and 12 are the same; the same numbers in another order are not.
/// </summary>
public sealed class NumberGuard : IPairGuard
{
    /// <inheritdoc/>
    public string Name => "number";

    /// <inheritdoc/>
    public bool Refuses(string left, string right) => this.RefusesTexts(left, right);

    // In order within a kind: "from 5 to 10" is not "from 10 to 5", but a date may stand before or behind an amount.
    bool IPairGuard.Refuses(GuardPair pair) => !pair.Left.Quantities.AsSpan().SequenceEqual(pair.Right.Quantities);
}
