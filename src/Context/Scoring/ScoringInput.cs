namespace Parsimony.Context;

/// <summary>What the scores of a request's items are computed from.</summary>
/// <param name="Items">The items that may be cut, in the order of the request.</param>
/// <param name="Queries">The newest user message and those before it, newest first.</param>
/// <param name="Agent">What is known of the agent, if anything.</param>
internal sealed record ScoringInput(IReadOnlyList<ScoredItem> Items, IReadOnlyList<string> Queries, AgentSpecialization? Agent);
