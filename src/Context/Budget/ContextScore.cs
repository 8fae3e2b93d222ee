namespace Parsimony.Context;

/// <summary>An item's score by part. Each part is weighted already; the parts add up to <see cref="Total"/>.</summary>
/// <param name="Relevance">What it has to do with the newest user message.</param>
/// <param name="Recency">How near to the end it stands.</param>
/// <param name="Role">Who speaks.</param>
/// <param name="Specialization">How much of the agent's field it holds.</param>
public readonly record struct ContextScore(double Relevance, double Recency, double Role, double Specialization)
{
    /// <summary>Gets the sum of the parts.</summary>
    public double Total => Relevance + Recency + Role + Specialization;
}
