using Microsoft.Extensions.AI;

namespace Parsimony.Benchmarks;

/// <summary>Conversations of messages of about 400 characters.</summary>
internal static class Conversations
{
    public static List<ChatMessage> Of(int messages)
    {
        var text = SampleTexts.English;
        return [.. Enumerable.Range(0, messages).Select(i =>
            new ChatMessage((messages - i) % 2 == 1 ? ChatRole.User : ChatRole.Assistant, text.Substring(i * 401 % (text.Length - 400), 400)))];
    }
}
