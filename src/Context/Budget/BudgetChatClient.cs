using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Parsimony.Context;

/// <summary>
/// Fits every request to its budget before the inner client sees it. It belongs below function invocation, so that each request of a
/// tool loop is fitted. The messages are fitted in a copy; options pass through as they are.
/// </summary>
/// <remarks>A fault in the fitting never stops a call: it goes on unfitted. Only <see cref="ContextBudgetException"/> is thrown.</remarks>
public sealed class BudgetChatClient : DelegatingChatClient
{
    /// <summary>Initializes a new instance of the <see cref="BudgetChatClient"/> class.</summary>
    /// <param name="innerClient">The client to send fitted requests to.</param>
    /// <param name="fitter">Fits the requests.</param>
    /// <param name="logger">Where a fault in the fitting is noted; nowhere by default.</param>
    public BudgetChatClient(IChatClient innerClient, ContextFitter fitter, ILogger<BudgetChatClient>? logger = null)
        : base(innerClient)
    {
    }
}
