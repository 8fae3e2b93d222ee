namespace Parsimony.Context;

/// <summary>
/// What a model's replies said their prompts had, as ratios to what was counted: the last ones, and the factor that follows from them.
/// Thread-safe.
/// </summary>
internal sealed class UsageRatios
{
    /// <summary>A single reply raises the factor to this at the most; what is above must be seen twice.</summary>
    public const double MostFromOne = 1.5;

    /// <summary>The largest and the smallest factor there is.</summary>
    public const double Largest = 4;

    /// <inheritdoc cref="Largest"/>
    public const double Smallest = 0.5;

    /// <summary>As many replies are remembered, and as many must agree before counts are lowered.</summary>
    public const int Remembered = 64;

    // What is lowered stays a little above all that was seen.
    private const double Margin = 1.02;

    private readonly Lock gate = new();
    private readonly double[] ratios = new double[Remembered];
    private int seen;
    private double factor = 1;

    /// <summary>Gets the factor that counts are to be multiplied with: the upper envelope of what was seen; 1 where nothing was.</summary>
    public double Factor => Volatile.Read(ref factor);

    /// <summary>Adds what a reply said.</summary>
    /// <param name="ratio">The tokens reported, divided by those counted; above 0.</param>
    public void Add(double ratio)
    {
        lock (gate)
        {
            ratios[seen % Remembered] = ratio;
            seen++;
            var (highest, second) = (0.0, 0.0);
            foreach (var value in ratios.AsSpan(0, Math.Min(seen, Remembered)))
            {
                second = Math.Max(second, Math.Min(highest, value));
                highest = Math.Max(highest, value);
            }

            var envelope = Math.Min(highest, Math.Max(MostFromOne, second));
            var lowered = seen < Remembered ? 1 : Math.Max(Smallest, Math.Min(1, highest * Margin));
            Volatile.Write(ref factor, envelope > 1 ? Math.Min(envelope, Largest) : lowered);
        }
    }
}
