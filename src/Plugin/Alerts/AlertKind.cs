namespace Parsimony;

/// <summary>What an alert is about. Alerts of one kind hold each other back for <see cref="AlertOptions.Cooldown"/>.</summary>
public enum AlertKind
{
    /// <summary>Memory is above its warning level.</summary>
    MemoryWarning,

    /// <summary>Memory is above its critical level.</summary>
    MemoryCritical,

    /// <summary>Memory is back below its warning level.</summary>
    MemoryRecovered,

    /// <summary>More calls were refused than <see cref="AlertOptions.ThrottledShare"/> allows.</summary>
    CallsThrottled,

    /// <summary>The cache answers less than <see cref="AlertOptions.CacheHitRate"/> of its look-ups.</summary>
    CacheHitRate,

    /// <summary>The overall health is below <see cref="AlertOptions.HealthScore"/>.</summary>
    Health,
}
