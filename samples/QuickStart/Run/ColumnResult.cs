using Parsimony.Caching;
using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Run;

/// <summary>What one column did with the whole stream.</summary>
/// <param name="Title">The column's head.</param>
/// <param name="Explanation">What it does.</param>
/// <param name="Turns">One record a turn, in the order of the stream.</param>
/// <param name="Exceeded">The requests that were larger than the budget.</param>
/// <param name="Remarks">Remarks of the column itself.</param>
/// <param name="Elapsed">How long the run took.</param>
internal sealed record ColumnResult(
    string Title, string Explanation, IReadOnlyList<TurnRecord> Turns, IReadOnlyList<string> Exceeded, IReadOnlyList<string> Remarks, TimeSpan Elapsed)
{
    public int ModelCalls => Turns.Sum(turn => turn.ModelCalls);

    public int ExactHits => Turns.Count(turn => turn.Hit == HitKind.Exact);

    public int SameAnswerHits => Turns.Count(turn => turn.Hit == HitKind.SameAnswer);

    public int WrongFromCache => Turns.Count(turn => turn.WrongFromCache);

    /// <summary>Gets the exact hits whose reply was made for a message with another answer: always a fault.</summary>
    public int WrongExactHits => Turns.Count(turn => turn is { WrongFromCache: true, Hit: HitKind.Exact });

    /// <summary>Gets the hits that replayed a reply that was wrong already when the model gave it: the model's fault, not the cache's.</summary>
    public int ReplayedMistakes => Turns.Count(turn => turn is { Hit: not HitKind.None, Correct: false, WrongFromCache: false, Error: null });

    public int Correct => Turns.Count(turn => turn.Correct);

    public long PromptTokens => Turns.Sum(turn => turn.PromptTokens);

    public long ReplyTokens => Turns.Sum(turn => turn.ReplyTokens);

    /// <summary>Gets how long the model took for all the calls: as measured, or, where it was the offline one, as a hosted model would have taken.</summary>
    public TimeSpan ModelTime(bool isLive) =>
        isLive ? new(Turns.Sum(turn => turn.ModelTime.Ticks)) : TimeSpan.FromSeconds(ModelSpeed.Seconds(PromptTokens, ReplyTokens));

    public IEnumerable<string> Errors => Turns.Select(turn => turn.Error).OfType<string>();

    /// <summary>Counts the turns that are right here and were right in another run.</summary>
    public int StillCorrect(ColumnResult other) => Turns.Zip(other.Turns).Count(pair => pair.First.Correct && pair.Second.Correct);

    public int HitsIn(CacheTier tier) => Turns.Count(turn => turn.Tier == tier);

    /// <summary>Gets a percentile of the added latency by the nearest rank.</summary>
    /// <param name="part">The part of the turns at or below it, 0 (exclusive) to 1.</param>
    public TimeSpan Added(double part)
    {
        var sorted = Turns.Where(turn => turn.Error is null).Select(turn => turn.Added).Order().ToList();
        return sorted.Count == 0 ? TimeSpan.Zero : sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Count) - 1)];
    }
}
