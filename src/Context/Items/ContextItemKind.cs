namespace Parsimony.Context;

/// <summary>The kinds of things a request is made of. An item is kept or cut as a whole.</summary>
public enum ContextItemKind
{
    /// <summary>A system or developer message.</summary>
    System,

    /// <summary>One message of a user or an assistant.</summary>
    Turn,

    /// <summary>The messages of one or more tool calls with all their results.</summary>
    ToolGroup,

    /// <summary>A document or passage put into the request by the app (<see cref="ContextDocument"/>).</summary>
    Document,

    /// <summary>A note that an app remembers about a user or a task (<see cref="ContextMemory"/>).</summary>
    Memory,
}
