namespace Parsimony.Cli;

/// <summary>A part of a whole; a part of nothing has no value.</summary>
internal static class Ratio
{
    /// <summary>Divides.</summary>
    /// <returns>The quotient, or <see langword="null"/> where <paramref name="whole"/> is 0.</returns>
    public static double? Of(double part, double whole) => whole == 0 ? null : part / whole;
}
