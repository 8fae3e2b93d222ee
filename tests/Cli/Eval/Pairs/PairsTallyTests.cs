namespace Parsimony.Cli.Tests;

public class PairsTallyTests
{
    [Fact]
    public void Adds_up_by_hand()
    {
        var tally = new PairsTally();
        Add(tally, truth: true, kind: "a", served: true, cosine: 0.9f, probability: 0.99);
        Add(tally, truth: true, kind: "a", served: false, cosine: 0.5f, probability: 0.90);
        Add(tally, truth: false, kind: "b", served: true, cosine: 0.8f, probability: 0.95);
        Add(tally, truth: false, kind: null, served: false, cosine: 0.1f, probability: 0.10);
        tally.Count([new("number", true), new("quote", false)]);
        tally.Count([new("number", true), new("quote", false)]);

        var report = Json.Of(tally.ToReport());

        // 2 served of which 1 wrongly; recall 1 of 2 positives; false hits 1 of 2 negatives.
        Json.Equal("""
            {"pairs":4,"positives":2,
             "cosine":{"auc":0.75,"ap":0.833333},
             "judge":{"auc":0.75,"ap":0.833333,"recallAtFpr":{"1":0.5,"2":0.5,"5":0.5}},
             "default":{"served":2,"falseServed":1,"recall":0.5,"falseHitRate":0.5,
                        "byKind":{"a":{"pairs":2,"served":1},"b":{"pairs":1,"served":1}}},
             "guards":{"number":2,"quote":0},"microsPerPair":10}
            """, report);

        // Both scores order the cases positive, negative, positive, negative. AUC: 3 of the 4 pairs of a positive and a negative are in
        // order. AP: (1/1 + 2/3) / 2 = 5/6. With no negative accepted (1 % of 2 is less than one): recall 1/2.
    }

    [Fact]
    public void Says_null_where_the_engine_has_no_score()
    {
        var tally = new PairsTally();
        tally.Add(new QuestionPair(true, "a", "b", null), new PairVerdict(false, null, null, []), TimeSpan.FromMicroseconds(4));
        Json.Equal("""
            {"pairs":1,"positives":1,"cosine":null,"judge":null,
             "default":{"served":0,"falseServed":0,"recall":0,"falseHitRate":null,"byKind":{}},"guards":{},"microsPerPair":4}
            """, Json.Of(tally.ToReport()));
    }

    private static void Add(PairsTally tally, bool truth, string? kind, bool served, float cosine, double probability) =>
        tally.Add(new QuestionPair(truth, "left", "right", kind), new PairVerdict(served, cosine, probability, []), TimeSpan.FromMicroseconds(10));
}
