using System.Globalization;

namespace Parsimony;

/// <summary>Collects what is wrong with options, so that all of it can be said at once.</summary>
internal sealed class OptionChecks(List<ConfigurationError> errors)
{
    public void Share(string key, double value, double least = 0, bool leastAllowed = true)
    {
        if (double.IsNaN(value) || value < least || value > 1 || (!leastAllowed && value <= least))
        {
            Add(key, value, string.Create(CultureInfo.InvariantCulture, $"must be {(leastAllowed ? "from" : "above")} {least} to 1; write a share such as 0.8 or \"80%\""));
        }
    }

    public void AtLeast(string key, long? value, long least)
    {
        if (value < least)
        {
            Add(key, value, string.Create(CultureInfo.InvariantCulture, $"must be {least} or more"));
        }
    }

    public void Weight(string key, double value)
    {
        if (!(value >= 0) || double.IsInfinity(value))
        {
            Add(key, value, "must be 0 or more");
        }
    }

    public void Duration(string key, TimeSpan value, bool zeroAllowed = false)
    {
        if (value < TimeSpan.Zero || (value == TimeSpan.Zero && !zeroAllowed) || value > MaxDuration)
        {
            Add(key, value, $"must be {(zeroAllowed ? "0 or more" : "more than 0")} and at most 49 days; write seconds, or a duration such as \"90s\", \"5m\", \"00:05:00\"");
        }
    }

    public void That(bool holds, string key, object? value, string remedy)
    {
        if (!holds)
        {
            Add(key, value, remedy);
        }
    }

    /// <summary>The longest time that timers take.</summary>
    private static readonly TimeSpan MaxDuration = TimeSpan.FromDays(49);

    private void Add(string key, object? value, string remedy) =>
        errors.Add(new ConfigurationError(key, Convert.ToString(value, CultureInfo.InvariantCulture), remedy));
}
