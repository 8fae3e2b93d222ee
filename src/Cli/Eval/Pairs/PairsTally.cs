using Parsimony.Embeddings;

namespace Parsimony.Cli;

/// <summary>Adds up what was decided about the pairs.</summary>
internal sealed class PairsTally
{
    private readonly List<ScoredCase> cosines = [];
    private readonly List<ScoredCase> probabilities = [];
    private readonly SortedDictionary<string, KindTally> kinds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> guards = new(StringComparer.Ordinal);
    private int pairs;
    private int positives;
    private int served;
    private int falseServed;
    private TimeSpan time;

    public void Add(QuestionPair pair, PairVerdict verdict, TimeSpan elapsed)
    {
        pairs++;
        time += elapsed;
        positives += pair.SameAnswer ? 1 : 0;
        served += verdict.Served ? 1 : 0;
        falseServed += verdict.Served && !pair.SameAnswer ? 1 : 0;
        if (verdict.Cosine is { } cosine)
        {
            cosines.Add(new ScoredCase(cosine, pair.SameAnswer));
        }

        if (verdict.Probability is { } probability)
        {
            probabilities.Add(new ScoredCase(probability, pair.SameAnswer));
        }

        if (pair.Kind is { } kind)
        {
            var old = kinds.GetValueOrDefault(kind);
            kinds[kind] = new KindTally(old.Pairs + 1, old.Served + (verdict.Served ? 1 : 0));
        }
    }

    public void Count(IEnumerable<GuardVerdict> verdicts)
    {
        foreach (var verdict in verdicts)
        {
            guards[verdict.Guard] = guards.GetValueOrDefault(verdict.Guard) + (verdict.Refuses ? 1 : 0);
        }
    }

    public PairsReport ToReport() => new()
    {
        Pairs = pairs,
        Positives = positives,
        Served = served,
        FalseServed = falseServed,
        Cosine = cosines.Count > 0 ? OperatingPoints.Of(cosines) : null,
        Judge = probabilities.Count > 0 ? OperatingPoints.Of(probabilities) : null,
        Kinds = kinds,
        Guards = guards,
        MicrosPerPair = pairs == 0 ? null : time.TotalMicroseconds / pairs,
    };

    internal readonly record struct KindTally(int Pairs, int Served);
}
