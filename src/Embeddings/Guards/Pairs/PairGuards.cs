namespace Parsimony.Embeddings;

/// <summary>How a guard that reads pairs answers for two texts alone.</summary>
internal static class PairGuards
{
    public static bool RefusesTexts(this IPairGuard guard, string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left != right && guard.Refuses(new GuardPair(new GuardText(left), new GuardText(right)));
    }
}
