using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;

namespace Parsimony.SemanticKernel;

/// <summary>What the decorators of Semantic Kernel's services share: the service's attributes, its disposal, and how a call begins.</summary>
internal abstract class DecoratedService(IAIService inner, KernelEngine engine, ServiceIdentity identity, CallBinding? binding) : IAIService, IDisposable, IAsyncDisposable
{
    public IReadOnlyDictionary<string, object?> Attributes => inner.Attributes;

    protected KernelEngine Engine => engine;

    protected ServiceIdentity Identity => identity;

    protected string? ModelId => inner.GetModelId();

    // The container disposes what it made, and it made the decorator only.
    public void Dispose()
    {
        if (identity.IsOwned && binding is null)
        {
            (inner as IDisposable)?.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (identity.IsOwned && binding is null && inner is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync().ConfigureAwait(false);
            return;
        }

        Dispose();
    }

    /// <summary>Translates a call for the engine; null after a fault of ours, and the service is then asked as if we were not there.</summary>
    protected ServiceCall? Begin(ChatHistory history, PromptExecutionSettings? settings, Kernel? kernel, AmbientScope ambient, bool showsTools)
    {
        try
        {
            var scope = ambient.Over(KernelScope.Of(kernel ?? binding?.Kernel, binding?.Function, binding?.Arguments, KernelScope.AuthorOfInstructions(history)));
            scope = scope with { Model = settings?.ModelId ?? ModelId ?? scope.Model };
            var options = SettingsTranslation.ToChatOptions(settings, kernel);
            options.ModelId = scope.Model;
            identity.AddTo(options);
            if (!showsTools && !engine.UseFilters && options.Tools is { Count: > 0 })
            {
                // Nobody will tell whether a tool ran.
                options.RawRepresentationFactory = static _ => null;
            }

            return new ServiceCall(history, settings, kernel, options, scope);
        }
        catch (Exception e)
        {
            engine.Faults.Report("translation", e);
            return null;
        }
    }
}
