namespace Parsimony;

/// <summary>Admits everybody: the gate of an app that has switched throttling off.</summary>
internal sealed class OpenGate : IAgentGate, IDisposable
{
    public static readonly OpenGate Instance = new();

    public ValueTask<IDisposable> EnterAsync(CallScope scope, CancellationToken cancellationToken) => new(this);

    public void Dispose()
    {
    }
}
