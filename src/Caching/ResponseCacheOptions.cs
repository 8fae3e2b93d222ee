using Parsimony.Embeddings;

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

    /// <summary>Gets or sets the directory of the disk tiers; it is created when needed, for its owner alone.</summary>
    /// <value>
    /// The default is <see langword="null"/>: no disk tiers. On Unix what is created has the modes 0700 and 0600; a directory that exists
    /// keeps the mode it has.
    /// </value>
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

    /// <summary>Gets or sets the cosine below which an entry is no candidate for the same answer, -1 to 1. With the judge off it decides.</summary>
    /// <value>The default is <see langword="null"/>: 0.5 with a judge, 0.92 without.</value>
    public double? SimilarityThreshold { get; set; }

    /// <summary>Gets or sets whether a judge decides which candidates have the same answer.</summary>
    /// <value>The default is <see langword="true"/>. Without it <see cref="SimilarityThreshold"/> decides alone: it cannot tell "buy" from "sell".</value>
    public bool EnableJudge { get; set; } = true;

    /// <summary>Gets or sets how likely it may be at most that an answer that the judge accepts is wrong.</summary>
    /// <value>The default is <see cref="SameAnswerPolicy.Strict"/>: 5 %.</value>
    public SameAnswerPolicy SameAnswerPolicy { get; set; }

    /// <summary>Gets or sets the error budget of <see cref="SameAnswerPolicy.Custom"/>: the part of the answers that may be wrong, above 0 and below 1.</summary>
    /// <value>The default is <see langword="null"/>; the other policies have their own and leave no choice.</value>
    public double? ErrorBudget { get; set; }

    /// <summary>Gets the names of the guards that are not asked: number, identifier, quote, negation, opposite, name, order, person or question.</summary>
    /// <value>The default is none. A guard that is off leaves its kind of difference to the judge, or to the threshold where there is none.</value>
    public ISet<string> DisabledGuards { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets how many candidates are judged for one question.</summary>
    /// <value>The default is 8.</value>
    public int MaxCandidates { get; set; } = 8;

    /// <summary>Gets or sets how much of the history the same-answer search depends on.</summary>
    /// <value>The default is <see cref="HistoryScope.Auto"/>.</value>
    public HistoryScope HistoryScope { get; set; } = HistoryScope.Auto;

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

    /// <summary>Gets or sets the name of the embedding model, for a generator whose metadata does not tell models apart. Vectors of different names are never compared.</summary>
    /// <value>The default is <see langword="null"/>: the generator's metadata and the width of its vectors name it.</value>
    public string? EmbeddingModel { get; set; }

    /// <summary>Gets or sets how long the generator of embeddings may take; after that the call goes on without the same-answer search.</summary>
    /// <value>The default is two seconds.</value>
    public TimeSpan EmbeddingTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets how many questions the same-answer index holds; the oldest leave it first and are found by the very same call only.</summary>
    /// <value>The default is 100 000.</value>
    public int MaxIndexedQuestions { get; set; } = 100_000;

    /// <summary>Gets or sets how long a call waits for the same call of someone else before it asks the model itself.</summary>
    /// <value>The default is one minute.</value>
    public TimeSpan SingleFlightTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets whether refusals of the model ("I'm sorry, but I can't ...") are kept.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool CacheRefusals { get; set; }

    /// <summary>Gets or sets whether an answer without a finish reason is held incomplete.</summary>
    /// <value>
    /// The default is <see langword="false"/>: some clients do not give one. A client that has said "stop" once is held to it all the
    /// same, and so is a stream: <see cref="CacheStreamsWithoutFinishReason"/>.
    /// </value>
    public bool RequireFinishReason { get; set; }

    /// <summary>Gets or sets whether a stream that ends without a finish reason is kept, for clients and kernel services that never give one in streams.</summary>
    /// <value>
    /// The default is <see langword="false"/>: a stream that was cut off ends like one that is complete. A client that has ended a stream
    /// with "stop" once is held to it whatever is set here.
    /// </value>
    public bool CacheStreamsWithoutFinishReason { get; set; }

    /// <summary>Gets or sets what is done with a question for what is true at this moment ("what is the weather right now?").</summary>
    /// <value>The default is <see cref="SensitiveTurnHandling.Bypass"/>.</value>
    public SensitiveTurnHandling FreshnessHandling { get; set; }

    /// <summary>Gets or sets what is done with an instruction to act ("cancel my order") while tools that are not declared pure are offered. Without such tools nothing can be done, and the turn is a question like any other.</summary>
    /// <value>The default is <see cref="SensitiveTurnHandling.Bypass"/>.</value>
    public SensitiveTurnHandling ActionHandling { get; set; }

    /// <summary>Gets or sets what is done with a question for the asker's own data ("what is my balance?").</summary>
    /// <value>The default is <see cref="SensitiveTurnHandling.RequireUser"/>.</value>
    public SensitiveTurnHandling PersonalHandling { get; set; } = SensitiveTurnHandling.RequireUser;

    /// <summary>Gets or sets how long the answer to a sensitive turn is kept where its handling is <see cref="SensitiveTurnHandling.ExactOnly"/>.</summary>
    /// <value>The default is one minute.</value>
    public TimeSpan SensitiveExpiration { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets whether the texts of questions that are reported as missed hits are kept with the report.</summary>
    /// <value>The default is <see langword="false"/>: prompts are data; a report then holds hashes and figures only.</value>
    public bool KeepReportedTexts { get; set; }

    /// <summary>The part of these options that a <see cref="SameAnswerDecider"/> takes.</summary>
    public SameAnswerOptions ToSameAnswerOptions()
    {
        var taken = new SameAnswerOptions { SimilarityThreshold = SimilarityThreshold, Policy = SameAnswerPolicy, ErrorBudget = ErrorBudget };
        taken.EnabledGuards.ExceptWith(DisabledGuards);
        return taken;
    }
}
