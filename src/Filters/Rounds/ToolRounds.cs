using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace Parsimony.SemanticKernel;

/// <summary>Keeps the rounds of a tool loop that runs inside a connector within the budget, as each tool returns.</summary>
internal sealed class ToolRounds(KernelEngine engine)
{
    public void Fit(AutoFunctionInvocationContext context, string callId)
    {
        var isClassic = IsClassic(context);

        // A decorated chat service's copy of the history fits itself.
        if (engine.Fitter is null || (isClassic && context.ChatHistory is LiveHistory) || ToolResultText.Of(context.Result.GetValue<object>()) is not { } text)
        {
            return;
        }

        var scope = ToolWatch.Current?.Scope ?? AmbientScope.Current.Over(KernelScope.Of(context.Kernel));
        var fitted = isClassic
            ? HistoryRound.Fit(context, engine, callId, text, scope)
            : engine.Messages.Fit(context, callId, text, scope);
        if (!ReferenceEquals(fitted, text))
        {
            context.Result = new FunctionResult(context.Result, fitted);
        }
    }

    // The loop of the chat clients runs its functions with this very list; the loop of the older connectors knows it not.
    private static bool IsClassic(AutoFunctionInvocationContext context) =>
        !ReferenceEquals(FunctionInvokingChatClient.CurrentContext?.Messages, context.Messages);
}
