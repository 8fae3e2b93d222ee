using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class CandidateVoteTests
{
    private static readonly double[] Scores = [5, 4, 3, 2, 1];

    [Fact]
    public void Alone_a_candidate_keeps_its_score() => Assert.Equal(5, CandidateVote.Score([5], [CandidateStance.Silent], 0, CandidateStance.Rival));

    [Fact]
    public void At_most_three_support_it_each_by_half_a_point_at_most()
    {
        Assert.Equal(5 + (0.5 * (0.75 + 0.5 + 0.25)), Vote(CandidateStance.Agrees, CandidateStance.Agrees, CandidateStance.Agrees, CandidateStance.Agrees), 9);
        Assert.Equal(6.5, CandidateVote.Score([5, 5, 5, 5, 5], [CandidateStance.Silent, .. Enumerable.Repeat(CandidateStance.Agrees, 4)], 0, CandidateStance.Rival), 9);
    }

    [Fact]
    public void The_strongest_rival_takes_away_what_it_comes_within_four_points()
    {
        Assert.Equal(2, Vote(CandidateStance.Rival, CandidateStance.Rival, CandidateStance.Silent, CandidateStance.Silent), 9);
        Assert.Equal(4, Vote(CandidateStance.Silent, CandidateStance.Silent, CandidateStance.Rival, CandidateStance.Silent), 9);
        Assert.Equal(5, Vote(CandidateStance.Silent, CandidateStance.Silent, CandidateStance.Silent, CandidateStance.Rival), 9);
    }

    [Fact]
    public void Answers_tell_who_agrees_and_guards_who_may()
    {
        Assert.Equal(CandidateStance.Agrees, CandidateVote.Stance(4, 5, sameAnswer: true, admitted: true));
        Assert.Equal(CandidateStance.Silent, CandidateVote.Stance(4, 5, sameAnswer: true, admitted: false));
        Assert.Equal(CandidateStance.Unknown, CandidateVote.Stance(4, 5, sameAnswer: false, admitted: true));
        Assert.Equal(CandidateStance.Rival, CandidateVote.Stance(4, 5, sameAnswer: false, admitted: false));
        Assert.Equal(CandidateStance.Silent, CandidateVote.Stance(1, 5, sameAnswer: false, admitted: false));
    }

    [Fact]
    public void A_rival_that_gains_never_raises_the_vote() => Prop.ForAll(Votes(), vote =>
    {
        var before = CandidateVote.Score(vote.Scores, vote.Stances, 0, CandidateStance.Rival);
        for (var i = 1; i < vote.Scores.Length; i++)
        {
            if (vote.Stances[i] == CandidateStance.Rival)
            {
                double[] raised = [.. vote.Scores];
                raised[i] += 1.5;
                Assert.True(CandidateVote.Score(raised, vote.Stances, 0, CandidateStance.Rival) <= before);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whoever_turns_from_a_rival_to_a_supporter_never_lowers_the_vote() => Prop.ForAll(Votes(), vote =>
    {
        var before = CandidateVote.Score(vote.Scores, vote.Stances, 0, CandidateStance.Rival);
        for (var i = 1; i < vote.Scores.Length; i++)
        {
            CandidateStance[] turned = [.. vote.Stances];
            turned[i] = turned[i] == CandidateStance.Rival ? CandidateStance.Agrees : turned[i];
            Assert.True(CandidateVote.Score(vote.Scores, turned, 0, CandidateStance.Rival) >= before);
        }
    }).QuickCheckThrowOnFailure();

    private static double Vote(params CandidateStance[] others) => CandidateVote.Score(Scores, [CandidateStance.Silent, .. others], 0, CandidateStance.Rival);

    private static Arbitrary<(double[] Scores, CandidateStance[] Stances)> Votes()
    {
        var other = from score in Gen.Choose(-76, 76) from stance in Gen.Elements(CandidateStance.Silent, CandidateStance.Agrees, CandidateStance.Rival) select (Score: score / 10.0, stance);
        var votes = from best in Gen.Choose(-76, 76)
            from others in other.ListOf()
            select (Scores: new[] { best / 10.0 }.Concat(others.Select(o => Math.Min(o.Score, best / 10.0))).ToArray(), Stances: new[] { CandidateStance.Silent }.Concat(others.Select(o => o.stance)).ToArray());
        return votes.ToArbitrary();
    }
}
