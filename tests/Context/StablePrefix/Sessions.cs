using Microsoft.Extensions.AI;
using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.StablePrefix;

/// <summary>Conversations that grow, and the requests made of them.</summary>
internal static class Sessions
{
    public static readonly CallScope Named = new() { Session = "s1", Agent = "clerk" };

    public static ContextFitter Fitter(int budget, Action<ContextBudgetOptions>? configure = null)
    {
        var options = new ContextBudgetOptions { MaxContextTokens = budget, Mode = ContextMode.StablePrefix };
        configure?.Invoke(options);
        return new ContextFitter(options);
    }

    /// <summary>A system message, then turns of a user and an assistant, each about something of its own.</summary>
    public static List<ChatMessage> Chat(int turns, int words = 20)
    {
        List<ChatMessage> messages = [Instructions("You are a helpful clerk.")];
        for (var i = 0; i < turns; i++)
        {
            messages.Add(User($"Topic{i} question: {Filler(words, i)}"));
            messages.Add(Assistant($"Topic{i} answer: {Filler(words, i + 1000)}"));
        }

        return messages;
    }

    /// <summary>The number of messages with which two requests begin.</summary>
    public static int CommonMessages(IReadOnlyList<ChatMessage> left, IReadOnlyList<ChatMessage> right) =>
        left.Zip(right).TakeWhile(static p => Same(p.First, p.Second)).Count();

    public static bool Same(ChatMessage left, ChatMessage right) =>
        left.Role == right.Role && left.AuthorName == right.AuthorName && Fingerprint(left) == Fingerprint(right);

    private static string Fingerprint(ChatMessage message) => string.Join('|', message.Contents.Select(static c => c switch
    {
        TextContent text => text.Text,
        FunctionCallContent call => call.CallId + call.Name,
        FunctionResultContent result => result.CallId + result.Result,
        _ => c.ToString(),
    }));
}
