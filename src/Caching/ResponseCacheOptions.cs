namespace Parsimony.Caching;

/// <summary>What the response cache keeps, where, for how long, and when it may answer.</summary>
public sealed class ResponseCacheOptions
{
    /// <summary>Gets or sets how long an answer is served.</summary>
    /// <value>The default is one hour.</value>
    public TimeSpan Expiration { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets the bound of the memory tier, in bytes.</summary>
    /// <value>The default is 64 MiB. 0 keeps nothing in memory.</value>
    public long L1MaxBytes { get; set; } = 64L << 20;

    /// <summary>Gets or sets which entry leaves the memory tier first.</summary>
    /// <value>The default is <see cref="EvictionPolicy.LeastRecentlyUsed"/>.</value>
    public EvictionPolicy L1Policy { get; set; }

    /// <summary>Gets or sets the directory of the disk tiers; it is created when needed.</summary>
    /// <value>The default is <see langword="null"/>: no disk tiers.</value>
    public string? Directory { get; set; }

    /// <summary>Gets or sets the bound of the disk tier, in bytes.</summary>
    /// <value>The default is 512 MiB.</value>
    public long L2MaxBytes { get; set; } = 512L << 20;

    /// <summary>Gets or sets the bound of the compressed archive, in bytes as stored.</summary>
    /// <value>The default is 2 GiB. 0 means no archive.</value>
    public long L3MaxBytes { get; set; } = 2L << 30;

    /// <summary>Gets or sets from how many bytes on an entry is compressed.</summary>
    /// <value>The default is 256.</value>
    public int CompressionThreshold { get; set; } = 256;

    /// <summary>Gets or sets whether the archive compresses.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool EnableCompression { get; set; } = true;

    /// <summary>Gets or sets whether a question in other words may be answered by an entry, given a generator of embeddings.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool EnableSameAnswer { get; set; } = true;

    /// <summary>Gets or sets the cosine below which an entry is no candidate for the same answer, -1 to 1.</summary>
    /// <value>The default is 0.92.</value>
    public double SimilarityThreshold { get; set; } = 0.92;

    /// <summary>Gets or sets how many candidates are judged for one question.</summary>
    /// <value>The default is 8.</value>
    public int MaxCandidates { get; set; } = 8;

    /// <summary>Gets or sets how much of the history the same-answer search depends on.</summary>
    /// <value>The default is <see cref="HistoryScope.All"/>.</value>
    public HistoryScope HistoryScope { get; set; }

    /// <summary>Gets the group of each agent whose answers may be shared with the agents of the same group.</summary>
    public IDictionary<string, string> AgentGroups { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets or sets whether a call without a tenant passes the cache by.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool RequireTenant { get; set; }

    /// <summary>Gets or sets whether a call without a user passes the cache by.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool RequireUser { get; set; }

    /// <summary>Gets the names of the tools whose result depends on their arguments alone.</summary>
    public ISet<string> PureTools { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Gets or sets whether turns in which a tool ran are cached whatever the tool.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool CacheToolTurns { get; set; }

    /// <summary>Gets or sets the version of the app's prompts: part of every key.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public string? TemplateVersion { get; set; }

    /// <summary>Gets the tags given to every entry.</summary>
    public IList<string> Tags { get; } = [];

    /// <summary>Gets the names of additional properties that change from call to call and are no part of a key.</summary>
    public ISet<string> VolatileProperties { get; } = new HashSet<string>(StringComparer.Ordinal);
}
