using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>A tool result of a request, with the call that it answers.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">What it says.</param>
/// <param name="Call">The call.</param>
internal sealed record SeenResult(CompactableText Place, string Text, FunctionCallContent Call)
{
    private const int LongestArguments = 80;

    private readonly Lazy<TextSegments> segments = new(() => TextSegments.Of(Text));

    public UInt128 Fingerprint { get; } = TextFingerprint.Of(Text);

    /// <summary>Gets its lines, or what stands between its commas.</summary>
    public TextSegments Segments => segments.Value;

    /// <summary>Names the call as a reader would, such as <c>get_user({"id":7})</c>.</summary>
    public string Describe()
    {
        var arguments = WireJson.ArgumentsOf(Call);
        arguments = JsonWhiteSpace.Remove(arguments) ?? arguments;
        return $"{Call.Name}({(arguments.Length <= LongestArguments ? arguments : "...")})";
    }
}
