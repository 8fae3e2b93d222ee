using Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>A chat client with the cache, the throttle and the budget in front of it. Its own services and metadata show through.</summary>
internal sealed class DecoratedChatClient : IChatClient, IBindableService
{
    private readonly IChatClient inner;
    private readonly IChatClient pipeline;
    private readonly KernelEngine engine;
    private readonly ServiceIdentity identity;
    private readonly CallBinding? binding;

    public DecoratedChatClient(IChatClient inner, KernelEngine engine, ServiceIdentity identity)
    {
        this.inner = inner;
        this.engine = engine;
        this.identity = identity;
        pipeline = engine.BuildPipeline(new SendingChatClient(inner, engine), fits: true);
    }

    private DecoratedChatClient(DecoratedChatClient client, CallBinding binding)
    {
        inner = client.inner;
        engine = client.engine;
        identity = client.identity;
        pipeline = client.pipeline;
        this.binding = binding;
    }

    public object Bind(CallBinding binding) => new DecoratedChatClient(this, binding);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        return Scoped(list, options) is { } scoped
            ? pipeline.GetResponseAsync(list, scoped, cancellationToken)
            : inner.GetResponseAsync(list, options, cancellationToken);
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        return Scoped(list, options) is { } scoped
            ? pipeline.GetStreamingResponseAsync(list, scoped, cancellationToken)
            : inner.GetStreamingResponseAsync(list, options, cancellationToken);
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : inner.GetService(serviceType, serviceKey);
    }

    public void Dispose()
    {
        if (identity.IsOwned && binding is null)
        {
            inner.Dispose();
        }
    }

    // Null after a fault of ours: a call whose tenant is not known must not be answered from the cache, nor be kept in it.
    // A clone: the caller's options are the caller's. The kernel's own type of options must survive, and so does with Clone().
    private ChatOptions? Scoped(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        try
        {
            var kernel = KernelScope.Of(binding?.Kernel, binding?.Function, binding?.Arguments, KernelScope.AuthorOfInstructions(messages));
            var said = options.AttachedCallScope() ?? CallScope.Empty;
            var scope = said.Over(AmbientScope.Current.Over(kernel));
            scope = scope with { Model = options?.ModelId ?? said.Model ?? inner.GetService<ChatClientMetadata>()?.DefaultModelId ?? scope.Model };
            var scoped = (options?.Clone() ?? new ChatOptions()).WithCallScope(scope);
            identity.AddTo(scoped);
            return scoped;
        }
        catch (Exception e)
        {
            engine.Faults.Report("scope", e);
            return null;
        }
    }
}
