namespace Parsimony.Caching;

/// <summary>What is written into an entry.</summary>
internal sealed record EntryContent
{
    public required EntryId Id { get; init; }

    public required CacheDigest Partition { get; init; }

    public required long CreatedTicks { get; init; }

    public required long ExpiresTicks { get; init; }

    /// <summary>Gets the question, normalised: the guards of the same-answer search read it.</summary>
    public string Question { get; init; } = "";

    /// <summary>Gets a value indicating whether the entry may answer another question.</summary>
    public bool SameAnswer { get; init; }

    public IReadOnlyCollection<string> Tags { get; init; } = [];

    /// <summary>Gets the name of the model that made <see cref="Embedding"/>.</summary>
    public string EmbeddingModel { get; init; } = "";

    public ReadOnlyMemory<float> Embedding { get; init; }

    /// <summary>Gets the tokens that the model said the prompt had, or -1.</summary>
    public long InputTokens { get; init; } = -1;

    /// <summary>Gets the tokens that the model said the answer had, or -1.</summary>
    public long OutputTokens { get; init; } = -1;

    public AnswerCodec Codec { get; init; }

    public ReadOnlyMemory<byte> Answer { get; init; }
}
