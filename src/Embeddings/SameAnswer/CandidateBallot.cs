namespace Parsimony.Embeddings;

/// <summary>
/// Finds the best candidate and hears the others. The outcome is that of asking every guard about every candidate, and the judge about
/// every two, and then voting; but guards and judge are asked only where their word can change it.
/// </summary>
/// <param name="judge">Gives the scores, and compares candidates.</param>
/// <param name="guard">Names the guard that refuses two questions, or none.</param>
internal sealed class CandidateBallot(ISameAnswerJudge judge, Func<GuardText, string, string?> guard)
{
    private const int MostOnStack = 64;

    /// <summary>Holds the vote.</summary>
    /// <param name="question">The question that is asked.</param>
    /// <param name="candidates">The candidates.</param>
    /// <param name="required">The score that the best one needs.</param>
    /// <param name="refusedBy">Receives what refused each candidate; one that is named already has no part in the vote.</param>
    /// <returns>The best candidate that no guard refuses, or -1 where none could reach the required score; and the score after the vote, -infinity where there was none.</returns>
    public (int Best, double Score) Hold(GuardText question, ReadOnlySpan<CandidateQuestion> candidates, double required, Span<string?> refusedBy)
    {
        Span<double> scores = candidates.Length <= MostOnStack ? stackalloc double[candidates.Length] : new double[candidates.Length];
        Judge(question.Text, candidates, scores);
        Span<CandidateStance> stances = candidates.Length <= MostOnStack ? stackalloc CandidateStance[candidates.Length] : new CandidateStance[candidates.Length];
        for (var i = 0; i < candidates.Length; i++)
        {
            scores[i] = refusedBy[i] is null ? LogOdds.OfJudged(scores[i]) : double.NegativeInfinity;
        }

        var best = Best(question, candidates, scores, required, refusedBy);
        var vote = best < 0 ? double.NegativeInfinity : Vote(question, candidates, scores, required, refusedBy, best, stances);
        for (var i = 0; i < candidates.Length; i++)
        {
            refusedBy[i] ??= i == best && vote >= required ? null
                : scores[i] < required ? SameAnswerDecider.Judge
                : i == best ? SameAnswerDecider.Rivals
                : null;
        }

        return (best, vote);
    }

    /// <summary>The highest score, of equals the higher cosine, then the lower text; -1 where all are refused.</summary>
    private static int Highest(ReadOnlySpan<CandidateQuestion> candidates, ReadOnlySpan<double> scores, ReadOnlySpan<string?> refusedBy)
    {
        var highest = -1;
        for (var i = 0; i < candidates.Length; i++)
        {
            if (refusedBy[i] is null && (highest < 0 || IsBetter(candidates[i], scores[i], candidates[highest], scores[highest])))
            {
                highest = i;
            }
        }

        return highest;
    }

    private static bool IsBetter(in CandidateQuestion left, double leftScore, in CandidateQuestion right, double rightScore) =>
        leftScore != rightScore ? leftScore > rightScore
        : left.Similarity != right.Similarity ? left.Similarity > right.Similarity
        : string.CompareOrdinal(left.Text, right.Text) < 0;

    private int Best(GuardText question, ReadOnlySpan<CandidateQuestion> candidates, ReadOnlySpan<double> scores, double required, Span<string?> refusedBy)
    {
        while (true)
        {
            var highest = Highest(candidates, scores, refusedBy);
            if (highest < 0 || !(scores[highest] + CandidateVote.MostSupport >= required))
            {
                return -1;
            }

            refusedBy[highest] = guard(question, candidates[highest].Text);
            if (refusedBy[highest] is null)
            {
                return highest;
            }
        }
    }

    private double Vote(
        GuardText question,
        ReadOnlySpan<CandidateQuestion> candidates,
        ReadOnlySpan<double> scores,
        double required,
        Span<string?> refusedBy,
        int best,
        Span<CandidateStance> stances)
    {
        for (var i = 0; i < candidates.Length; i++)
        {
            if (i != best && refusedBy[i] is null && CandidateVote.Reaches(scores[i], scores[best]))
            {
                refusedBy[i] = guard(question, candidates[i].Text);
            }

            stances[i] = i == best ? CandidateStance.Silent
                : CandidateVote.Stance(scores[i], scores[best], candidates[i].Answer == candidates[best].Answer, admitted: refusedBy[i] is null);
        }

        var least = CandidateVote.Score(scores, stances, best, CandidateStance.Rival);
        if (least >= required || CandidateVote.Score(scores, stances, best, CandidateStance.Agrees) < required)
        {
            return least;
        }

        Compare(candidates, best, stances);
        return CandidateVote.Score(scores, stances, best, CandidateStance.Rival);
    }

    private void Judge(string question, ReadOnlySpan<CandidateQuestion> candidates, Span<double> probabilities)
    {
        var texts = new string[candidates.Length];
        Span<float> similarities = candidates.Length <= MostOnStack ? stackalloc float[candidates.Length] : new float[candidates.Length];
        for (var i = 0; i < candidates.Length; i++)
        {
            (texts[i], similarities[i]) = (candidates[i].Text, candidates[i].Similarity);
        }

        judge.Probabilities(question, texts, similarities, probabilities);
    }

    private void Compare(ReadOnlySpan<CandidateQuestion> candidates, int best, Span<CandidateStance> stances)
    {
        var count = stances.Count(CandidateStance.Unknown);
        var texts = new string[count];
        var at = 0;
        for (var i = 0; i < stances.Length; i++)
        {
            if (stances[i] == CandidateStance.Unknown)
            {
                texts[at++] = candidates[i].Text;
            }
        }

        // The cosine of two candidates is not at hand; both are near the question.
        var similarities = new float[count];
        similarities.AsSpan().Fill(1);
        var probabilities = new double[count];
        judge.Probabilities(candidates[best].Text, texts, similarities, probabilities);
        at = 0;
        foreach (ref var stance in stances)
        {
            if (stance == CandidateStance.Unknown)
            {
                stance = LogOdds.OfJudged(probabilities[at++]) >= CandidateVote.OneQuestion ? CandidateStance.Agrees : CandidateStance.Rival;
            }
        }
    }
}
