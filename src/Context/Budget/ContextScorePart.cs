namespace Parsimony.Context;

/// <summary>The parts of an item's score, each of which has a weight.</summary>
public enum ContextScorePart
{
    /// <summary>What the item has to do with the newest user message, by words and by meaning, its neighbours included.</summary>
    Relevance,

    /// <summary>The share that meaning (the embeddings) has in the relevance, beside the words' 1.</summary>
    Similarity,

    /// <summary>How near to the end it stands.</summary>
    Recency,

    /// <summary>The speaker is named in the newest user message.</summary>
    Name,

    /// <summary>Who speaks: users before assistants, assistants before tools.</summary>
    Role,

    /// <summary>The agent's keywords.</summary>
    Specialization,

    /// <summary>What the app says of its importance.</summary>
    Importance,

    /// <summary>How much room it takes.</summary>
    Size,
}
