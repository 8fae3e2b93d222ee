using System.ComponentModel.DataAnnotations;

namespace Parsimony.Context;

/// <summary>How large a request may be, and what counts when something has to go.</summary>
public class ContextBudgetOptions
{
    internal const int DefaultContextWindow = 128_000;
    internal const int DefaultReplyReserve = 4_096;
    internal const double DefaultRelevanceWeight = 1.0;
    internal const double DefaultSimilarityWeight = 1.0;
    internal const double DefaultRecencyWeight = 2.0;
    internal const double DefaultNameWeight = 1.0;
    internal const double DefaultRoleWeight = 0.1;
    internal const double DefaultSpecializationWeight = 1.0;
    internal const double DefaultImportanceWeight = 6.0;
    internal const double DefaultSizeWeight = 1.0;
    internal const double DefaultMinimumPressureShare = 0.5;
    internal const ContextMode DefaultMode = ContextMode.Relevance;
    internal const double DefaultHighWatermark = 0.85;
    internal const double DefaultLowWatermark = 0.4;
    internal const bool DefaultEnableCompaction = true;

    /// <summary>Gets or sets the context window of models that <see cref="Models"/> does not name.</summary>
    /// <value>In tokens. The default is 128,000.</value>
    [Range(1, int.MaxValue)]
    public int ContextWindow { get; set; } = DefaultContextWindow;

    /// <summary>Gets or sets the part of the window that is kept free for the reply.</summary>
    /// <value>In tokens. The default is 4,096. <see cref="Microsoft.Extensions.AI.ChatOptions.MaxOutputTokens"/> of a call wins where it is set.</value>
    [Range(0, int.MaxValue)]
    public int ReplyReserve { get; set; } = DefaultReplyReserve;

    /// <summary>Gets or sets the most prompt tokens that a request may have, tools included, however large the window is: what an app is willing to spend.</summary>
    /// <value>In tokens. The default is <see langword="null"/>: no cap but the window.</value>
    [Range(1, int.MaxValue)]
    public int? MaxContextTokens { get; set; }

    /// <summary>Gets or sets the most tokens one tool result may have. A longer one is shortened to its best passages, and marked, in every request.</summary>
    /// <value>In tokens. The default is <see langword="null"/>: a tool result is shortened only where the request does not fit with it.</value>
    [Range(1, int.MaxValue)]
    public int? ToolResultMaxTokens { get; set; }

    /// <summary>Gets or sets the weight of what an item has to do with the newest user message, its neighbours included.</summary>
    /// <value>0 or more, for one standard deviation among the request's items. The default is 1.</value>
    [Range(0, 1_000_000)]
    public double RelevanceWeight { get; set; } = DefaultRelevanceWeight;

    /// <summary>Gets or sets what meaning (the cosine of embeddings) counts in the relevance, beside the words' 1.</summary>
    /// <value>0 or more; 0 leaves meaning out. The default is 1. It has no effect without embeddings.</value>
    [Range(0, 1_000_000)]
    public double SimilarityWeight { get; set; } = DefaultSimilarityWeight;

    /// <summary>Gets or sets how long a generator of embeddings outside this process may take for one request; after that its words alone decide.</summary>
    /// <value>The default is two seconds. The local model is not timed.</value>
    public TimeSpan EmbeddingTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets the weight of how recent an item is; recency is 1 for the newest and halves with every two items.</summary>
    /// <value>0 or more. The default is 2.</value>
    [Range(0, 1_000_000)]
    public double RecencyWeight { get; set; } = DefaultRecencyWeight;

    /// <summary>Gets or sets what an item gains whose speaker is named in the newest user message: by author's name, or in front of the text (<c>Ann: ...</c>).</summary>
    /// <value>0 or more. The default is 1.</value>
    [Range(0, 1_000_000)]
    public double NameWeight { get; set; } = DefaultNameWeight;

    /// <summary>Gets or sets the weight of who speaks: 1 for users, 0.5 for assistants, 0.25 for tools.</summary>
    /// <value>0 or more. The default is 0.1.</value>
    [Range(0, 1_000_000)]
    public double RoleWeight { get; set; } = DefaultRoleWeight;

