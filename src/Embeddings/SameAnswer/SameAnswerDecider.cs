using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace Parsimony.Embeddings;

/// <summary>
/// Decides whether one answer serves two questions: the threshold on the cosine, then the guards on the raw text, then the judge if
/// there is one; about the candidates of a question all together. Safe for many threads. Refusals are counted in
/// <c>parsimony.same_answer.refusals</c>, tag <c>by</c>.
/// </summary>
public sealed class SameAnswerDecider
{
    /// <summary>What <see cref="SameAnswerDecision.RefusedBy"/> says when the cosine was too low.</summary>
    public const string Threshold = "threshold";

    /// <summary>What <see cref="SameAnswerDecision.RefusedBy"/> says when the judge's probability was too low.</summary>
    public const string Judge = "judge";

    /// <summary>What <see cref="CandidateDecision.RefusedBy"/> says when the judge's probability was high enough, but a candidate with another answer was too near as well.</summary>
    public const string Rivals = "rivals";

    private readonly ConcurrentDictionary<string, long> refusals = new(StringComparer.Ordinal);
    private readonly ISameAnswerGuard[] guards;
    private readonly ISameAnswerJudge? judge;
    private readonly CandidateBallot? ballot;

    /// <summary>Creates a decider.</summary>
    /// <param name="options">The policy; <see langword="null"/> for the defaults. Read once.</param>
    /// <param name="judge">A judge asked last; <see langword="null"/> to let the threshold decide.</param>
    /// <param name="moreGuards">Guards of the app, asked after those of <see cref="SameAnswerGuards"/> that are enabled.</param>
    /// <exception cref="ArgumentException">An option outside its range, or the name of a guard that is not there.</exception>
    public SameAnswerDecider(SameAnswerOptions? options = null, ISameAnswerJudge? judge = null, IEnumerable<ISameAnswerGuard>? moreGuards = null)
    {
        options ??= new();
        SameAnswerOptionsCheck.Throw(options);
        this.judge = judge;
        ballot = judge is null ? null : new CandidateBallot(judge, Guard);
        guards = [.. SameAnswerGuards.All.Where(g => options.EnabledGuards.Contains(g.Name)), .. moreGuards ?? []];
        SimilarityThreshold = options.SimilarityThreshold
            ?? (judge is null ? SameAnswerOptions.UnjudgedSimilarityThreshold : SameAnswerOptions.JudgedSimilarityThreshold);
        ErrorBudget = ErrorBudgets.Of(options.Policy, options.ErrorBudget);
    }

    /// <summary>Gets the least cosine of a candidate, -1 to 1.</summary>
    public double SimilarityThreshold { get; }

    /// <summary>Gets the part of the answers that may be wrong, above 0 and below 1; without a judge it has no effect.</summary>
    public double ErrorBudget { get; }

    /// <summary>Gets a value indicating whether a judge decides, rather than the threshold.</summary>
    public bool HasJudge => judge is not null;

    /// <summary>Gets the judge's name, with the fingerprint of its weights where it is the local one; <see langword="null"/> where there is none.</summary>
    public string? JudgeId => judge is LocalSameAnswerJudge ? LocalSameAnswerJudge.ModelId : judge?.GetType().FullName;

    /// <summary>Gets how often each guard, the threshold and the judge have refused.</summary>
    public IReadOnlyDictionary<string, long> Refusals => refusals;

    /// <summary>Decides about a candidate found at a similarity. Whatever throws on the way refuses.</summary>
    /// <param name="left">One question.</param>
    /// <param name="right">The other.</param>
    /// <param name="similarity">The cosine of their embeddings, -1 to 1; one that is no number refuses.</param>
    /// <param name="errorBudget">An error budget below <see cref="ErrorBudget"/>, where this part of the cache has to be stricter.</param>
    public SameAnswerDecision Decide(string left, string right, float similarity, double? errorBudget = null)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        double? probability = null;
        var refusedBy = IsNear(similarity) ? Guard(new(left), right) : Threshold;
        if (refusedBy is null && judge is not null)
        {
            probability = Judged(left, right, similarity);
            refusedBy = probability is { } p && LogOdds.OfJudged(p) >= Required(errorBudget) ? null : Judge;
        }

