using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>
/// Asks a generator outside this process for the embeddings of texts that have none yet. It is asked in batches, for no longer than the
/// options allow, and left alone for a while after it has failed; scoring goes on without what it did not bring.
/// </summary>
internal sealed class EmbeddingRequests(
    IEmbeddingGenerator<string, Embedding<float>> generator, TextFeatureCache texts, ContextBudgetOptions options, TimeProvider time, FailOpen failOpen)
{
    private const int BatchSize = 128;

    /// <summary>Texts beyond so many, the oldest, are scored by their words.</summary>
    private const int MostTexts = 2048;

    /// <summary>What is read of one text, in characters: within what embedding models take.</summary>
    private const int MostCharacters = 8_000;

    private readonly EmbeddingBreaker breaker = new(time);

    /// <summary>Has the texts of messages embedded.</summary>
    /// <returns>Whether any text has an embedding now that had none before.</returns>
    public async ValueTask<bool> EmbedAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken)
    {
        var wanted = Wanted(messages);
        if (wanted.Count == 0 || !breaker.MayTry())
        {
            return false;
        }

        var hasNew = false;
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var deadline = time.GetTimestamp();
        try
        {
            foreach (var batch in wanted.Chunk(BatchSize))
            {
                var left = options.EmbeddingTimeout - time.GetElapsedTime(deadline);
                if (left <= TimeSpan.Zero)
                {
                    throw new TimeoutException();
                }

                var embeddings = await generator.GenerateAsync(batch.Select(Beginning), options: null, giveUp.Token).WaitAsync(left, time, cancellationToken).ConfigureAwait(false);
                if (embeddings.Count != batch.Length)
                {
                    throw new InvalidDataException("The generator returned another number of embeddings than it was given texts.");
                }

                for (var i = 0; i < batch.Length; i++)
                {
                    hasNew |= texts.SetVector(batch[i], embeddings[i].Vector.Span);
                }
            }

            breaker.Succeeded();
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            await giveUp.CancelAsync().ConfigureAwait(false);
            failOpen.Report("context.embedding", e);
            breaker.Failed();
        }

        return hasNew;
    }

    // Newest first: what is asked, and what is likely to matter, before all that is old.
    private List<string> Wanted(IReadOnlyList<ChatMessage> messages)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        var ofMessage = new List<string>();
        for (var i = messages.Count - 1; i >= 0 && wanted.Count < MostTexts; i--)
        {
            if (ItemGrouper.IsSystem(messages[i]))
            {
                continue;
            }

            ofMessage.Clear();
            MessageTexts.AddTo(ofMessage, messages[i]);
            if (ofMessage.Count > 1 && messages[i].Role == ChatRole.User)
            {
                // As a query, a message is one text.
                ofMessage.Add(string.Join('\n', ofMessage));
            }

            wanted.UnionWith(ofMessage.Where(text => !string.IsNullOrWhiteSpace(text) && texts.LacksVector(text)));
        }

        return [.. wanted.Take(MostTexts)];
    }

    private static string Beginning(string text) =>
        text.Length <= MostCharacters ? text : text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
}
