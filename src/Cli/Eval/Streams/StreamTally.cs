namespace Parsimony.Cli;

/// <summary>Adds up what became of the requests.</summary>
internal sealed class StreamTally
{
    private readonly List<double> micros = [];
    private int exactHits;
    private int sameAnswerHits;
    private int exactWrong;
    private int sameAnswerWrong;
    private int opportunities;
    private int opportunitiesTaken;

    /// <summary>Adds a request.</summary>
    /// <param name="kind">What it is to those before it.</param>
    /// <param name="outcome">How it was answered.</param>
    /// <param name="isRight">Whether the answer is the one that its label says.</param>
    /// <param name="time">How long the call took.</param>
    public void Add(RequestKind kind, Outcome outcome, bool isRight, TimeSpan time)
    {
        micros.Add(time.TotalMicroseconds);
        exactHits += outcome == Outcome.ExactHit ? 1 : 0;
        exactWrong += outcome == Outcome.ExactHit && !isRight ? 1 : 0;
        sameAnswerHits += outcome == Outcome.SameAnswerHit ? 1 : 0;
        sameAnswerWrong += outcome == Outcome.SameAnswerHit && !isRight ? 1 : 0;
        opportunities += kind == RequestKind.Opportunity ? 1 : 0;
        opportunitiesTaken += kind == RequestKind.Opportunity && outcome == Outcome.SameAnswerHit && isRight ? 1 : 0;
    }

    public StreamReport ToReport() => new()
    {
        Requests = micros.Count,
        ExactHits = exactHits,
        SameAnswerHits = sameAnswerHits,
        ExactWrong = exactWrong,
        SameAnswerWrong = sameAnswerWrong,
        Opportunities = opportunities,
        OpportunitiesTaken = opportunitiesTaken,
        P50Micros = Percentile.Of(micros, 50),
        P99Micros = Percentile.Of(micros, 99),
    };
}
