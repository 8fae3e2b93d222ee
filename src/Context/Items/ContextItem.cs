namespace Parsimony.Context;

/// <summary>One or more messages that are kept or cut together.</summary>
internal sealed class ContextItem(ContextItemKind kind)
{
    public ContextItemKind Kind { get; } = kind;

    /// <summary>Gets the indexes of the messages in the request, ascending.</summary>
    public List<int> MessageIndexes { get; } = [];

    /// <summary>Gets or sets a value indicating whether a call here has no result or a result no call: a model would refuse the item.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>Gets or sets how important the app says it is, from 0 to 1; <see langword="null"/> where it says nothing.</summary>
    public double? Importance { get; set; }

    /// <summary>Gets a value indicating whether it is a document or a memory note: no part of the conversation, wherever it stands.</summary>
    public bool StandsAlone => Kind is ContextItemKind.Document or ContextItemKind.Memory;

    public int FirstMessage => MessageIndexes[0];

    public int LastMessage => MessageIndexes[^1];
}
