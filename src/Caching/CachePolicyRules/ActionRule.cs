using System.Collections.Frozen;

namespace Parsimony.Caching;

/// <summary>
/// Recognises an instruction to do something that changes the world: "cancel my order", "could you send 50 to Ann". It is asked
/// only where the call offers tools that may act. Questions how to do it ("how do I cancel a transfer?") are no instructions.
/// </summary>
internal static class ActionRule
{
    private static readonly FrozenSet<string> Verbs = FrozenSet.ToFrozenSet(
    [
        "cancel", "send", "transfer", "pay", "book", "order", "buy", "sell", "delete", "remove", "block", "unblock", "freeze", "unfreeze",
        "close", "open", "create", "add", "update", "change", "edit", "rename", "move", "copy", "set", "reset", "schedule", "reschedule",
        "reserve", "refund", "return", "submit", "post", "publish", "email", "mail", "text", "call", "message", "reply", "forward", "invite",
        "assign", "approve", "reject", "activate", "deactivate", "enable", "disable", "turn", "switch", "start", "stop", "restart", "run",
        "execute", "deploy", "install", "uninstall", "merge", "commit", "push", "subscribe", "unsubscribe", "renew", "withdraw", "deposit",
        "report", "register", "unregister", "lock", "unlock", "remind", "play", "pause", "save", "write", "upload", "charge", "top", "replace",
    ]);

    public static bool Matches(WordList words)
    {
        for (var start = 0; start < words.Count;)
        {
            var end = words.EndOfClause(start);
            var verb = Courtesy.SkipRequest(words, start, end);

            // "Order status?" and "transfer" alone name a topic: an instruction has an object.
            if (verb < end - 1 && words.IsIn(verb, Verbs))
            {
                return true;
            }

            start = end;
        }

        return false;
    }
}
