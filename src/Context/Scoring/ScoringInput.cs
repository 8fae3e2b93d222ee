namespace Parsimony.Context;

/// <summary>What the scores of a request's items are computed from. All lists run parallel to the scored items, in the order of the request.</summary>
/// <param name="Items">The items that may be cut.</param>
/// <param name="Vectors">The terms of each item's texts.</param>
/// <param name="IsUser">Whether a user speaks.</param>
/// <param name="Queries">The newest user message and those before it, newest first.</param>
/// <param name="Specialization">What is known of the agent, if anything.</param>
internal sealed record ScoringInput(
    IReadOnlyList<ContextItem> Items,
    IReadOnlyList<IReadOnlyList<TermVector>> Vectors,
    IReadOnlyList<bool> IsUser,
    IReadOnlyList<string> Queries,
    AgentSpecialization? Specialization);
