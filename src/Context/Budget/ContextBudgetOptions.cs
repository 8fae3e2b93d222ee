using System.ComponentModel.DataAnnotations;

namespace Parsimony.Context;

/// <summary>How large a request may be, and what counts when something has to go.</summary>
public class ContextBudgetOptions
{
    internal const int DefaultContextWindow = 128_000;
    internal const int DefaultReplyReserve = 4_096;
    internal const double DefaultRelevanceWeight = 1.0;
    internal const double DefaultRecencyWeight = 0.5;
    internal const double DefaultRoleWeight = 0.05;
    internal const double DefaultSpecializationWeight = 0.3;
    internal const double DefaultMinimumPressureShare = 0.5;

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

    /// <summary>Gets or sets the weight of what an item has to do with the newest user message (BM25 with stemming, spread to its neighbours).</summary>
    /// <value>0 or more. The default is 1.</value>
    [Range(0, 1_000_000)]
    public double RelevanceWeight { get; set; } = DefaultRelevanceWeight;

    /// <summary>Gets or sets the weight of how recent an item is. Recency halves with every few items, so that it speaks for the last exchanges only.</summary>
    /// <value>0 or more. The default is 0.5.</value>
    [Range(0, 1_000_000)]
    public double RecencyWeight { get; set; } = DefaultRecencyWeight;

    /// <summary>Gets or sets the weight of who speaks: users before assistants, assistants before tools.</summary>
    /// <value>0 or more. The default is 0.05.</value>
    [Range(0, 1_000_000)]
    public double RoleWeight { get; set; } = DefaultRoleWeight;

    /// <summary>Gets or sets the weight of the keywords of an agent's specialisation.</summary>
    /// <value>0 or more. The default is 0.3.</value>
    [Range(0, 1_000_000)]
    public double SpecializationWeight { get; set; } = DefaultSpecializationWeight;

    /// <summary>Gets or sets the part of the budget that is left when memory pressure is at its highest.</summary>
    /// <value>
    /// From 0 (exclusive) to 1 (memory pressure changes nothing). The default is 0.5. From a pressure of 0.8 to one of 1 the budget shrinks
    /// linearly to this part. What must stay in a request is never refused because of memory pressure.
    /// </value>
    [Range(0.01, 1)]
    public double MinimumPressureShare { get; set; } = DefaultMinimumPressureShare;

    /// <summary>Gets or sets what is known of single agents, by the agent's name (<see cref="CallScope.Agent"/>).</summary>
    /// <value>Empty by default. Names are compared without regard to letter case.</value>
    public IDictionary<string, AgentSpecialization> Agents { get; set; } = new Dictionary<string, AgentSpecialization>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets context windows, in tokens, by the beginning of the model id. The longest beginning that fits wins.</summary>
    /// <value>Empty by default: every model has <see cref="ContextWindow"/>. Ids are compared without regard to letter case.</value>
    public IDictionary<string, int> Models { get; set; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
}
