using Microsoft.Extensions.AI;

namespace Parsimony.Cli;

/// <summary>One request of a stream.</summary>
/// <param name="Text">What the user asks.</param>
/// <param name="Answer">What the model answers. Requests with equal answers could have been served by one. Only the model and the tally know it.</param>
/// <param name="Tenant">For whom the call is made, if the stream says so.</param>
/// <param name="History">The earlier messages of the conversation.</param>
internal sealed record StreamRequest(string Text, string Answer, string? Tenant, IReadOnlyList<ChatMessage> History)
{
    /// <summary>Gets the messages of the call.</summary>
    public IReadOnlyList<ChatMessage> Messages => [.. History, new ChatMessage(ChatRole.User, Text)];
}
