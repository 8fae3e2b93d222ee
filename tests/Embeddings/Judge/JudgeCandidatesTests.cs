using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class JudgeCandidatesTests
{
    private static readonly string[] Candidates =
    [
        "How can I reset my password?", "How do I delete my account?", "I forgot my password, how can I change it", "What is the capital of France?",
        "Wie setze ich mein Passwort zurück?", "", "Why was my card declined at the supermarket in Zxqvbn yesterday?", "How do I reset my password?",
    ];

    private readonly LocalSameAnswerJudge judge = new();

    [Fact]
    public void Several_candidates_get_the_probabilities_that_each_gets_alone() =>
        Prop.ForAll<string, string[]>(AreThoseOfEachAlone).QuickCheckThrowOnFailure();

    [Fact]
    public void A_question_that_is_among_its_candidates_is_found_there()
    {
        var probabilities = new double[Candidates.Length];

        judge.Probabilities("How do I reset my password?", Candidates, new float[Candidates.Length], probabilities);

        Assert.True(probabilities[7] > 0.9);
        Assert.True(probabilities[3] < 0.1);
        Assert.Equal(0, probabilities[4]);
    }

    [Fact]
    public void Probabilities_without_room_are_refused() =>
        Assert.Throws<ArgumentException>(() => judge.Probabilities("a", ["b", "c"], [0, 0], new double[1]));

    [Fact]
    public void A_candidate_that_is_missing_is_refused_and_the_next_call_is_served()
    {
        var probabilities = new double[2];

        Assert.Throws<ArgumentNullException>(() => judge.Probabilities("How do I reset my password?", ["How do I reset my password?", null!], [0, 0], probabilities));

        judge.Probabilities("How do I reset my password?", Candidates.AsSpan(0, 2), [0, 0], probabilities);
        Assert.Equal(judge.Probability("How do I reset my password?", Candidates[0], 0), probabilities[0]);
    }

    private bool AreThoseOfEachAlone(string? question, string?[]? drawn)
    {
        string[] candidates = [.. Candidates, .. (drawn ?? []).Select(static c => c ?? "")];
        var probabilities = new double[candidates.Length];
        foreach (var asked in new[] { question ?? "", "How do I change my password?" })
        {
            judge.Probabilities(asked, candidates, new float[candidates.Length], probabilities);
            if (!probabilities.SequenceEqual(candidates.Select(c => judge.Probability(c, asked, 0))))
            {
                return false;
            }
        }

        return true;
    }
}