        Count(refusedBy, probability);
        return new(refusedBy is null, refusedBy, similarity, probability);
    }

    /// <summary>
    /// Decides about all candidates of a question together: the best one is accepted where the judge holds it for right and what the
    /// others say does not speak against it. Whatever throws on the way refuses. The order of the candidates does not matter. Guards are
    /// asked about the candidates whose score could matter.
    /// </summary>
    /// <param name="question">The question that is asked.</param>
    /// <param name="candidates">Questions that have an answer.</param>
    /// <param name="refusedBy">Receives what refused each candidate, <see langword="null"/> where nothing did; as many as candidates, or empty.</param>
    /// <param name="errorBudget">An error budget below <see cref="ErrorBudget"/>, where this part of the cache has to be stricter.</param>
    /// <returns>Which one is accepted, and how sure that is.</returns>
    /// <exception cref="ArgumentException"><paramref name="refusedBy"/> is too short.</exception>
    public CandidateDecision Decide(string question, ReadOnlySpan<CandidateQuestion> candidates, Span<string?> refusedBy = default, double? errorBudget = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (refusedBy.IsEmpty)
        {
            refusedBy = new string?[candidates.Length];
        }
        else if (refusedBy.Length < candidates.Length)
        {
            throw new ArgumentException($"There are {candidates.Length} candidates and room for {refusedBy.Length} refusals. Give room for one per candidate, or none.", nameof(refusedBy));
        }

        refusedBy = refusedBy[..candidates.Length];
        SameAnswerMetrics.Searched(candidates.Length);
        for (var i = 0; i < candidates.Length; i++)
        {
            refusedBy[i] = IsNear(candidates[i].Similarity) ? null : Threshold;
        }

        var (best, probability) = ballot is null ? (NearestAdmitted(question, candidates, refusedBy), null) : Vote(ballot, question, candidates, refusedBy, Required(errorBudget));
        for (var i = 0; i < candidates.Length; i++)
        {
            if (refusedBy[i] is { } by)
            {
                Count(by, null);
            }
        }

        if (best >= 0 && refusedBy[best] is null)
        {
            SameAnswerMetrics.Accepted(probability);
            return new(best, null, probability);
        }

        best = best < 0 ? Nearest(candidates, []) : best;
        return new(-1, best < 0 ? null : refusedBy[best], probability);
    }

    /// <summary>Says what the threshold, every guard, also after one has refused, and the judge say of two questions. Counts nothing.</summary>
    /// <param name="left">One question.</param>
    /// <param name="right">The other.</param>
    /// <param name="similarity">The cosine of their embeddings; <see langword="null"/> for the one of the local model.</param>
    /// <returns>Every verdict, and which of them decided.</returns>
    public SameAnswerExplanation Explain(string left, string right, float? similarity = null)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var cosine = similarity ?? LocalSimilarity(left, right);
        var pair = new GuardPair(new(left), new(right));
        var verdicts = guards.Select(g => new GuardVerdict(g.Name, Refuses(g, left, right, pair))).ToArray();
        var probability = Judged(left, right, cosine);
        var required = Required(null);
        var refusedBy = !IsNear(cosine) ? Threshold
            : Array.Find(verdicts, static v => v.Refuses).Guard
            ?? (judge is null || (probability is { } p && LogOdds.OfJudged(p) >= required) ? null : Judge);
        return new()
        {
            Accepted = refusedBy is null,
            RefusedBy = refusedBy,
            Guards = verdicts,
            Similarity = cosine,
            SimilarityThreshold = SimilarityThreshold,
            Probability = probability,
            RequiredProbability = judge is null ? null : 1 - ErrorBudget,
        };
    }

    private static float LocalSimilarity(string left, string right)
    {
        Span<float> one = stackalloc float[LocalEmbeddingGenerator.Dimensions];
        Span<float> other = stackalloc float[LocalEmbeddingGenerator.Dimensions];
        LocalEmbeddingGenerator.Embed(left, one);
        LocalEmbeddingGenerator.Embed(right, other);
        return TensorPrimitives.Dot<float>(one, other);
    }

    // A guard that fails cannot tell, so it refuses.
    private static bool Refuses(ISameAnswerGuard guard, string left, string right, GuardPair pair)
    {
        try
        {
            return guard is IPairGuard reader ? left != right && reader.Refuses(pair) : guard.Refuses(left, right);
        }
        catch (Exception)
        {
            return true;
        }
    }

    /// <summary>The nearest of the candidates that nothing has refused yet, or of all; -1 where there is none.</summary>
    private static int Nearest(ReadOnlySpan<CandidateQuestion> candidates, ReadOnlySpan<string?> refusedBy)
    {
        var nearest = -1;
        for (var i = 0; i < candidates.Length; i++)
        {
            if ((refusedBy.IsEmpty || refusedBy[i] is null) && (nearest < 0 || IsNearer(candidates[i], candidates[nearest])))
            {
                nearest = i;
            }
        }

        return nearest;
    }

    private static bool IsNearer(in CandidateQuestion left, in CandidateQuestion right) =>
        left.Similarity != right.Similarity ? left.Similarity > right.Similarity : string.CompareOrdinal(left.Text, right.Text) < 0;

    private static (int Best, double? Probability) Vote(CandidateBallot ballot, string question, ReadOnlySpan<CandidateQuestion> candidates, Span<string?> refusedBy, double required)
    {
        try
        {
            var (best, score) = ballot.Hold(new(question), candidates, required, refusedBy);
            return (best, best < 0 ? null : LogOdds.ToProbability(score));
        }
        catch (Exception)
        {
            // A judge that fails cannot tell, so it refuses.
            foreach (ref var by in refusedBy)
            {
                by ??= Judge;
            }

            return (-1, null);
        }
    }

    private int NearestAdmitted(string question, ReadOnlySpan<CandidateQuestion> candidates, Span<string?> refusedBy)
    {
        int nearest;
        var read = new GuardText(question);
        while ((nearest = Nearest(candidates, refusedBy)) >= 0 && (refusedBy[nearest] = Guard(read, candidates[nearest].Text)) is not null)
        {
        }

        return nearest;
    }

    private double Required(double? errorBudget) => LogOdds.Of(1 - Math.Min(errorBudget ?? ErrorBudget, ErrorBudget));

    // A float of 0.92 is a little less than the double 0.92; the threshold is meant inclusively.
    private bool IsNear(float similarity) => similarity >= (float)SimilarityThreshold;

    // The question is read once for all its candidates.
    private string? Guard(GuardText question, string candidate)
    {
        var pair = new GuardPair(question, new(candidate));
        foreach (var guard in guards)
        {
            if (Refuses(guard, question.Text, candidate, pair))
            {
                return guard.Name;
            }
        }

        return null;
    }

    private double? Judged(string left, string right, float similarity)
    {
        try
        {
            return judge?.Probability(left, right, similarity);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private void Count(string? refusedBy, double? probability)
    {
        if (refusedBy is null)
        {
            SameAnswerMetrics.Accepted(probability);
            return;
        }

        refusals.AddOrUpdate(refusedBy, 1, static (_, n) => n + 1);
        SameAnswerMetrics.Refused(refusedBy);
    }
}
