namespace Parsimony.Cli.Tests;

public class StreamTallyTests
{
    [Fact]
    public void Adds_up_by_hand()
    {
        var tally = new StreamTally();
        tally.Add(RequestKind.New, Outcome.Model, isRight: true, TimeSpan.FromMicroseconds(100));
        tally.Add(RequestKind.Repeat, Outcome.ExactHit, isRight: true, TimeSpan.FromMicroseconds(1));
        tally.Add(RequestKind.Repeat, Outcome.ExactHit, isRight: false, TimeSpan.FromMicroseconds(2));
        tally.Add(RequestKind.Opportunity, Outcome.SameAnswerHit, isRight: true, TimeSpan.FromMicroseconds(10));
        tally.Add(RequestKind.Opportunity, Outcome.SameAnswerHit, isRight: false, TimeSpan.FromMicroseconds(20));
        tally.Add(RequestKind.Opportunity, Outcome.Model, isRight: true, TimeSpan.FromMicroseconds(200));
        tally.Add(RequestKind.New, Outcome.SameAnswerHit, isRight: false, TimeSpan.FromMicroseconds(30));
        tally.Add(RequestKind.New, Outcome.Model, isRight: true, TimeSpan.FromMicroseconds(300));

        // 8 requests; 2 exact + 3 same-answer hits; wrong 1 + 2. Opportunities 3, one taken rightly. The bound solves
        // P(at most 3 of 8 | p) = 0.05: p = 0.7108 (the Beta(4, 5) distribution's 95 % point). By time: 1 2 10 20 30 100 200 300, the
        // 4th is the median and the 8th the 99 % rank.
        Json.Equal("""
            {"requests":8,"exactHits":2,"sameAnswerHits":3,"wrong":3,"exactWrong":1,"opportunities":3,"sameAnswerRecall":0.333333,
             "hitRate":0.625,"errorRate":0.375,"errorRateUpper95":0.710759,"sameAnswerErrorRate":0.666667,"p50Micros":20,"p99Micros":300}
            """, Json.Of(tally.ToReport()));
    }
}
