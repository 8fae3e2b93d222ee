using System.Globalization;
using Microsoft.Extensions.AI;
using Parsimony.Benchmarks.Prefixes;
using Parsimony.Context;
using Parsimony.Embeddings;

namespace Parsimony.Benchmarks.Compaction;

/// <summary>
/// What compaction keeps of tool results: recorded agent runs are fitted, request by request, to a share of the whole run. Found are the
/// values in the arguments of the calls that the agent made next, among those that earlier tool results held, that the fitted request
/// still holds; words are the different words of tool results that it holds.
/// </summary>
internal static class CompactionReport
{
    private const int ShortestValue = 4;

    // dotnet run -c Release --project bench/Benchmarks -- compaction FILE
    public static void Run(string file)
    {
        List<RecordedSession> sessions = [.. SessionFile.Read(file)];
        foreach (var percent in (int[])[25, 50])
        {
            Print(sessions, percent, isOn: false);
            Print(sessions, percent, isOn: true);
        }
    }

    private static void Print(List<RecordedSession> sessions, int percent, bool isOn)
    {
        var counter = new ChatTokenCounter(TokenCounter.O200kBase);
        var fitter = new ContextFitter(new() { EnableCompaction = isOn }, embeddings: new LocalEmbeddingGenerator());
        var (cut, refused, needed, found, words, kept, used, room) = (0, 0, 0, 0, 0L, 0L, 0L, 0L);
        foreach (var session in sessions)
        {
            var budget = counter.CountRequest(session.Messages, null) * percent / 100;
            foreach (var end in session.Requests)
            {
                var request = session.Messages[..end];
                ContextFit fit;
                try
                {
                    fit = fitter.Fit(request, budget);
                }
                catch (ContextBudgetException)
                {
                    refused++;
                    continue;
                }

                if (ReferenceEquals(fit.Messages, request))
                {
                    continue;
                }

                cut++;
                used += fit.TokensAfter;
                room += budget;
                var (before, after) = (TextOf(request), TextOf(fit.Messages));
                foreach (var value in Arguments(session.Messages[end]).Where(v => before.Contains(v, StringComparison.Ordinal)))
                {
                    needed++;
                    found += after.Contains(value, StringComparison.Ordinal) ? 1 : 0;
                }

                var present = Words(after).ToHashSet(StringComparer.Ordinal);
                foreach (var word in Words(before).Distinct())
                {
                    words++;
                    kept += present.Contains(word) ? 1 : 0;
                }
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{percent} %, compaction {(isOn ? "on" : "off")}: {cut} requests cut, {refused} refused; found {100.0 * found / needed:f1} %, words {100.0 * kept / words:f1} %, budget used {100.0 * used / room:f1} %"));
    }

    private static string TextOf(IEnumerable<ChatMessage> messages) =>
        string.Join('\n', messages.SelectMany(static m => m.Contents).OfType<FunctionResultContent>().Select(static r => r.Result?.ToString()));

    private static IEnumerable<string> Arguments(ChatMessage message) =>
        message.Contents.OfType<FunctionCallContent>().SelectMany(static c => c.Arguments ?? new Dictionary<string, object?>())
            .Select(static a => a.Value?.ToString() ?? "").Where(static v => v.Length >= ShortestValue).Distinct();

    private static string[] Words(string text) => text.Split([.. " \n\r\t\"',:;[]{}()"], StringSplitOptions.RemoveEmptyEntries);
}
