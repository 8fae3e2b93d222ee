using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>The messages of a fitted request with the tokens of each.</summary>
internal sealed class FittedMessages
{
    public List<ChatMessage> Messages { get; } = [];

    public List<int> Tokens { get; } = [];

    /// <summary>Gets the number of messages that were not in the request as it came.</summary>
    public int Added { get; private set; }

    public void Add(ChatMessage message, int tokens)
    {
        Messages.Add(message);
        Tokens.Add(tokens);
    }

    /// <summary>Adds a message that was not in the request as it came.</summary>
    public void AddNew(ChatMessage message, int tokens)
    {
        Add(message, tokens);
        Added++;
    }
}
