namespace Parsimony.Context;

/// <summary>When history is cut, and how far: shares of what the budget leaves beside the system messages.</summary>
/// <param name="Budget">The tokens that the shares are taken of, system messages included.</param>
/// <param name="High">The share that history may grow to.</param>
/// <param name="Low">The share that it is cut down to.</param>
internal readonly record struct Watermarks(int Budget, double High, double Low)
{
    /// <summary>Memory pressure changes from call to call. The watermarks follow it in steps of this part of the budget, so that they do not.</summary>
    private const int PressureSteps = 8;

    /// <summary>A tool result larger than this part of the low watermark is shortened to it by the first cut that it lives through.</summary>
    private const int ResultsInLow = 4;

    /// <summary>The same of a result that the model has yet to read.</summary>
    private const int NewestResultsInLow = 2;

    /// <summary>Takes the watermarks of the options.</summary>
    /// <param name="options">The shares. A low one above the high one counts as equal to it.</param>
    /// <param name="full">The tokens for messages without memory pressure.</param>
    /// <param name="available">The tokens for messages now.</param>
    public static Watermarks Of(ContextBudgetOptions options, int full, int available)
    {
        var budget = full;
        if (available < full)
        {
            var step = (long)available * PressureSteps / full;
            budget = step == 0 ? available : (int)(step * full / PressureSteps);
        }

        var high = Math.Clamp(options.HighWatermark, 0, 1);
        return new Watermarks(budget, high, Math.Clamp(options.LowWatermark, 0, high));
    }

    /// <summary>The tokens that a request may have before history is cut.</summary>
    public int HighTokens(int system) => system + Share(High, system);

    /// <summary>The tokens that a request is cut down to.</summary>
    public int LowTokens(int system) => system + Share(Low, system);

    /// <summary>The tokens that are left for quotes and documents above the high watermark.</summary>
    public int PickTokens(int system) => Math.Max(0, Budget - HighTokens(system));

    /// <summary>The tokens that a long tool result is shortened to.</summary>
    public int ResultTokens(int system, bool isNewest) => Share(Low, system) / (isNewest ? NewestResultsInLow : ResultsInLow);

    private int Share(double share, int system) => (int)(share * Math.Max(0, Budget - system));
}
