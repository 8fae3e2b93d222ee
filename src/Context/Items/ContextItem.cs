namespace Parsimony.Context;

/// <summary>One or more messages that are kept or cut together.</summary>
internal sealed class ContextItem(ContextItemKind kind)
{
    public ContextItemKind Kind { get; } = kind;

    /// <summary>Gets the indexes of the messages in the request, ascending.</summary>
    public List<int> MessageIndexes { get; } = [];

    /// <summary>Gets or sets a value indicating whether a call here has no result or a result no call: a model would refuse the item.</summary>
    public bool IsIncomplete { get; set; }

    public int FirstMessage => MessageIndexes[0];

    public int LastMessage => MessageIndexes[^1];
}
