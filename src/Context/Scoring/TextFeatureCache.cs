using System.Numerics.Tensors;

namespace Parsimony.Context;

/// <summary>Remembers the terms and the embeddings of texts, so that a history is read once, however often it is scored.</summary>
/// <param name="model">The embedding model of this process that every text is given to, if there is one.</param>
/// <param name="capacity">The most that is held in each of two generations, in <see cref="TextFeatures.Weight"/>.</param>
internal sealed class TextFeatureCache(ILocalEmbedding? model = null, int capacity = TextFeatureCache.DefaultCapacity)
{
    private const int DefaultCapacity = 1_500_000;

    // One vector says little of a text about many things: from this length on its paragraphs have their own. In characters.
    private const int LongText = 400;
    private const int LeastParagraph = 40;
    private const int MostParagraphs = 64;

    private const int ReferenceBits = 13;

    private readonly GenerationalCache<UInt128, TextFeatures> features = new(capacity);

    // By reference first, for strings never change; not where an embedding may still come from outside.
    private readonly ReferenceMemory<string, TextFeatures> byReference = new(ReferenceBits);

    /// <summary>Gets the embedding model of this process, if there is one.</summary>
    public ILocalEmbedding? Model => model;

    public TextFeatures Get(string text)
    {
        if (model is not null && byReference.TryGet(text, out var found))
        {
            return found;
        }

        var key = TextFingerprint.Of(text);
        if (!features.TryGet(key, out found))
        {
            found = new TextFeatures(TermVector.Of(text, model: model), Embed(text));
            features.Set(key, found, found.Weight);
        }

        if (model is not null)
        {
            byReference.Set(text, found);
        }

        return found;
    }

    /// <summary>Reads a text that is looked for: without function words, unless it has no others. It is not remembered.</summary>
    public TextFeatures OfQuery(string text) => OfQuery(text, out _);

    /// <summary>Reads a text that is looked for and says whether it has words that are no function words: "And then?" has none.</summary>
    public TextFeatures OfQuery(string text, out bool hasContent)
    {
        var terms = TermVector.Of(text, skipStopWords: true, model);
        hasContent = terms.ContentWords > 0;
        return new TextFeatures(terms.Terms.IsEmpty ? TermVector.Of(text, model: model) : terms, Get(text).Vectors);
    }

    /// <summary>Says whether a text still lacks an embedding.</summary>
    public bool LacksVector(string text) => Get(text).Vectors.Count == 0;

    /// <summary>Gives a text the embedding that a generator outside made of it.</summary>
    /// <returns>Whether it is one: finite, with a direction.</returns>
    public bool SetVector(string text, ReadOnlySpan<float> vector)
    {
        var length = TensorPrimitives.Norm(vector);
        if (!(length > 0) || !float.IsFinite(length))
        {
            return false;
        }

        var unit = new float[vector.Length];
        TensorPrimitives.Divide(vector, length, unit);
        var known = Get(text) with { Vectors = [unit] };
        features.Replace(TextFingerprint.Of(text), known, known.Weight);
        return true;
    }

    private List<float[]> Embed(string text)
    {
        var vectors = new List<float[]>(1);
        if (model is null || !TryEmbed(text, vectors) || text.Length < LongText)
        {
            return vectors;
        }

        foreach (var paragraph in text.AsSpan().Split("\n\n"))
        {
            if (vectors.Count <= MostParagraphs && paragraph.End.Value - paragraph.Start.Value >= LeastParagraph)
            {
                TryEmbed(text.AsSpan(paragraph), vectors);
            }
        }

        return vectors;
    }

    private bool TryEmbed(ReadOnlySpan<char> text, List<float[]> vectors)
    {
        var vector = new float[model!.Dimensions];
        if (!model.Embed(text, vector))
        {
            return false;
        }

        vectors.Add(vector);
        return true;
    }
}