    /// <summary>Gets or sets the weight of the keywords of an agent's specialisation: 0.5 for one, 0.75 for two, and so on.</summary>
    /// <value>0 or more. The default is 1.</value>
    [Range(0, 1_000_000)]
    public double SpecializationWeight { get; set; } = DefaultSpecializationWeight;

    /// <summary>Gets or sets the weight of the importance that the app gives a message (<see cref="ContextImportance"/>).</summary>
    /// <value>
    /// 0 or more. A message of importance 1 gains so much, one of 0 loses it, and one of 0.5 or without importance does neither. The default
    /// is 6, which outweighs all but the best hits of a long conversation.
    /// </value>
    [Range(0, 1_000_000)]
    public double ImportanceWeight { get; set; } = DefaultImportanceWeight;

    /// <summary>Gets or sets the importance below which a message that the app marked (<see cref="ContextImportance"/>) goes before all others.</summary>
    /// <value>0 to 1. The default is <see langword="null"/>: importance is one part of the score among others.</value>
    [Range(0.0, 1.0)]
    public double? ImportanceThreshold { get; set; }

    /// <summary>Gets or sets how much size takes off a score: what is far larger than the other items has to be worth more.</summary>
    /// <value>0 or more. The default is 1.</value>
    [Range(0, 1_000_000)]
    public double SizeWeight { get; set; } = DefaultSizeWeight;

    /// <summary>Gets or sets the part of the budget that is left when memory pressure is at its highest.</summary>
    /// <value>
    /// From 0 (exclusive) to 1 (memory pressure changes nothing). The default is 0.5. From a pressure of 0.8 to one of 1 the budget shrinks
    /// linearly to this part. What must stay in a request is never refused because of memory pressure.
    /// </value>
    [Range(0.01, 1)]
    public double MinimumPressureShare { get; set; } = DefaultMinimumPressureShare;

    /// <summary>Gets or sets what a fitter looks at first when something has to go.</summary>
    /// <value>The default is <see cref="ContextMode.Relevance"/>. <see cref="ContextMode.StablePrefix"/> serves providers that charge less for a beginning they saw before.</value>
    [EnumDataType(typeof(ContextMode))]
    public ContextMode Mode { get; set; } = DefaultMode;

    /// <summary>Gets or sets how large history may grow before it is cut, where <see cref="Mode"/> is <see cref="ContextMode.StablePrefix"/>. What is left above it is for quotes of old turns and for documents.</summary>
    /// <value>A share of what the budget leaves beside tools and system messages: above <see cref="LowWatermark"/>, at most 1. The default is 0.85.</value>
    [Range(0.01, 1)]
    public double HighWatermark { get; set; } = DefaultHighWatermark;

    /// <summary>Gets or sets how far history is cut once it has passed <see cref="HighWatermark"/>. The lower, the more seldom the beginning of the requests changes.</summary>
    /// <value>A share as above, 0 or more. The default is 0.4.</value>
    [Range(0, 1)]
    public double LowWatermark { get; set; } = DefaultLowWatermark;

    /// <summary>Gets or sets what is known of single agents, by the agent's name (<see cref="CallScope.Agent"/>).</summary>
    /// <value>Empty by default. Names are compared without regard to letter case.</value>
    public IDictionary<string, AgentSpecialization> Agents { get; set; } = new Dictionary<string, AgentSpecialization>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets context windows, in tokens, by the beginning of the model id. The longest beginning that fits wins.</summary>
    /// <value>Empty by default: every model has <see cref="ContextWindow"/>. Ids are compared without regard to letter case.</value>
    public IDictionary<string, int> Models { get; set; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets a value indicating whether tool results, documents and memory notes are written shorter before any of them is left out.</summary>
    /// <value>
    /// The default is <see langword="true"/>. What is left out is marked in the text; messages of users and systems are never rewritten.
    /// Without it, the tool results of the running turn are still cut to their best passages where the request cannot be sent otherwise.
    /// </value>
    public bool EnableCompaction { get; set; } = DefaultEnableCompaction;

    /// <summary>Gets the ways of compaction that are not gone, by the names in <see cref="ContextCompactors"/>.</summary>
    /// <value>Empty by default: all of them are. Names are compared without regard to letter case.</value>
    public ISet<string> DisabledCompactors { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}
