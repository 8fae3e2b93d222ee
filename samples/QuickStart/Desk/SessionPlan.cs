namespace Parsimony.QuickStart.Desk;

/// <summary>Cuts a stream of messages into sessions of one to six, as they begin and end at a desk. A session has one tenant.</summary>
internal static class SessionPlan
{
    public const int LongestSession = 6;

    public static IReadOnlyList<DeskTurn> Cut(IReadOnlyList<CustomerMessage> messages, ulong seed)
    {
        var random = new SeededRandom(seed);
        var turns = new DeskTurn[messages.Count];
        var (session, place, length) = (-1, 0, 0);
        for (var i = 0; i < turns.Length; i++)
        {
            if (place == length || messages[i].History is not null || messages[i].Tenant != messages[i - 1].Tenant)
            {
                (session, place, length) = (session + 1, 0, 1 + random.Next(LongestSession));
            }

            turns[i] = new(i, session, place++, messages[i]);
        }

        return turns;
    }
}
