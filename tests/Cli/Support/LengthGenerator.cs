using Microsoft.Extensions.AI;

namespace Parsimony.Cli.Tests;

/// <summary>Embeds a text by its length alone: texts of one length are alike, all others are orthogonal (up to 64 characters).</summary>
internal sealed class LengthGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int Width = 64;

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(Embed)));

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static Embedding<float> Embed(string text)
    {
        var vector = new float[Width];
        vector[text.Length % Width] = 1;
        return new Embedding<float>(vector);
    }
}
