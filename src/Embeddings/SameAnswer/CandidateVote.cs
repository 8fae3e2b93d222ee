namespace Parsimony.Embeddings;

/// <summary>
/// What the candidates say together. A pair can be judged by its words alone; the neighbourhood knows more: that several questions with
/// one answer are near speaks for that answer, that one with another answer is as near speaks against it. Reasons and figures:
/// docs/decisions/0006-what-the-neighbours-say.md.
/// </summary>
/// <remarks>All scores are log-odds, <see cref="LogOdds"/>. No result depends on the order of the candidates.</remarks>
internal static class CandidateVote
{
    /// <summary>From what score on the judge holds two candidates' questions to be one.</summary>
    public const double OneQuestion = 1.5;

    /// <summary>
    /// The least score with which a candidate can be helped by others: a chance of 0.85, above all that the local judge gives to a pair in
    /// which it is sure of a difference. Several near misses with one answer must not lift each other.
    /// </summary>
    public static readonly double LeastToBeHelped = LogOdds.Of(0.85);

    // A candidate this far below the best one says nothing about it.
    private const double Reach = 4;
    private const double WeightOfSupport = 0.5;
    private const int MostSupporters = 3;

    /// <summary>The most that others can add to a score.</summary>
    public const double MostSupport = WeightOfSupport * MostSupporters;

    /// <summary>Whether a candidate is near enough to the best one to say anything.</summary>
    /// <param name="score">Its score.</param>
    /// <param name="best">The best one's.</param>
    public static bool Reaches(double score, double best) => score > best - Reach;

    /// <summary>What a candidate is to the best one, as far as their answers tell.</summary>
    /// <param name="score">Its score.</param>
    /// <param name="best">The best one's.</param>
    /// <param name="sameAnswer">Whether their answers are equal.</param>
    /// <param name="admitted">Whether it passed the guards: one that did not may not speak for another.</param>
    public static CandidateStance Stance(double score, double best, bool sameAnswer, bool admitted) =>
        !Reaches(score, best) ? CandidateStance.Silent
        : sameAnswer ? (admitted ? CandidateStance.Agrees : CandidateStance.Silent)
        : admitted ? CandidateStance.Unknown
        : CandidateStance.Rival;

    /// <summary>The score of the best candidate after all have been heard.</summary>
    /// <param name="scores">The judge's score of each candidate.</param>
    /// <param name="stances">What each candidate says.</param>
    /// <param name="best">The best candidate.</param>
    /// <param name="unknown">What the unknown ones are taken for: <see cref="CandidateStance.Agrees"/> gives the most that can come out, <see cref="CandidateStance.Rival"/> the least.</param>
    public static double Score(ReadOnlySpan<double> scores, ReadOnlySpan<CandidateStance> stances, int best, CandidateStance unknown)
    {
        Span<double> supporters = stackalloc double[MostSupporters];
        supporters.Fill(double.NegativeInfinity);
        var rival = double.NegativeInfinity;
        for (var i = 0; i < scores.Length; i++)
        {
            switch (stances[i] == CandidateStance.Unknown ? unknown : stances[i])
            {
                case CandidateStance.Agrees when scores[best] >= LeastToBeHelped:
                    Insert(supporters, scores[i]);
                    break;
                case CandidateStance.Rival:
                    rival = Math.Max(rival, scores[i]);
                    break;
                default:
                    break;
            }
        }

        var support = 0.0;
        foreach (var score in supporters)
        {
            support += Math.Max(0, score - scores[best] + Reach) / Reach;
        }

        var vote = scores[best] + (WeightOfSupport * support);
        return vote - Math.Max(0, rival - vote + Reach);
    }

    // Highest first; the lowest falls off the end.
    private static void Insert(Span<double> highest, double score)
    {
        for (var i = 0; i < highest.Length; i++)
        {
            if (score > highest[i])
            {
                (highest[i], score) = (score, highest[i]);
            }
        }
    }
}
