namespace Parsimony;

/// <summary>How short of memory the process is.</summary>
public enum MemoryLevel
{
    /// <summary>There is enough.</summary>
    Normal,

    /// <summary>Above <see cref="MemoryOptions.WarningThreshold"/>: the cache gives memory back, budgets shrink, agents run fewer calls at a time.</summary>
    Warning,

    /// <summary>Above <see cref="MemoryOptions.CriticalThreshold"/>: agents are refused, except those that are exempt.</summary>
    Critical,
}
