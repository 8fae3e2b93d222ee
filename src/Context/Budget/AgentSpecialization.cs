using System.ComponentModel.DataAnnotations;

namespace Parsimony.Context;

/// <summary>What an agent is for: it says which parts of a context matter to it.</summary>
public class AgentSpecialization
{
    /// <summary>Gets or sets words and phrases of the agent's field. An item scores higher for each different one that it holds, inflected or not.</summary>
    /// <value>Empty by default.</value>
    public IList<string> Keywords { get; set; } = [];

    /// <summary>Gets or sets kinds of items that stay before all others, as far as they fit.</summary>
    /// <value>Empty by default. System messages and the newest user message stay in any case.</value>
    public IList<ContextItemKind> RequiredKinds { get; set; } = [];

    /// <summary>Gets or sets kinds of items that go before all others.</summary>
    /// <value>Empty by default. What must stay stays, whatever its kind.</value>
    public IList<ContextItemKind> ExcludedKinds { get; set; } = [];

    /// <summary>Gets or sets the weights of this agent's own, by part of the score. A part that is not named has the weight of the options.</summary>
    /// <value>Empty by default. Each weight is 0 or more.</value>
    public IDictionary<ContextScorePart, double> Weights { get; set; } = new Dictionary<ContextScorePart, double>();

    /// <summary>Gets or sets the most prompt tokens that a request of this agent may have, tools included.</summary>
    /// <value>In tokens. The default is <see langword="null"/>: no cap of its own. The smallest cap counts.</value>
    [Range(1, int.MaxValue)]
    public int? MaxContextTokens { get; set; }
}
