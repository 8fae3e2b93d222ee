using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>
/// Marks messages that are documents: retrieved passages, articles. Documents are kept or cut one by one, are never taken for
/// the user's question, and are not worth more for standing near the end.
/// </summary>
public static class ContextDocument
{
    /// <summary>The author's name that a document without an id carries.</summary>
    public const string DefaultAuthorName = "document";

    /// <summary>The key in <see cref="ChatMessage.AdditionalProperties"/> that holds the kind of a message. It never reaches the model.</summary>
    public const string KindPropertyName = "parsimony.kind";

    /// <summary>The value under <see cref="KindPropertyName"/> that marks a document.</summary>
    public const string DocumentKind = "document";

    /// <summary>The key in <see cref="ChatMessage.AdditionalProperties"/> that holds the id of a document.</summary>
    public const string IdPropertyName = "parsimony.document";

    /// <summary>Makes a document.</summary>
    /// <param name="text">The text, as the model shall read it.</param>
    /// <param name="id">The app's id of the document, if it has one; it is not sent to the model.</param>
    /// <returns>A message in the role of the user with the author's name <see cref="DefaultAuthorName"/>.</returns>
    public static ChatMessage Create(string text, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var message = new ChatMessage(ChatRole.User, text)
        {
            AuthorName = DefaultAuthorName,
            AdditionalProperties = new() { [KindPropertyName] = DocumentKind },
        };
        if (id is not null)
        {
            message.AdditionalProperties[IdPropertyName] = id;
        }

        return message;
    }

    /// <summary>Says whether a message is a document: marked as one, or a user message whose author's name is <see cref="DefaultAuthorName"/>.</summary>
    /// <param name="message">The message.</param>
    /// <returns><see langword="true"/> for a document.</returns>
    public static bool IsDocument(ChatMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.AdditionalProperties?.TryGetValue(KindPropertyName, out var kind) == true && kind is string name)
        {
            return name == DocumentKind;
        }

        // The mark is lost where a service translates messages to its own type and back; the name survives.
        return message.Role == ChatRole.User && message.AuthorName == DefaultAuthorName;
    }
}
