namespace Parsimony.Embeddings;

/// <summary>
/// Tells turns that stand alone ("What causes throat cancer?") from turns that lean on what was said before ("Is it treatable?", "What are
/// the symptoms?"). Computed in this process. Safe for many threads. English; turns in another language and
/// long ones are held to lean on their history.
/// </summary>
public static class TurnRecogniser
{
    // A chance of one in eight: what is refused is what surely leans. What such a turn may be answered by was asked without any history, so it stood alone at least once.
    private const double Bound = -2;

    private static readonly IdlePool<JudgedPair> Pairs = new(static () => new(QuestionWeights.Shipped), Environment.ProcessorCount);

    /// <summary>Gets the id of the model, which ends with the fingerprint of its weights.</summary>
    public static string ModelId { get; } = $"parsimony-turns-{TurnWeights.Shipped.Fingerprint}";

    /// <summary>Whether a turn behind a history may be answered by what the same words were answered without any history.</summary>
    /// <param name="turn">The user's turn.</param>
    /// <param name="history">The user's earlier turns, the newest first; what goes beyond some hundred words is not read.</param>
    public static bool StandsAlone(string turn, string history) => Score(turn, history) >= Bound;

    /// <summary>The log-odds that a turn means the same without its history; minus infinity for text that the recogniser was not made for.</summary>
    internal static double Score(string turn, string history)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(history);
        var pair = Pairs.Rent();
        pair.Read(turn, history);
        var score = ForeignText.Is(pair.Left) ? double.NegativeInfinity : Score(pair);
        Pairs.Return(pair);
        return score;
    }

    private static double Score(JudgedPair pair)
    {
        Span<float> features = stackalloc float[TurnFeatures.Most];
        var count = TurnFeatures.Write(pair, features);
        return TurnWeights.Shipped.Score(features[..count]);
    }
}
