using Microsoft.SemanticKernel;

namespace Parsimony.SemanticKernel;

/// <summary>
/// Stands around each function that a model calls: keeps the function's result, and with it the next round of the tool loop,
/// within the budget, and remembers that the function ran.
/// </summary>
public sealed class ParsimonyAutoFunctionInvocationFilter : IAutoFunctionInvocationFilter
{
    private readonly KernelEngine engine;
    private readonly ToolRounds rounds;

    internal ParsimonyAutoFunctionInvocationFilter(KernelEngine engine)
    {
        this.engine = engine;
        rounds = new ToolRounds(engine);
    }

    /// <inheritdoc/>
    public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var watch = ToolWatch.Current;
        await next(context).ConfigureAwait(false);
        try
        {
            var name = FunctionNames.OfTool(context.Function.PluginName, context.Function.Name);
            var call = new Microsoft.Extensions.AI.FunctionCallContent(context.ToolCallId ?? "", name, context.Arguments?.ToDictionary());
            rounds.Fit(context, call.CallId);
            watch?.Record(call, ToolResultText.Of(context.Result.GetValue<object>()));
        }
        catch (Exception e)
        {
            engine.Faults.Report("tools", e);
        }
    }
}
