namespace Parsimony.Context;

/// <summary>What became of an item, and why.</summary>
public enum ContextDecision
{
    /// <summary>It must stay: a system or developer message, or the newest user message.</summary>
    Required,

    /// <summary>It belongs to the running turn: the tool calls and replies after the newest user message.</summary>
    CurrentTurn,

    /// <summary>Everything fitted, or its score earned it a place.</summary>
    Kept,

    /// <summary>It stayed, with its tool results cut to a limit: that of the app, or that of what the running turn has room for.</summary>
    Shortened,

    /// <summary>It stayed in a shorter form, because not all had room as they came. What was left out is marked in its text.</summary>
    Compacted,

    /// <summary>Better items took the place.</summary>
    Cut,

    /// <summary>The agent's specialisation excludes its kind, or the app puts its importance below the threshold, and something had to go.</summary>
    Excluded,

    /// <summary>It alone is larger than what was left beside the items that must stay.</summary>
    TooLarge,

    /// <summary>It is a tool result whose call is not in the request; a model would refuse it.</summary>
    Orphaned,

    /// <summary>It was cut from its place; its words are quoted in front of the newest question (<see cref="ContextMode.StablePrefix"/>).</summary>
    Quoted,
}
