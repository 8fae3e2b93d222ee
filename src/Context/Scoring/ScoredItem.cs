namespace Parsimony.Context;

/// <summary>What the scorer reads of an item.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Texts">The texts of its messages.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="IsUser">Whether a user speaks.</param>
/// <param name="Speaker">Who speaks, by name, where that is known.</param>
/// <param name="Importance">What the app says of its importance: -1 for 0, 1 for 1, 0 where it says nothing.</param>
internal sealed record ScoredItem(
    ContextItemKind Kind, IReadOnlyList<TextFeatures> Texts, int Tokens, bool IsUser = false, string? Speaker = null, double Importance = 0)
{
    /// <summary>Gets the terms of each text.</summary>
    public IReadOnlyList<TermVector> Terms { get; } = [.. Texts.Select(static t => t.Terms)];

    /// <summary>Gets the words that say what the item is about, a name in front of it left out.</summary>
    public int ContentWords => Texts.Sum(static t => t.Terms.ContentWords) - NameWords;

    /// <summary>Gets how many of the content words are the speaker's name in front of the text.</summary>
    public int NameWords { get; init; }

    /// <summary>Gets a value indicating whether the item is part of the conversation: it has a place among the others that means something.</summary>
    public bool IsConversation => Kind is ContextItemKind.Turn or ContextItemKind.ToolGroup;
}
