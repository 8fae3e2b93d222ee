namespace Parsimony;

/// <summary>When the process counts as short of memory, and what is done about it.</summary>
public sealed class MemoryOptions
{
    internal const double DefaultWarningThreshold = 0.80;
    internal const double DefaultCriticalThreshold = 0.95;
    internal const double DefaultHysteresis = 0.05;

    /// <summary>Gets or sets the memory that the managed heap may take (<c>memory.maxMemoryUsage</c>).</summary>
    /// <value>In bytes. The default is <see langword="null"/>: the limit of the container or, outside one, the memory of the machine.</value>
    public long? Limit { get; set; }

    /// <summary>Gets or sets the pressure from which memory is given back and budgets shrink (<c>memory.alertThreshold</c>).</summary>
    /// <value>A share of the limit, over 0 and at most 1. The default is 0.80.</value>
    public double WarningThreshold { get; set; } = DefaultWarningThreshold;

    /// <summary>Gets or sets the pressure from which agents are refused (<c>monitoring.alertThresholds.memoryUsage</c>).</summary>
    /// <value>A share of the limit, above <see cref="WarningThreshold"/> and at most 1. The default is 0.95.</value>
    public double CriticalThreshold { get; set; } = DefaultCriticalThreshold;

    /// <summary>Gets or sets how far the pressure must fall before it counts as fallen, so that budgets do not change from call to call (<c>memory.hysteresis</c>).</summary>
    /// <value>A share of the limit, from 0 to below <see cref="WarningThreshold"/>. The default is 0.05.</value>
    public double Hysteresis { get; set; } = DefaultHysteresis;

    /// <summary>Gets or sets how old a reading may be (<c>memory.sampleInterval</c>).</summary>
    /// <value>0 (read at each question) or more. The default is 100 ms.</value>
    public TimeSpan SampleInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Gets or sets how often memory is given back while the shortage lasts (<c>memory.trimInterval</c>).</summary>
    /// <value>More than 0. The default is 10 s.</value>
    public TimeSpan TrimInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets the least time between two garbage collections asked for at critical pressure (<c>memory.gcInterval</c>).</summary>
    /// <value>0 (never ask for one) or more. The default is 60 s. They run in the background and are left to the collector's judgement.</value>
    public TimeSpan CollectInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets or sets how long the context of an agent's session counts as held after its last request (<c>memory.contextRetentionTime</c>).</summary>
    /// <value>More than 0. The default is one hour.</value>
    public TimeSpan ContextRetention { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets the context that all agents together may hold (<c>contextFilter.globalMaxContext</c>).</summary>
    /// <value>In tokens, 1 or more. The default is <see langword="null"/>: no maximum. Budgets shrink as the sum nears it.</value>
    public long? MaxContextTokensHeld { get; set; }

    /// <summary>Gets or sets whether budgets shrink as memory runs short (<c>contextFilter.memoryAwareFiltering</c>).</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool MemoryShrinksBudgets { get; set; } = true;

    /// <summary>Gets or sets whether budgets shrink as the context held by all agents nears <see cref="MaxContextTokensHeld"/> (<c>contextFilter.adaptiveReduction</c>).</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool HeldContextShrinksBudgets { get; set; } = true;
}
