using Microsoft.Extensions.AI;

namespace Parsimony.Cli;

/// <summary>A conversation and questions about it.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Turns">Its turns as messages, in order.</param>
/// <param name="Questions">The questions.</param>
internal sealed record Conversation(SourceLine Line, IReadOnlyList<ChatMessage> Turns, IReadOnlyList<EvidenceQuestion> Questions);
