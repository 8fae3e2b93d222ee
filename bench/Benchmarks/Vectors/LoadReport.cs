using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.AI;
using Parsimony.Caching;

namespace Parsimony.Benchmarks.Vectors;

/// <summary>How long the index takes to be made anew from the disk after a restart.</summary>
internal static class LoadReport
{
    public static async Task<string> RunAsync(int entries)
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            using var generator = new RandomEmbeddings();
            var options = new ResponseCacheOptions { Directory = directory.FullName, L2MaxBytes = 4L << 30 };
            await using (var cache = new ResponseCache(options, generator))
            {
                for (var i = 0; i < entries; i++)
                {
                    await cache.StoreAsync(cache.Plan([new(ChatRole.User, "question " + i)], null, CallScope.Empty), new(new ChatMessage(ChatRole.Assistant, "a")));
                }
            }

            await using var restarted = new ResponseCache(options, generator);
            var start = Stopwatch.GetTimestamp();
            await restarted.MaintainAsync();
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"load of {restarted.Statistics.IndexedQuestions} after a restart: {seconds:F2} s, {seconds * 1e6 / entries:F0} us an entry");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private sealed class RandomEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
    {
        private readonly Random random = new(9);

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(_ =>
                new Embedding<float>(VectorSet.Unit([.. Enumerable.Range(0, VectorSet.Dimensions).Select(_ => random.NextSingle() - 0.5f)])))));

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
