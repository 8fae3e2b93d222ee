using Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>What tells a registered service from its kind, and whether the container would have disposed it.</summary>
/// <param name="Name">Its key among several services of its type; null where it is the only one and its model id says enough.</param>
/// <param name="IsOwned">Whether it is to be disposed with its decorator.</param>
internal sealed record ServiceIdentity(string? Name, bool IsOwned)
{
    /// <summary>The property that holds <see cref="Name"/> on the way through the engine. The model never sees it.</summary>
    public const string PropertyName = "kernel.service";

    /// <summary>Two services may answer differently though their model ids are equal or not known: the name is part of the key.</summary>
    public void AddTo(ChatOptions options)
    {
        if (Name is not null)
        {
            (options.AdditionalProperties ??= [])[PropertyName] = Name;
        }
    }
}
