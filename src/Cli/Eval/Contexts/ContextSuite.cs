namespace Parsimony.Cli;

/// <summary><c>eval context</c>: how much of a question's evidence is still there when the conversation is fitted to a share of its tokens.</summary>
internal static class ContextSuite
{
    private static readonly int[] Percents = [5, 10, 25, 50];

    public static Task<IEvalReport> RunAsync(string file, EvalRun run)
    {
        int conversations = 0, questions = 0, fits = 0;
        var time = TimeSpan.Zero;
        (int Percent, EvidenceRecall Recall)[] recalls = [.. Percents.Select(percent => (percent, new EvidenceRecall()))];
        foreach (var conversation in ConversationFile.Read(file))
        {
            conversations++;
            var fitting = new ShareFitting(run.Engine.Fitter, conversation);
            foreach (var question in conversation.Questions)
            {
                questions++;
                foreach (var (percent, recall) in recalls)
                {
                    run.CancellationToken.ThrowIfCancellationRequested();
                    recall.Add(question.Evidence, fitting.Fit(question.Text, percent, out var elapsed));
                    time += elapsed;
                    fits++;
                }
            }
        }

        return Task.FromResult<IEvalReport>(new ContextReport
        {
            Conversations = conversations,
            Questions = questions,
            Recall = recalls,
            MicrosPerFit = Ratio.Of(time.TotalMicroseconds, fits),
        });
    }
}
