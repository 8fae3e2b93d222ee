using Microsoft.Extensions.AI;

namespace Parsimony.Cli;

/// <summary>
/// Reads <c>{"id","turns":[{"id","role","text"}],"questions":[{"text","evidence":[turn ids]}]}</c>, one conversation a line. Other
/// members are ignored, and so are questions without evidence: their recall would be a part of nothing.
/// </summary>
internal static class ConversationFile
{
    /// <summary>Reads the conversations one by one.</summary>
    /// <exception cref="InputException">The file or a line of it is not in this format.</exception>
    public static IEnumerable<Conversation> Read(string file) => JsonLines.Read(file).Select(ReadConversation);

    private static Conversation ReadConversation(JsonField conversation)
    {
        _ = conversation.Text("id");
        var turns = new List<ChatMessage>();
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var turn in conversation.Items("turns"))
        {
            if (!indexes.TryAdd(turn.Label("id"), turns.Count))
            {
                throw turn.Fail("has the id of an earlier turn", "Give every turn of a conversation its own id.");
            }

            turns.Add(new ChatMessage(new ChatRole(turn.Label("role")), turn.Text("text")));
        }

        var questions = conversation.Items("questions").Select(question => ReadQuestion(question, indexes));
        return new Conversation(conversation.Line, turns, [.. questions.Where(question => question.Evidence.Count > 0)]);
    }

    private static EvidenceQuestion ReadQuestion(JsonField question, Dictionary<string, int> indexes)
    {
        var evidence = question.Items("evidence").Select(id => indexes.TryGetValue(id.AsText(), out var index)
            ? index
            : throw id.Fail("is no id of a turn of this conversation", "Name turns of the same line."));
        return new EvidenceQuestion(question.Text("text"), [.. evidence.Distinct().Order()]);
    }
}
