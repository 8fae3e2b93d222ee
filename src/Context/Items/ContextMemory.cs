using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>
/// Marks messages that are memory notes: what an app has kept about a user or a task. Notes are kept or cut one by one, like documents
/// (<see cref="ContextDocument"/>), and are a kind of their own for <see cref="AgentSpecialization.RequiredKinds"/>.
/// </summary>
public static class ContextMemory
{
    /// <summary>The author's name that a memory note carries.</summary>
    public const string AuthorName = "memory";

    /// <summary>The value under <see cref="ContextDocument.KindPropertyName"/> that marks a memory note.</summary>
    public const string MemoryKind = "memory";

    /// <summary>Makes a memory note.</summary>
    /// <param name="text">The text, as the model shall read it.</param>
    /// <param name="id">The app's id of the note, if it has one; it is not sent to the model.</param>
    /// <returns>A message in the role of the user with the author's name <see cref="AuthorName"/>.</returns>
    public static ChatMessage Create(string text, string? id = null)
    {
        var message = ContextDocument.Create(text, id);
        message.AuthorName = AuthorName;
        message.AdditionalProperties![ContextDocument.KindPropertyName] = MemoryKind;
        return message;
    }

    /// <summary>Says whether a message is a memory note: marked as one, or a user message whose author's name is <see cref="AuthorName"/>.</summary>
    /// <param name="message">The message.</param>
    /// <returns><see langword="true"/> for a memory note.</returns>
    public static bool IsMemory(ChatMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.AdditionalProperties?.TryGetValue(ContextDocument.KindPropertyName, out var kind) == true && kind is string name
            ? name == MemoryKind
            : message.Role == ChatRole.User && message.AuthorName == AuthorName;
    }
}
