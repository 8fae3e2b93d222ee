using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Parsimony.Caching;

/// <summary>Asks the generator for a question's embedding, and takes nothing from it that could not be compared: no other width, no NaN, no zero vector.</summary>
internal sealed class QuestionEmbedder
{
    private readonly IEmbeddingGenerator<string, Embedding<float>> generator;
    private readonly TimeProvider time;
    private readonly TimeSpan timeout;
    private readonly FailOpen failOpen;
    private readonly ILogger logger;
    private readonly EmbeddingBreaker breaker;
    private int width;

    public QuestionEmbedder(
        IEmbeddingGenerator<string, Embedding<float>> generator, ResponseCacheOptions options, TimeProvider time, FailOpen failOpen, ILogger logger)
    {
        this.generator = generator;
        this.time = time;
        this.failOpen = failOpen;
        this.logger = logger;
        timeout = options.EmbeddingTimeout;
        breaker = new EmbeddingBreaker(time);
        var metadata = generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;
        Model = options.EmbeddingModel
            ?? string.Join('|', metadata?.ProviderName ?? generator.GetType().FullName, metadata?.ProviderUri, metadata?.DefaultModelId);
    }

    /// <summary>Gets the name that tells this model's vectors from another's.</summary>
    public string Model { get; }

    /// <summary>Gets the width of this model's vectors; 0 before the first.</summary>
    public int Width => Volatile.Read(ref width);

    /// <summary>Gets a value indicating whether the generator failed too often and is left alone for a while.</summary>
    public bool IsPaused => breaker.IsPaused;

    /// <returns>A vector of length 1, or <see langword="null"/>: the call goes on without the same-answer search.</returns>
    public async ValueTask<float[]?> EmbedAsync(string text, CancellationToken cancellationToken)
    {
        if (!breaker.MayTry())
        {
            return null;
        }

        try
        {
            var vector = await GenerateAsync(text, cancellationToken).ConfigureAwait(false);
            breaker.Succeeded();
            return vector;
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            failOpen.Report("cache.embedding", e);
            if (breaker.Failed())
            {
                Log.EmbeddingsPaused(logger, EmbeddingBreaker.MostFailures, EmbeddingBreaker.Pause);
            }

            return null;
        }
    }

    private async Task<float[]?> GenerateAsync(string text, CancellationToken cancellationToken)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var generating = generator.GenerateAsync([text], options: null, giveUp.Token);
        GeneratedEmbeddings<Embedding<float>> embeddings;
        try
        {
            embeddings = await generating.WaitAsync(timeout, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await giveUp.CancelAsync().ConfigureAwait(false);
            throw;
        }

        return Unit(embeddings[0].Vector.Span);
    }

    private float[]? Unit(ReadOnlySpan<float> vector)
    {
        var length = TensorPrimitives.Norm(vector);
        if (length == 0)
        {
            // A text without a word: there is nothing to compare, and nothing is wrong with the generator.
            return null;
        }

        if (!float.IsFinite(length))
        {
            throw new InvalidDataException("The embedding has no direction.");
        }

        var known = Interlocked.CompareExchange(ref width, vector.Length, 0);
        if (known != 0 && known != vector.Length)
        {
            throw new InvalidDataException("The embedding has another width than those before it.");
        }

        var unit = new float[vector.Length];
        TensorPrimitives.Divide(vector, length, unit);
        return unit;
    }
}
