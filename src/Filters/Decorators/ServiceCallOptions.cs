using Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>The options of a service's call, with the call itself. A clone keeps it, so it reaches the end of any pipeline.</summary>
internal sealed class ServiceCallOptions : ChatOptions
{
    public ServiceCallOptions(ChatOptions options, ServiceCall call)
        : base(options)
    {
        Call = call;
    }

    public ServiceCall Call { get; }

    public static ServiceCall CallOf(ChatOptions? options) =>
        (options as ServiceCallOptions)?.Call ?? throw new InvalidOperationException("The options of a kernel's call were replaced on their way.");

    public override ChatOptions Clone() => new ServiceCallOptions(this, Call);
}
