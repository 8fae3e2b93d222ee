using Parsimony.QuickStart.Run;

namespace Parsimony.QuickStart.Report;

/// <summary>What the table does not say by itself.</summary>
internal static class Remarks
{
    public static IEnumerable<string> Of(RunResult run)
    {
        foreach (var column in run.Results)
        {
            yield return $"{column.Title}: {column.Explanation}.";
        }

        var everything = run.Everything;
        yield return $"The model's accuracy with the whole handbook is {(double)everything.Correct / everything.Turns.Count:p1}; an answer is right if it cites the article that the message was written for.";
        foreach (var column in run.Results.Where(column => column.ReplayedMistakes > 0))
        {
            yield return $"{column.Title}: {column.ReplayedMistakes:n0} hits replayed a mistake of the model's own: wrong when it was made, and for the right question.";
        }

        foreach (var remark in run.Results.SelectMany(column => column.Remarks.Select(remark => $"{column.Title}: {remark}")))
        {
            yield return remark;
        }

        if (run.Results.Any(column => column.SameAnswerHits > 0))
        {
            yield return "Same-answer hits are the same message behind another history, and messages in other words that the judge is sure of.";
        }

        if (!run.IsLive)
        {
            yield return "The model's own time is what a hosted model would take at 10,000 prompt and 80 reply tokens a second; the run is faster by --speed.";
        }

        yield return "Added latency is the time from the question to the whole reply, less the model's own; prompts are recounted from scratch at the model's door.";
    }
}
