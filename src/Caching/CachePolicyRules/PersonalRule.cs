using System.Buffers;
using System.Collections.Frozen;

namespace Parsimony.Caching;

/// <summary>
/// Recognises a question for the asker's own data: "what is my balance?", "how much do I owe?", "show me my appointments". Questions
/// in the first person with a general answer ("my card is not working", "how do I change my PIN?") are not meant.
/// </summary>
internal static class PersonalRule
{
    /// <summary>Data that only the asker has: with "my" in front, the answer is theirs.</summary>
    private static readonly FrozenSet<string> OwnData = FrozenSet.ToFrozenSet(
    [
        "balance", "balances", "password", "pin", "salary", "paycheck", "income", "bill", "bills", "debt", "spending", "spendings", "savings",
        "transactions", "purchases", "orders", "payments", "appointment", "appointments", "schedule", "calendar", "meetings", "meeting",
        "reminders", "alarms", "emails", "email", "inbox", "messages", "contacts", "files", "documents", "name", "age", "birthday", "address",
        "location", "number", "score", "limit", "points", "rewards", "miles", "subscription", "subscriptions", "plan", "usage", "history",
        "prescription", "prescriptions", "results", "diagnosis", "grades", "flight", "flights", "reservation", "reservations", "booking",
        "bookings", "order", "todo", "list", "vacation", "pto", "portfolio", "tasks", "tickets",
    ]);

    private static readonly FrozenSet<string> WhQuestion = FrozenSet.ToFrozenSet(["what", "what's", "whats", "who", "who's", "when", "when's", "where", "where's", "which"]);

    private static readonly FrozenSet<string> Shows = FrozenSet.ToFrozenSet(["show", "tell", "give", "list", "read", "check", "get", "find", "see", "know", "view"]);

    private static readonly FrozenSet<string> Linking = FrozenSet.ToFrozenSet(["is", "are", "was", "were", "does", "do", "did", "will"]);

    private static readonly FrozenSet<string> Auxiliary = FrozenSet.ToFrozenSet(["do", "did", "have", "am", "will"]);

    private static readonly FrozenSet<string> Holding = FrozenSet.ToFrozenSet(["have", "owe", "owed", "spend", "spent", "earn", "earned", "make", "made", "pay", "paid", "got", "left", "getting", "buy", "bought", "order", "ordered"]);

    private static readonly SearchValues<string> Hints = SearchValues.Create(["my", "how much", "how many", "what did"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text holds anything that the rule could match on.</summary>
    public static bool MayMatch(ReadOnlySpan<char> text) => text.ContainsAny(Hints);

    public static bool Matches(WordList words)
    {
        for (var start = 0; start < words.Count;)
        {
            var end = words.EndOfClause(start);
            var first = Courtesy.SkipRequest(words, start, end);
            if (AsksForMine(words, first, end) || AsksHowMuchIHave(words, first, end))
            {
                return true;
            }

            start = end;
        }

        return false;
    }

    /// <summary>"What is my balance", "show me my recent transactions", "tell me what my schedule is".</summary>
    private static bool AsksForMine(WordList words, int first, int end)
    {
        var i = first;
        if (words.IsIn(i, Shows))
        {
            i++;
            if (words.Is(i, "me"))
            {
                i++;
            }
        }

        var shown = i > first;
        var asked = words.IsIn(i, WhQuestion);
        if (asked)
        {
            i++;
        }

        if (words.IsIn(i, Linking))
        {
            i++;
        }

        if (words.Is(i, "on") || words.Is(i, "in") || words.Is(i, "all"))
        {
            i++;
        }

        return (shown || asked) && words.Is(i, "my") && NamesOwnData(words, i + 1, end);
    }

    // Up to two words may stand between: "my current account balance".
    private static bool NamesOwnData(WordList words, int start, int end)
    {
        for (var i = start; i < Math.Min(start + 3, end); i++)
        {
            if (words.IsIn(i, OwnData))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"How much do I owe", "how many vacation days do I have left", "what did I spend on food".</summary>
    private static bool AsksHowMuchIHave(WordList words, int first, int end)
    {
        var counts = words.Is(first, "how") && (words.Is(first + 1, "much") || words.Is(first + 1, "many"));
        if (!counts && !words.Starts(first, "what did i"))
        {
            return false;
        }

        for (var i = first + 1; i < end - 2; i++)
        {
            if (words.IsIn(i, Auxiliary) && words.Is(i + 1, "i") && words.IsIn(i + 2, Holding))
            {
                // "How much do I have to pay for ..." asks for a price.
                return !words.Is(i + 3, "to");
            }
        }

        return false;
    }
}
