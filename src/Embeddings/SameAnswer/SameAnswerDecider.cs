using System.Collections.Concurrent;

namespace Parsimony.Embeddings;

/// <summary>
/// Decides whether one answer serves two questions: the threshold on the cosine, then the guards on the raw text, then the judge if
/// there is one. Safe for many threads. Refusals are counted in <c>parsimony.same_answer.refusals</c>, tag <c>by</c>.
/// </summary>
public sealed class SameAnswerDecider
{
    /// <summary>What <see cref="SameAnswerDecision.RefusedBy"/> says when the cosine was too low.</summary>
    public const string Threshold = "threshold";

    /// <summary>What <see cref="SameAnswerDecision.RefusedBy"/> says when the judge's probability was too low.</summary>
    public const string Judge = "judge";

    private readonly ConcurrentDictionary<string, long> refusals = new(StringComparer.Ordinal);
    private readonly ISameAnswerGuard[] guards;
    private readonly ISameAnswerJudge? judge;
    private readonly double similarityThreshold;
    private readonly double judgeThreshold;

    /// <summary>Creates a decider.</summary>
    /// <param name="options">The policy; <see langword="null"/> for the defaults. Read once.</param>
    /// <param name="judge">A judge asked last; <see langword="null"/> to let the threshold decide.</param>
    /// <param name="moreGuards">Guards of the app, asked after those of <see cref="SameAnswerGuards"/> that are enabled.</param>
    /// <exception cref="ArgumentException">A threshold outside its range, or the name of a guard that is not there.</exception>
    public SameAnswerDecider(SameAnswerOptions? options = null, ISameAnswerJudge? judge = null, IEnumerable<ISameAnswerGuard>? moreGuards = null)
    {
        options ??= new();
        SameAnswerOptionsCheck.Throw(options);
        this.judge = judge;
        guards = [.. SameAnswerGuards.All.Where(g => options.EnabledGuards.Contains(g.Name)), .. moreGuards ?? []];
        similarityThreshold = options.SimilarityThreshold;
        judgeThreshold = options.JudgeThreshold;
    }

    /// <summary>Gets how often each guard, the threshold and the judge have refused.</summary>
    public IReadOnlyDictionary<string, long> Refusals => refusals;

    /// <summary>Decides about a candidate found at a similarity. Whatever throws on the way refuses.</summary>
    /// <param name="left">One question.</param>
    /// <param name="right">The other.</param>
    /// <param name="similarity">The cosine of their embeddings, -1 to 1; one that is no number refuses.</param>
    public SameAnswerDecision Decide(string left, string right, float similarity)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var refusedBy = Refuser(left, right, similarity);
        if (refusedBy is not null)
        {
            refusals.AddOrUpdate(refusedBy, 1, static (_, n) => n + 1);
            SameAnswerMetrics.Refused(refusedBy);
        }

        return new(refusedBy is null, refusedBy, similarity);
    }

    /// <summary>Asks every enabled guard, also after one has refused. Counts nothing.</summary>
    /// <param name="left">One question.</param>
    /// <param name="right">The other.</param>
    /// <returns>One verdict per guard.</returns>
    public IReadOnlyList<GuardVerdict> Explain(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return [.. guards.Select(g => new GuardVerdict(g.Name, Refuses(g, left, right)))];
    }

    // A guard that fails cannot tell, so it refuses.
    private static bool Refuses(ISameAnswerGuard guard, string left, string right)
    {
        try
        {
            return guard.Refuses(left, right);
        }
        catch (Exception)
        {
            return true;
        }
    }

    private string? Refuser(string left, string right, float similarity)
    {
        // A float of 0.92 is a little less than the double 0.92; the threshold is meant inclusively.
        if (!(similarity >= (float)similarityThreshold))
        {
            return Threshold;
        }

        foreach (var guard in guards)
        {
            if (Refuses(guard, left, right))
            {
                return guard.Name;
            }
        }

        return judge is null || JudgeAccepts(judge, left, right, similarity) ? null : Judge;
    }

    private bool JudgeAccepts(ISameAnswerJudge asked, string left, string right, float similarity)
    {
        try
        {
            return asked.Probability(left, right, similarity) >= judgeThreshold;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
