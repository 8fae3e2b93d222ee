namespace Parsimony.Caching;

/// <summary>How a model call that others wait for ended.</summary>
internal enum FlightEnd
{
    /// <summary>With an answer that may be shared.</summary>
    Answered,

    /// <summary>With an answer that may not be shared: everyone asks the model for themselves.</summary>
    Declined,

    /// <summary>With an exception: one of those who wait takes over.</summary>
    Failed,

    /// <summary>Its caller went away: one of those who wait takes over.</summary>
    Abandoned,
}
