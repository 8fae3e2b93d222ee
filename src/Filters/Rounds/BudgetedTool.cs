using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace Parsimony.SemanticKernel;

/// <summary>
/// A tool in a chat client's loop that no kernel filter watches: a direct call with plain options. It keeps the next round within
/// the budget as the filter would.
/// </summary>
internal sealed class BudgetedTool(AIFunction function, KernelEngine engine) : DelegatingAIFunction(function)
{
    /// <summary>The options with such tools in place of the caller's; the options themselves where there is none to replace.</summary>
    /// <remarks>A kernel's own functions stay as they are: its loop takes no other type for them, and its filters watch them.</remarks>
    public static ChatOptions? Replace(ChatOptions? options, KernelEngine engine)
    {
        if (engine.Fitter is null || options?.Tools?.Any(IsReplaced) != true)
        {
            return options;
        }

        var clone = options.Clone();
        clone.Tools = [.. options.Tools.Select(tool => IsReplaced(tool) ? new BudgetedTool((AIFunction)tool, engine) : tool)];
        return clone;
    }

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var scope = ToolWatch.Current?.Scope ?? CallScope.Current;
        var result = await base.InvokeCoreAsync(arguments, cancellationToken).ConfigureAwait(false);
        try
        {
            if (FunctionInvokingChatClient.CurrentContext is not { } context || ToolResultText.Of(result) is not { } text)
            {
                return result;
            }

            var fitted = engine.Messages.Fit(context, context.CallContent.CallId, text, scope);
            return ReferenceEquals(fitted, text) ? result : fitted;
        }
        catch (Exception e)
        {
            engine.Faults.Report("tools", e);
            return result;
        }
    }

    private static bool IsReplaced(AITool tool) => tool is AIFunction and not (KernelFunction or BudgetedTool);
}
