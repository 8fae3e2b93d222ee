using Microsoft.SemanticKernel;

namespace Parsimony.SemanticKernel;

/// <summary>
/// Stands around each function: it tells the render filter which invocation it is in, keeps the answer of a prompt that the cache
/// could not answer, and gives the throttle's leave back. Streamed calls pass; their decorated services do this work.
/// </summary>
public sealed class ParsimonyFunctionInvocationFilter : IFunctionInvocationFilter
{
    private readonly KernelEngine engine;

    internal ParsimonyFunctionInvocationFilter(KernelEngine engine) => this.engine = engine;

    /// <inheritdoc/>
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.IsStreaming)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var flow = new FunctionFlow(context.Function, context.Arguments);
        flow.Enter();
        try
        {
            using (flow.Tools.Enter())
            {
                await next(context).ConfigureAwait(false);
            }
        }
        finally
        {
            flow.Lease?.Dispose();
        }

        if (flow.Miss is { } plan && engine.Cache is { } cache)
        {
            try
            {
                if (FunctionResultTranslation.ToResponse(context.Result, flow.Tools) is { } response)
                {
                    await cache.StoreAsync(plan, response, cancellationToken: context.CancellationToken).ConfigureAwait(false);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                engine.Faults.Report("store", e);
            }
        }
    }
}
