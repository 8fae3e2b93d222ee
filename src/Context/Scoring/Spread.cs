namespace Parsimony.Context;

/// <summary>
/// Spreads relevance along a conversation: a reply belongs to its question, and what is talked about is seldom named in each turn. What a
/// turn gives to another falls off with the tokens between them and with each turn between them; the next turn gets a share in any case.
/// </summary>
internal static class Spread
{
    /// <summary>The tokens over which it falls to 1/e where each turn is a message of its own.</summary>
    private const double MessageReach = 150;

    /// <summary>The same where people talk in snatches.</summary>
    private const double TalkReach = 800;

    /// <summary>The most that a turn hands on to the next, however short both are.</summary>
    private const double MostOfMessage = 0.6;

    /// <summary>The same where people talk in snatches.</summary>
    private const double MostOfTalk = 0.95;

    private const double NextTurnShare = 0.4;

    /// <summary>Adds to each item what it gets from the others.</summary>
    /// <param name="own">What each item of the conversation, in its order, has to give; about 0 on the average.</param>
    /// <param name="tokens">The tokens of each.</param>
    /// <param name="talk">How much of the conversation is talk in snatches, 0 to 1 (<see cref="TalkShare"/>).</param>
    /// <param name="gained">Receives what each item gets.</param>
    public static void Add(ReadOnlySpan<double> own, ReadOnlySpan<int> tokens, double talk, Span<double> gained)
    {
        gained.Clear();
        var reach = MessageReach + ((TalkReach - MessageReach) * talk);
        var most = MostOfMessage + ((MostOfTalk - MostOfMessage) * talk);

        // What is handed on from turn to turn is summed from both ends, in one step an item.
        var (fromBefore, fromBehind) = (0.0, 0.0);
        for (var i = 1; i < own.Length; i++)
        {
            var share = Math.Min(Share(tokens[i - 1], tokens[i], reach), most);
            fromBefore = share * (own[i - 1] + fromBefore);
            gained[i] += fromBefore + (Math.Max(0, NextTurnShare - share) * own[i - 1]);
        }

        for (var i = own.Length - 2; i >= 0; i--)
        {
            var share = Math.Min(Share(tokens[i], tokens[i + 1], reach), most);
            fromBehind = share * (own[i + 1] + fromBehind);
            gained[i] += fromBehind + (Math.Max(0, NextTurnShare - share) * own[i + 1]);
        }
    }

    // From the middle of one to the middle of the next.
    private static double Share(int tokens, int nextTokens, double reach) => Math.Exp(-((double)tokens + nextTokens) / 2 / reach);
}
