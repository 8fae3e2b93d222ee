using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>A tool result of a request, with the call that it answers.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">What it says.</param>
/// <param name="Call">The call.</param>
/// <param name="Memory">What remembers the segments of texts, if anything does.</param>
internal sealed record SeenResult(CompactableText Place, string Text, FunctionCallContent Call, SegmentMemory? Memory = null)
{
    private const int LongestArguments = 80;

    private TextSegments? segments;

    public UInt128 Fingerprint { get; } = TextFingerprint.Of(Text);

    /// <summary>Gets its lines, or what stands between its commas.</summary>
    public TextSegments Segments => segments ??= Memory?.Get(Text, Fingerprint) ?? TextSegments.Of(Text);

    /// <summary>Names the call as a reader would, such as <c>get_user({"id":7})</c>.</summary>
    public string Describe()
    {
        var arguments = WireJson.ArgumentsOf(Call);
        arguments = JsonWhiteSpace.Remove(arguments) ?? arguments;
        return $"{Call.Name}({(arguments.Length <= LongestArguments ? arguments : "...")})";
    }
}
