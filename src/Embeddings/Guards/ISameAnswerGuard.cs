namespace Parsimony.Embeddings;

/// <summary>
/// Looks at the raw text of two questions for a difference that no similarity may overrule. A guard fails closed: where it
/// cannot tell, it refuses. It is symmetric, stateless and safe for many threads.
/// </summary>
public interface ISameAnswerGuard
{
    /// <summary>Gets the name under which refusals are counted, in lower case.</summary>
    string Name { get; }

    /// <summary>Whether one answer must not serve both questions.</summary>
    /// <param name="left">One question.</param>
    /// <param name="right">The other.</param>
    bool Refuses(string left, string right);
}
