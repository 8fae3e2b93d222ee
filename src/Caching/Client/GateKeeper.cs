namespace Parsimony.Caching;

/// <summary>Asks the gate for leave. Its refusal is the caller's to see; its own faults are not.</summary>
internal sealed class GateKeeper(IAgentGate? gate, FailOpen failOpen)
{
    private const string Feature = "cache.gate";

    public async ValueTask<IDisposable?> EnterAsync(CallScope scope, CancellationToken cancellationToken)
    {
        if (gate is null)
        {
            return null;
        }

        try
        {
            return new Lease(await gate.EnterAsync(scope, cancellationToken).ConfigureAwait(false), failOpen);
        }
        catch (Exception e) when (e is not AgentThrottledException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            failOpen.Report(Feature, e);
            return null;
        }
    }

    private sealed class Lease(IDisposable inner, FailOpen failOpen) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                inner.Dispose();
            }
            catch (Exception e)
            {
                failOpen.Report(Feature, e);
            }
        }
    }
}
