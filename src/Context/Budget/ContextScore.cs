namespace Parsimony.Context;

/// <summary>
/// An item's score by part. Each part is weighted already; the parts add up to <see cref="Total"/>. The unit is one standard deviation of
/// the relevance of the request's items.
/// </summary>
/// <param name="Words">Relevance to the newest user message by its words: BM25 with stems and, with a model, with words of similar meaning.</param>
/// <param name="Similarity">Relevance by meaning: the cosine of the embeddings.</param>
/// <param name="Neighbours">Relevance that its neighbours give it.</param>
/// <param name="Recency">How near to the end it stands.</param>
/// <param name="Name">The speaker is named in the newest user message.</param>
/// <param name="Role">Who speaks.</param>
/// <param name="Specialization">How much of the agent's field it holds.</param>
/// <param name="Importance">What the app says of its importance.</param>
/// <param name="Size">0 or less: how much room it takes beside the others.</param>
public readonly record struct ContextScore(
    double Words, double Similarity, double Neighbours, double Recency, double Name, double Role, double Specialization, double Importance, double Size)
{
    /// <summary>Gets what it has to do with the newest user message: <see cref="Words"/>, <see cref="Similarity"/> and <see cref="Neighbours"/>.</summary>
    public double Relevance => Words + Similarity + Neighbours;

    /// <summary>Gets the sum of the parts: the logarithm of the item's value for each of its tokens, up to a constant.</summary>
    public double Total => Relevance + Recency + Name + Role + Specialization + Importance + Size;
}
