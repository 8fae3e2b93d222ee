using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Parsimony.Caching;

/// <summary>
/// The outer client of a pipeline: admits the caller, answers from the cache what the cache knows, lets equal calls share one
/// model call, and keeps complete answers. Streaming and non-streaming calls share entries. Place it outside the tool loop.
/// </summary>
public sealed class ParsimonyChatClient : DelegatingChatClient
{
    /// <summary>Creates the client.</summary>
    /// <param name="innerClient">The client that answers what the cache does not.</param>
    /// <param name="cache">The cache; <see langword="null"/> to use none. It is not disposed with the client.</param>
    /// <param name="gate">Admits callers; <see langword="null"/> to admit all.</param>
    /// <param name="logger">Where faults are logged, once each kind.</param>
    public ParsimonyChatClient(IChatClient innerClient, ResponseCache? cache, IAgentGate? gate = null, ILogger<ParsimonyChatClient>? logger = null)
        : base(innerClient) => throw new NotSupportedException();
}
