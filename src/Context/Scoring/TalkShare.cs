namespace Parsimony.Context;

/// <summary>
/// Estimates, from a conversation itself, how much of it is talk in snatches ("Yeah." "Mm, right."), in which a subject is spread over
/// many turns, and how much an exchange of messages that stand by themselves. Short turns between long ones do not count: that is how
/// people write to an assistant.
/// </summary>
internal static class TalkShare
{
    /// <summary>A turn with fewer content words says little by itself.</summary>
    private const int FewContentWords = 3;

    private const double None = 0.05;
    private const double All = 0.15;

    /// <summary>Estimates.</summary>
    /// <param name="contentWords">The content words of each turn, the speaker's name left out, in the order of the conversation.</param>
    /// <returns>0 (messages) to 1 (talk), by the share of neighbours that both say little.</returns>
    public static double Of(ReadOnlySpan<int> contentWords)
    {
        var pairs = 0;
        for (var i = 1; i < contentWords.Length; i++)
        {
            pairs += contentWords[i - 1] < FewContentWords && contentWords[i] < FewContentWords ? 1 : 0;
        }

        return contentWords.Length < 2 ? 0 : Math.Clamp((((double)pairs / (contentWords.Length - 1)) - None) / (All - None), 0, 1);
    }
}
