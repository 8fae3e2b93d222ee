using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using Parsimony.QuickStart.Desk;

namespace Parsimony.QuickStart.Columns;

/// <summary>
/// Embeddings that know only one thing: whether two texts are the same. The desk declares that its customers' messages stand on
/// their own (<see cref="Caching.HistoryScope.None"/>); with these embeddings a message that was asked before is recognised in
/// another history too, and a message in other words never is. An embedding model takes its place to recognise those.
/// </summary>
internal sealed class RepeatedTextGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int Dimensions = 64;

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(Direction(text)))));

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    // A direction drawn by the text's hash: that of another text is about a right angle away.
    private static float[] Direction(string text)
    {
        var random = new SeededRandom(BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        var direction = new float[Dimensions];
        for (var i = 0; i < direction.Length; i++)
        {
            direction[i] = (float)((random.NextDouble() * 2) - 1);
        }

        return direction;
    }
}
