using Microsoft.Extensions.AI;

namespace Parsimony.QuickStart.Desk;

/// <summary>The conversation of the session that is being served: it grows with each turn and begins anew with each session.</summary>
internal sealed class DeskHistory
{
    private readonly List<ChatMessage> messages = [];

    /// <summary>Gets the messages so far, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Messages => messages;

    /// <summary>Makes room for a turn: a new session, or a message that brings its own past, starts from nothing.</summary>
    public void BeginTurn(DeskTurn turn)
    {
        if (turn.Place == 0)
        {
            messages.Clear();
            messages.AddRange((turn.Message.History ?? []).Select(earlier =>
                new ChatMessage(earlier.Role == "assistant" ? ChatRole.Assistant : ChatRole.User, earlier.Text)));
        }
    }

    /// <summary>Adds what was said in a turn, and what the desk looked up in it.</summary>
    public void EndTurn(DeskTurn turn, string reply)
    {
        messages.Add(new(ChatRole.User, turn.Message.Text));
        messages.AddRange(AccountLookups.At(turn.Session, turn.Place));
        messages.Add(new(ChatRole.Assistant, reply));
    }
}
