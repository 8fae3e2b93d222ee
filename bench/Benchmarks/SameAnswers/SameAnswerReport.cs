using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Parsimony.Caching;
using Parsimony.Embeddings;

namespace Parsimony.Benchmarks.SameAnswers;

/// <summary>
/// A same-answer hit through the whole client: key, embedding, search, guards, judge, replay; beside an exact hit and a miss. Everything as
/// <c>AddParsimony</c> gives it, the cache in memory.
/// </summary>
internal static class SameAnswerReport
{
    private const int Asked = 4_000;

    // dotnet run -c Release --project bench/Benchmarks -- same-answer FOLDER_OF_QUESTIONS
    public static async Task RunAsync(string folder)
    {
        string[] questions = [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
            .Select(static q => q.Trim()).Where(static q => q.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        new Random(7).Shuffle(questions);
        foreach (var size in (int[])[1_000, 10_000, 100_000])
        {
            await RunAsync(questions[..Math.Min(size, questions.Length - Asked)], questions[^Asked..]);
        }

        // Last, when all is compiled.
        Parts(questions);
    }

    /// <summary>The embedding, the search among 100,000 and the decision by themselves.</summary>
    private static void Parts(string[] questions)
    {
        var decider = new SameAnswerDecider(judge: new LocalSameAnswerJudge());
        var guards = new SameAnswerDecider();
        var vector = new float[LocalEmbeddingGenerator.Dimensions];
        var index = new VectorIndex(vector.Length);
        for (var i = 0; i < Math.Min(100_000, questions.Length - Asked); i++)
        {
            if (LocalEmbeddingGenerator.Embed(questions[Asked + i], vector))
            {
                index.Add(i, vector);
            }
        }

        var matches = new VectorMatch[8];
        var (embedding, search, guarding, decision) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Asked; i++)
        {
            var text = questions[i];
            CandidateQuestion[] candidates = [.. Enumerable.Range(0, 8).Select(c => new CandidateQuestion(c == 0 ? InOtherWords(text) : questions[i + c], 0.95f, (ulong)c))];
            embedding.Add(Micros(() => LocalEmbeddingGenerator.Embed(text, vector)));
            search.Add(Micros(() => index.Search(vector, (float)decider.SimilarityThreshold, matches)));
            guarding.Add(Micros(() => guards.Decide(text, candidates)));
            decision.Add(Micros(() => decider.Decide(text, candidates)));
        }

        Console.WriteLine($"parts (us, p50 / p99): embedding {Of(embedding)}, search among {index.Count} {Of(search)}, guards over 8 candidates {Of(guarding)}, guards and judge {Of(decision)}");

        static double Micros(Action work)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
    }

    private static async Task RunAsync(string[] held, string[] others)
    {
        await using var services = new ServiceCollection().AddParsimony(static o =>
        {
            o.Cache.L1MaxBytes = 1L << 30;
            o.Cache.MaxIndexedQuestions = 200_000;
            o.EnableThrottle = false;
        }).BuildServiceProvider();
        var cache = services.GetRequiredService<ResponseCache>();
        using var model = new FixedChatClient();
        var client = model.WithParsimony(services);
        for (var i = 0; i < held.Length; i++)
        {
            // Every answer in words of its own: the judge may have to compare candidates.
            var answer = new ChatMessage(ChatRole.Assistant, $"The answer to question {i}.");
            await cache.StoreAsync(cache.Plan(Ask(held[i]), null, CallScope.Empty, model), new(answer) { FinishReason = ChatFinishReason.Stop });
        }

        var sameAnswer = false;
        cache.Hit += (_, hit) => sameAnswer = hit.SameAnswer;
        var (exact, same, refused, miss) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Asked; i++)
        {
            var text = held[i % held.Length];
            await TimeAsync(text, exact, exact);
            await TimeAsync(InOtherWords(text), same, refused);
            if (i % 8 == 0)
            {
                await TimeAsync(others[i], same, miss);
            }
        }

        Console.WriteLine($"{cache.Statistics.IndexedQuestions} questions held (us, p50 / p99): exact hit {Of(exact)}, same-answer hit {Of(same)} ({same.Count}), refused and asked {Of(refused)} ({refused.Count}), miss {Of(miss)} ({miss.Count})");

        async Task TimeAsync(string text, List<double> hits, List<double> misses)
        {
            var calls = cache.Statistics.Misses;
            sameAnswer = false;
            var messages = Ask(text);
            var start = Stopwatch.GetTimestamp();
            await client.GetResponseAsync(messages);
            var micros = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            (sameAnswer || cache.Statistics.Misses == calls ? hits : misses).Add(micros);
        }
    }

    private static List<ChatMessage> Ask(string text) => [new(ChatRole.User, text)];

    // Other letters, blanks and politeness: what every judge worth its name accepts most of the time.
    private static string InOtherWords(string text) => "please tell me " + text.TrimEnd('?', '.', '!').ToLowerInvariant();

    private static string Of(List<double> micros)
    {
        micros.Sort();
        return micros.Count == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{micros[micros.Count / 2]:F0} / {micros[micros.Count * 99 / 100]:F0}");
    }
}
