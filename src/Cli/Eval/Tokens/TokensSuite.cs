using Microsoft.Extensions.AI;
using Parsimony.Context;

namespace Parsimony.Cli;

/// <summary><c>eval tokens</c>: counts requests whose prompt tokens the API has charged.</summary>
internal static class TokensSuite
{
    public static Task<IEvalReport> RunAsync(string file, EvalRun run)
    {
        var cases = RecordedCaseFile.Read(file);
        var kinds = Enum.GetValues<CaseKind>().ToDictionary(kind => kind, _ => new KindCounts());
        var texts = new List<(TokenCounter, string)>();
        foreach (var request in cases)
        {
            run.CancellationToken.ThrowIfCancellationRequested();
            var counter = run.Engine.Counters.ForModel(request.Model);
            var requestCounter = new ChatTokenCounter(counter, request.Model) { UsesLegacyFunctions = request.UsesLegacyFunctions };
            var counted = requestCounter.CountRequest(request.Messages, request.Options);
            kinds[request.Kind].Add(counted, request.Expected);
            texts.AddRange(request.Messages.SelectMany(message => message.Contents.OfType<TextContent>()).Select(text => (counter, text.Text)));
        }

        return Task.FromResult<IEvalReport>(new TokensReport
        {
            Cases = cases.Count,
            Kinds = kinds,
            MegabytesPerSecond = CountingSpeed.Measure(texts, run.CancellationToken),
        });
    }
}
