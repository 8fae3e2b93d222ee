using Microsoft.Extensions.AI;
using Parsimony.Caching;
using Parsimony.Context;

namespace Parsimony;

/// <summary>
/// All settings of Parsimony. They come, weakest first, from their defaults, from the configuration file or section, from the environment
/// variables (<see cref="ParsimonyVariables"/>) and from code.
/// </summary>
public sealed class ParsimonyOptions
{
    /// <summary>Gets or sets the name of the environment, shown in status, reports and alerts (<c>environment</c>).</summary>
    /// <value>The default is <see langword="null"/>: not said.</value>
    public string? Environment { get; set; }

    /// <summary>Gets or sets whether answers are cached (<c>enableCache</c>).</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool EnableCache { get; set; } = true;

    /// <summary>Gets or sets whether requests are fitted to their budget (<c>enableBudget</c>).</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool EnableBudget { get; set; } = true;

    /// <summary>Gets or sets whether agents are throttled (<c>enableThrottle</c>).</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool EnableThrottle { get; set; } = true;

    /// <summary>Gets or sets whether a host watches health and tidies up in the background (<c>enableMonitoring</c>).</summary>
    /// <value>The default is <see langword="true"/>. Without a host nothing runs in the background; asking for status or health works all the same.</value>
    public bool EnableMonitoring { get; set; } = true;

    /// <summary>Gets the budgets of requests (<c>contextFilter</c>).</summary>
    public ContextBudgetOptions Context { get; } = new();

    /// <summary>Gets the settings of the response cache (<c>cache</c>).</summary>
    public ResponseCacheOptions Cache { get; } = new();

    /// <summary>Gets when the process is short of memory (<c>memory</c>).</summary>
    public MemoryOptions Memory { get; } = new();

    /// <summary>Gets the limits of agents (<c>throttle</c>).</summary>
    public ThrottleOptions Throttle { get; } = new();

    /// <summary>Gets how often health is looked at (<c>monitoring</c>).</summary>
    public MonitoringOptions Monitoring { get; } = new();

    /// <summary>Gets who is told when something is wrong (<c>monitoring</c>).</summary>
    public AlertOptions Alerts { get; } = new();

    /// <summary>Gets or sets a folder of Markdown files that say what agents are for (<c>contextFilter.agentsFolder</c>). See docs/context.md.</summary>
    /// <value>
    /// A path, relative to the current directory. The default is <see langword="null"/>: none. What code or a configuration says of an agent
    /// in <see cref="ContextBudgetOptions.Agents"/> wins over its file.
    /// </value>
    public string? AgentsFolder { get; set; }

    /// <summary>Gets or sets whether the app's own generator of embeddings serves the same-answer search (<c>cache.useRegisteredEmbeddingGenerator</c>).</summary>
    /// <value>The default is <see langword="false"/>: such a generator may cost money and send text away. The local model serves it.</value>
    public bool UseRegisteredEmbeddingGenerator { get; set; }

    /// <summary>Gets or sets what makes the generator of embeddings for the same-answer search. It wins over <see cref="UseRegisteredEmbeddingGenerator"/>. It finds candidates; the judge still decides.</summary>
    /// <value>The default is <see langword="null"/>: the local model, <see cref="Parsimony.Embeddings.LocalEmbeddingGenerator"/>.</value>
    public Func<IServiceProvider, IEmbeddingGenerator<string, Embedding<float>>>? EmbeddingGenerator { get; set; }

    /// <summary>Gets or sets whether the app's own generator of embeddings scores contexts (<c>contextFilter.useRegisteredEmbeddingGenerator</c>).</summary>
    /// <value>
    /// The default is <see langword="false"/>: the local model scores them, at no cost. With an own generator every text of a request that is
    /// over its budget is sent to it once. A kernel's filters do not wait for it; they use what is known already.
    /// </value>
    public bool UseRegisteredEmbeddingGeneratorForContext { get; set; }

    /// <summary>Gets or sets what makes the generator of embeddings that contexts are scored with. It wins over <see cref="UseRegisteredEmbeddingGeneratorForContext"/>.</summary>
    /// <value>The default is <see langword="null"/>: the local model, <see cref="Parsimony.Embeddings.LocalEmbeddingGenerator"/>.</value>
    public Func<IServiceProvider, IEmbeddingGenerator<string, Embedding<float>>>? ContextEmbeddingGenerator { get; set; }

    /// <summary>Gets or sets whether the app's <see cref="Microsoft.Extensions.Caching.Distributed.IDistributedCache"/> takes the place of the disk tiers (<c>cache.useRegisteredDistributedCache</c>).</summary>
    /// <value>The default is <see langword="false"/>: what an app registers for its web sessions need not be meant for answers.</value>
    public bool UseRegisteredDistributedCache { get; set; }

    /// <summary>Gets or sets <c>cache.persistToDisk</c>; null where the configuration does not say.</summary>
    internal bool? PersistToDisk { get; set; }

    /// <summary>Gets or sets <c>contextFilter.enableSpecializationFiltering</c>; null where the configuration does not say.</summary>
    internal bool? EnableSpecialization { get; set; }

    /// <summary>Gets what was wrong with a configuration before it could become a value.</summary>
    internal List<ConfigurationError> LoadErrors { get; } = [];

    /// <summary>Gets what is allowed but does nothing.</summary>
    internal List<string> LoadWarnings { get; } = [];
}
