using System.Globalization;

namespace Parsimony.Context;

/// <summary>
/// The part of a request that must stay (system and developer messages, the newest user message, the newest tool call) is larger than
/// the budget. Nothing was sent to the model.
/// </summary>
public sealed class ContextBudgetException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="ContextBudgetException"/> class.</summary>
    /// <param name="requiredTokens">The tokens that cannot be left out, the priming of the reply included.</param>
    /// <param name="availableTokens">The tokens there are.</param>
    /// <param name="advice">What takes how much, and what to cut or to raise. It never quotes a message.</param>
    public ContextBudgetException(int requiredTokens, int availableTokens, string advice)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"The request needs at least {requiredTokens} tokens but {availableTokens} are available: {requiredTokens - availableTokens} too many. {advice}"))
    {
        RequiredTokens = requiredTokens;
        AvailableTokens = availableTokens;
    }

    /// <summary>Gets the tokens that cannot be left out, the priming of the reply included.</summary>
    public int RequiredTokens { get; }

    /// <summary>Gets the tokens that messages may take.</summary>
    public int AvailableTokens { get; }

    /// <summary>Gets by how many tokens the request is too large.</summary>
    public int ExcessTokens => RequiredTokens - AvailableTokens;
}
