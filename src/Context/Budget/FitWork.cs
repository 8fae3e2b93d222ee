using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>A request while it is being fitted: a copy of the caller's list, in which messages may be exchanged, with their tokens.</summary>
internal sealed class FitWork
{
    private readonly ChatTokenCounter counter;

    public FitWork(IReadOnlyList<ChatMessage> messages, ChatTokenCounter counter)
    {
        this.counter = counter;
        Originals = [.. messages];
        Messages = [.. messages];
        Tokens = new int[Messages.Length];
        for (var i = 0; i < Messages.Length; i++)
        {
            Tokens[i] = counter.CountMessage(Messages[i]);
        }

        OriginalTokens = [.. Tokens];
    }

    /// <summary>Gets the messages as they came.</summary>
    public ChatMessage[] Originals { get; }

    /// <summary>Gets the messages as they are to be sent.</summary>
    public ChatMessage[] Messages { get; }

    /// <summary>Gets the tokens of each message.</summary>
    public int[] Tokens { get; }

    /// <summary>Gets the tokens of each message as it came.</summary>
    public int[] OriginalTokens { get; }

    /// <summary>Gets the counter of plain text.</summary>
    public TokenCounter TextCounter => counter.Counter;

    /// <summary>Gets the tokens of all messages and the priming of the reply.</summary>
    public int Total => Tokens.Sum() + ChatTokenCounter.ReplyPriming;

    /// <summary>Says whether another message stands in the place of one.</summary>
    public bool IsExchanged(int index) => !ReferenceEquals(Messages[index], Originals[index]);

    public int TokensOf(ContextItem item) => Sum(item, Tokens);

    /// <summary>The tokens of an item as it came.</summary>
    public int OriginalTokensOf(ContextItem item) => Sum(item, OriginalTokens);

    /// <summary>Counts a message that is not part of the request as it came.</summary>
    public int Count(ChatMessage message) => counter.CountMessage(message);

    /// <summary>Puts another message, whose tokens are known, in the place of one.</summary>
    public void Exchange(int index, ChatMessage message, int tokens)
    {
        Messages[index] = message;
        Tokens[index] = tokens;
    }

    /// <summary>Puts another message in the place of one.</summary>
    public void Exchange(int index, ChatMessage message)
    {
        Messages[index] = message;
        Tokens[index] = counter.CountMessage(message);
    }

    private static int Sum(ContextItem item, int[] tokens)
    {
        var sum = 0;
        foreach (var index in item.MessageIndexes)
        {
            sum += tokens[index];
        }

        return sum;
    }
}
