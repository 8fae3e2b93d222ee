using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.AI;
using Parsimony.Context;
using Parsimony.Embeddings;

namespace Parsimony.Benchmarks.Prefixes;

/// <summary>
/// How much of each request a provider has seen in the one before it, in both modes: sessions are replayed request by request under a
/// budget of a share of their final size. Where there are questions about the whole session: how much of what answers them is kept.
/// </summary>
internal static class PrefixReport
{
    private static readonly LocalEmbeddingGenerator Embeddings = new();

    // dotnet run -c Release --project bench/Benchmarks -- prefixes FILE... [HIGH/LOW...]
    public static void Run(string[] args)
    {
        (double High, double Low)[] marks = [.. args.Where(static a => !File.Exists(a)).Select(static a => a.Split('/'))
            .Select(static a => (double.Parse(a[0], CultureInfo.InvariantCulture), double.Parse(a[1], CultureInfo.InvariantCulture)))];
        foreach (var file in args.Where(File.Exists))
        {
            List<RecordedSession> sessions = [.. SessionFile.Read(file)];
            Console.WriteLine($"{Path.GetFileName(file)}: {sessions.Count} sessions");
            foreach (var percent in (int[])[25, 50])
            {
                Print(sessions, percent, new ContextBudgetOptions());
                Print(sessions, percent, new ContextBudgetOptions { Mode = ContextMode.StablePrefix });
                foreach (var (high, low) in marks)
                {
                    Print(sessions, percent, new ContextBudgetOptions { Mode = ContextMode.StablePrefix, HighWatermark = high, LowWatermark = low });
                }
            }
        }
    }

    private static void Print(List<RecordedSession> sessions, int percent, ContextBudgetOptions options)
    {
        var counter = new ChatTokenCounter(TokenCounter.O200kBase);
        var fitter = new ContextFitter(options, embeddings: Embeddings);
        var (prompt, later, common, asked, refused, quoting) = (0L, 0L, 0L, 0, 0, 0);
        var times = new List<double>();
        var recalls = new List<double>();
        foreach (var session in sessions)
        {
            var scope = new CallScope { Session = Guid.NewGuid().ToString() };
            var budget = counter.CountRequest(session.Messages, null) * percent / 100;
            foreach (var end in session.Requests)
            {
                try
                {
                    var request = session.Messages[..end];
                    var start = Stopwatch.GetTimestamp();
                    var fit = fitter.Fit(request, budget, scope);
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    asked++;
                    quoting += fit.Messages.Count > request.Count - fit.Dropped ? 1 : 0;
                    prompt += fit.TokensAfter;
                    later += fit.CommonPrefixTokens is null ? 0 : fit.TokensAfter;
                    common += fit.CommonPrefixTokens ?? 0;
                }
                catch (ContextBudgetException)
                {
                    refused++;
                }
            }

            foreach (var (text, evidence) in session.Questions)
            {
                var question = new ChatMessage(ChatRole.User, text);
                var fit = fitter.Fit([.. session.Messages, question], budget + counter.CountMessage(question));
                var kept = fit.Items.Where(static i => i.IsKept).SelectMany(static i => i.MessageIndexes).ToHashSet();
                recalls.Add(evidence.Average(e => kept.Contains(e) ? 1.0 : 0));
            }
        }

        times.Sort();
        var settings = options.Mode == ContextMode.Relevance ? "" : $" {options.HighWatermark:0.##}/{options.LowWatermark:0.##}";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {percent} % {options.Mode}{settings}: {asked} requests ({refused} refused, {quoting} with a quote), {prompt} prompt tokens, common prefix {100.0 * common / prompt:0.0} % ({100.0 * common / later:0.0} % without the first requests of sessions), not seen before {prompt - common}, fit p50 {times[times.Count / 2]:0.00} p99 {times[times.Count * 99 / 100]:0.00} ms")
            + (recalls.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $", evidence recall {100 * recalls.Average():0.0} %") : ""));
    }
}
