using Microsoft.Extensions.AI;

namespace Parsimony.Embeddings;

/// <summary>
/// The embedding model that ships with Parsimony: questions in English, 256 dimensions, unit length, computed in this process in
/// microseconds. The same text gives the same numbers on every machine. Safe for many threads.
/// </summary>
/// <remarks>
/// It is made for questions and short prompts. What it was trained on, its figures and its limits are in the model card, training/MODEL-CARD.md.
/// Words beyond the first 4,000 of a text and characters beyond the first 32,768 are not read. A text without any word or number gives a vector of zeros.
/// </remarks>
public sealed class LocalEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private static readonly IdlePool<QuestionEncoder> Encoders = new(static () => new(QuestionWeights.Shipped), Environment.ProcessorCount);

    private readonly EmbeddingGeneratorMetadata metadata = new("parsimony", null, ModelId, QuestionWeights.Dimensions);

    /// <summary>Gets the id of the model, which ends with the fingerprint of its weights.</summary>
    public static string ModelId { get; } = $"parsimony-questions-{QuestionWeights.Shipped.Fingerprint}";

    /// <summary>Gets the number of components of every embedding, 256.</summary>
    public static int Dimensions => QuestionWeights.Dimensions;

    /// <summary>Embeds one text without allocating.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="destination">Receives <see cref="Dimensions"/> numbers of a vector of length 1, or zeros.</param>
    /// <returns>Whether the text has a word or a number, so that the vector has a direction.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than <see cref="Dimensions"/>.</exception>
    public static bool Embed(ReadOnlySpan<char> text, Span<float> destination)
    {
        if (destination.Length < Dimensions)
        {
            throw new ArgumentException($"The destination holds {destination.Length} numbers; an embedding has {Dimensions}.", nameof(destination));
        }

        var encoder = Encoders.Rent();
        var hasWords = encoder.Encode(text, destination[..Dimensions]);
        Encoders.Return(encoder);
        return hasWords;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The options ask for another model or another number of dimensions than this one has.</exception>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (options?.Dimensions is { } dimensions && dimensions != Dimensions)
        {
            throw new ArgumentException($"The options ask for {dimensions} dimensions; the local model has {Dimensions}. Leave EmbeddingGenerationOptions.Dimensions unset.", nameof(options));
        }

        if (options?.ModelId is { } model && model != ModelId)
        {
            throw new ArgumentException($"The options ask for the model '{model}'; this generator has only '{ModelId}'. Leave EmbeddingGenerationOptions.ModelId unset.", nameof(options));
        }

        var embeddings = new GeneratedEmbeddings<Embedding<float>>(values.TryGetNonEnumeratedCount(out var count) ? count : 1);
        foreach (var value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var vector = new float[Dimensions];
            Embed(value, vector);
            embeddings.Add(new(vector) { ModelId = ModelId });
        }

        return Task.FromResult(embeddings);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? metadata
            : serviceType == typeof(ILocalEmbedding) ? LocalEmbedding.Instance
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Does nothing: there is nothing to release.</summary>
    public void Dispose()
    {
    }
}
