using Microsoft.Extensions.AI;

namespace Parsimony.Cli;

/// <summary>A request that was sent, with the prompt tokens that the API charged for it.</summary>
/// <param name="Model">The model id.</param>
/// <param name="Messages">The messages.</param>
/// <param name="Options">Its tools and how they may be used.</param>
/// <param name="UsesLegacyFunctions">Whether the tools come in the older field "functions", which is charged differently.</param>
/// <param name="Expected">The prompt tokens of the reply's <c>usage</c>.</param>
internal sealed record RecordedCase(string Model, IReadOnlyList<ChatMessage> Messages, ChatOptions Options, bool UsesLegacyFunctions, int Expected)
{
    /// <summary>Gets what kind of case it is.</summary>
    public CaseKind Kind =>
        Messages.Any(message => message.Contents.Any(IsImage)) ? CaseKind.Images
        : Options.Tools is { Count: > 0 } ? CaseKind.Tools
        : CaseKind.Text;

    private static bool IsImage(AIContent content) =>
        content is DataContent data ? data.HasTopLevelMediaType("image") : content is UriContent uri && uri.HasTopLevelMediaType("image");
}
