using System.Text.Json.Serialization;

namespace Parsimony.QuickStart.Desk;

/// <summary>A customer's message and the article that answers it. Only the report looks at the answer.</summary>
/// <param name="Text">What the customer writes.</param>
/// <param name="Answer">The id of the article that answers it; messages with equal ids have the same answer.</param>
internal sealed record CustomerMessage(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("answer")] string Answer)
{
    /// <summary>Gets whose customer it is, where the stream says so.</summary>
    [JsonPropertyName("tenant")]
    public string? Tenant { get; init; }

    /// <summary>Gets the message that this one resembles without having its answer: "I lost my phone" beside "I lost my card".</summary>
    [JsonPropertyName("nearMissOf")]
    public string? NearMissOf { get; init; }

    /// <summary>Gets the conversation so far, where the stream says so. Such a message begins a session of its own.</summary>
    [JsonPropertyName("history")]
    public IReadOnlyList<EarlierTurn>? History { get; init; }
}
