namespace Parsimony.Caching;

/// <summary>How much of the earlier conversation an answer is held to depend on in the same-answer search.</summary>
public enum HistoryScope
{
    /// <summary>All earlier turns: an answer is shared only between equal histories.</summary>
    All,

    /// <summary>The last earlier exchange only.</summary>
    Last,

    /// <summary>No earlier turn: the app declares that its questions stand on their own.</summary>
    None,

    /// <summary>
    /// All earlier turns, but a turn that is recognised as standing alone ("What causes throat cancer?") may also be answered by what was
    /// answered to a question that opened a conversation. A turn that leans on its history ("Is it treatable?") is not, as far as the
    /// recogniser sees: none of 682 was on measured conversations. Where pictures, files or tool results came before it,
    /// no turn is held to stand alone. Instructions that a user gave in earlier turns ("answer in French") are not seen.
    /// </summary>
    Auto,
}
