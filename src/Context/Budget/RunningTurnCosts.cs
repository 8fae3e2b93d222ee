namespace Parsimony.Context;

/// <summary>What the items of a running turn cost without its oldest ones, and how long its tool results may then be.</summary>
internal sealed class RunningTurnCosts
{
    private readonly int[] textTokens;
    private readonly int[] firstTexts;
    private readonly long[] tokens;
    private readonly long[] frames;

    /// <summary>Initializes a new instance of the <see cref="RunningTurnCosts"/> class. It holds until a message is exchanged.</summary>
    /// <param name="work">The request.</param>
    /// <param name="items">The items of the turn, oldest first.</param>
    /// <param name="found">The tool results that may be shortened.</param>
    public RunningTurnCosts(FitWork work, List<ContextItem> items, List<CompactableText> found)
    {
        var byMessage = found.ToLookup(static r => r.MessageIndex, static r => r.Tokens);
        var texts = new List<int>(found.Count);
        firstTexts = new int[items.Count];
        var behind = new (int Tokens, int Frame)[items.Count];
        for (var i = 0; i < items.Count; i++)
        {
            firstTexts[i] = texts.Count;
            foreach (var index in items[i].MessageIndexes)
            {
                // A message with a result that may be shortened counts as it came; one with a reference, as it is.
                var before = texts.Count;
                texts.AddRange(byMessage[index]);
                var whole = texts.Count > before ? work.OriginalTokens[index] : work.Tokens[index];
                behind[i].Tokens += work.Tokens[index];
                behind[i].Frame += whole - byMessage[index].Sum();
            }
        }

        textTokens = [.. texts];
        tokens = new long[items.Count + 1];
        frames = new long[items.Count + 1];
        for (var i = items.Count - 1; i >= 0; i--)
        {
            tokens[i] = tokens[i + 1] + behind[i].Tokens;
            frames[i] = frames[i + 1] + behind[i].Frame;
        }
    }

    /// <summary>Gets the tokens without so many of the oldest items.</summary>
    public long TokensWithout(int oldest) => tokens[oldest];

    /// <summary>Gets the tokens that each result may have for all to have room without so many of the oldest items; -1 where there are no results.</summary>
    public int LimitWithout(int oldest, int room) =>
        firstTexts[oldest] == textTokens.Length ? -1 : EqualLimit.Of(textTokens.Skip(firstTexts[oldest]), (int)Math.Max(int.MinValue, room - frames[oldest]));
}
