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

    /// <summary>It stayed, with its tool results shortened.</summary>
    Shortened,

    /// <summary>Better items took the place.</summary>
    Cut,

    /// <summary>The agent's specialisation excludes its kind, and something had to go.</summary>
    Excluded,

    /// <summary>It alone is larger than what was left beside the items that must stay.</summary>
    TooLarge,

    /// <summary>It is a tool result whose call is not in the request; a model would refuse it.</summary>
    Orphaned,

    /// <summary>It was cut from its place; its words are quoted in front of the newest question (<see cref="ContextMode.StablePrefix"/>).</summary>
    Quoted,
}
