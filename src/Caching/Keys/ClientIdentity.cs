using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>
/// What tells the clients over one cache apart, the same in every process: provider and address, and, where nobody names a model, the
/// type of the innermost client. Equal model ids say little: two servers may both call their model "default".
/// </summary>
/// <param name="Provider">The provider's name, as the client's metadata has it.</param>
/// <param name="Address">The provider's address.</param>
/// <param name="Model">The client's default model.</param>
/// <param name="Type">The full name of the client's type.</param>
internal sealed record ClientIdentity(string? Provider, string? Address, string? Model, string Type)
{
    public static ClientIdentity Of(IChatClient client)
    {
        var metadata = client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata;
        var type = Innermost(client).GetType();
        return new(metadata?.ProviderName, metadata?.ProviderUri?.OriginalString, metadata?.DefaultModelId, type.FullName ?? type.Name);
    }

    /// <summary>Writes the identity. Something is written always: the answers of a client that says nothing about itself are not the app's own.</summary>
    public void Write(KeyWriter writer, string? model)
    {
        writer.Mark(KeyField.Client);
        writer.Optional(KeyField.Provider, Provider);
        writer.Optional(KeyField.Address, Address);
        writer.Optional(KeyField.ClientType, model is null ? Type : null);
    }

    private static IChatClient Innermost(IChatClient client)
    {
        while (client is DelegatingChatClient outer)
        {
            client = InnerOf(outer);
        }

        return client;
    }

    // Wrappers come and go with an app's pipeline; only those who derive from them may ask for what they wrap.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_InnerClient")]
    private static extern IChatClient InnerOf(DelegatingChatClient client);
}
