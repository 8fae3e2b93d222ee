using Microsoft.ML.Tokenizers;

namespace Parsimony.Context;

/// <summary>
/// Counts with a tokenizer of Microsoft.ML.Tokenizers, for models that are not OpenAI's: SentencePiece (Llama, Gemma, Mistral), CodeGen,
/// Phi, BERT. For OpenAI's encodings <see cref="TokenCounter.O200kBase"/> and <see cref="TokenCounter.Cl100kBase"/> are quicker and exact.
/// </summary>
public sealed class MicrosoftMLTokenCounter : TokenCounter
{
    private readonly Tokenizer tokenizer;

    /// <summary>Initializes a new instance of the <see cref="MicrosoftMLTokenCounter"/> class.</summary>
    /// <param name="tokenizer">The model's tokenizer.</param>
    /// <param name="name">The name of the encoding; the tokenizer's type by default.</param>
    public MicrosoftMLTokenCounter(Tokenizer tokenizer, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        this.tokenizer = tokenizer;
        Name = name ?? tokenizer.GetType().Name;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int Count(ReadOnlySpan<char> text) => text.IsEmpty ? 0 : tokenizer.CountTokens(text);

    /// <inheritdoc/>
    public override int GetPrefixLength(ReadOnlySpan<char> text, int maxTokens, out int tokenCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxTokens);
        tokenCount = 0;
        if (text.IsEmpty || maxTokens == 0)
        {
            return 0;
        }

        // The tokenizer's cut is where its tokens end in the whole text. Cut there, the text may count more, so it is counted again. The
        // tokenizer may also normalise text, which makes its index one of another string: then it is only where to begin.
        var length = Math.Min(tokenizer.GetIndexByTokenCount(text, maxTokens, out _, out _), text.Length);
        for (; length > 0; length--)
        {
            if (length < text.Length && char.IsSurrogatePair(text[length - 1], text[length]))
            {
                continue;
            }

            tokenCount = Count(text[..length]);
            if (tokenCount <= maxTokens)
            {
                return length;
            }
        }

        tokenCount = 0;
        return 0;
    }
}
