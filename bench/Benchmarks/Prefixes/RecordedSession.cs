using Microsoft.Extensions.AI;

namespace Parsimony.Benchmarks.Prefixes;

/// <summary>A session from its beginning to its end.</summary>
/// <param name="Messages">All its messages.</param>
/// <param name="Questions">Questions about the whole of it, with the indexes of the messages that answer each.</param>
internal sealed record RecordedSession(List<ChatMessage> Messages, IReadOnlyList<(string Text, int[] Evidence)> Questions)
{
    /// <summary>Gets the numbers of messages that were there when the model was asked: each time before an assistant spoke.</summary>
    public IEnumerable<int> Requests => Enumerable.Range(1, Messages.Count - 1).Where(end => Messages[end].Role == ChatRole.Assistant);
}
