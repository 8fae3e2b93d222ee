using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests;

/// <summary>Embeddings by a table: texts of one group point the same way, all others are orthogonal to each other.</summary>
internal sealed class FakeEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly Dictionary<string, int> axes = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private int calls;

    public FakeEmbeddings(params string[][] groups)
    {
        foreach (var group in groups)
        {
            var axis = axes.Count == 0 ? 0 : axes.Values.Max() + 1;
            foreach (var text in group)
            {
                axes[text] = axis;
            }
        }
    }

    public int Width { get; set; } = 64;

    public string ModelId { get; set; } = "fake-embedding";

    /// <summary>Gets or sets what happens instead of an embedding.</summary>
    public Func<CancellationToken, Task<float[]>>? Instead { get; set; }

    public int Calls => Volatile.Read(ref calls);

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref calls);
        var result = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var text in values)
        {
            result.Add(new Embedding<float>(Instead is { } instead ? await instead(cancellationToken) : Vector(text)));
        }

        return result;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("fake", null, ModelId) : null;

    public void Dispose()
    {
    }

    private float[] Vector(string text)
    {
        lock (gate)
        {
            if (!axes.TryGetValue(text, out var axis))
            {
                axes[text] = axis = axes.Count == 0 ? 0 : axes.Values.Max() + 1;
            }

            var vector = new float[Width];
            vector[axis % Width] = 3;
            return vector;
        }
    }
}
