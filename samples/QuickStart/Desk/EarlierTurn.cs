using System.Text.Json.Serialization;

namespace Parsimony.QuickStart.Desk;

/// <summary>A turn before a message of a stream.</summary>
/// <param name="Role">Who said it: user or assistant.</param>
/// <param name="Text">What was said.</param>
internal sealed record EarlierTurn(
    [property: JsonPropertyName("role")] string Role,
    [property: JsonPropertyName("text")] string Text);
