namespace Parsimony.Context;

/// <summary>A text that is to be written shorter, with what is looked up again and again while a request is fitted. For one fit: not thread-safe.</summary>
internal sealed class SourceText(string text)
{
    private UInt128? fingerprint;
    private (TokenCounter? Counter, int Tokens) counted;

    /// <summary>Gets the text.</summary>
    public string Text { get; } = text;

    /// <summary>Gets what stands for the text in a memory of results.</summary>
    public UInt128 Fingerprint => fingerprint ??= TextFingerprint.Of(Text);

    /// <summary>Counts its tokens, once for each counter in a row.</summary>
    public int Count(TokenCounter counter)
    {
        if (!ReferenceEquals(counted.Counter, counter))
        {
            counted = (counter, counter.Count(Text));
        }

        return counted.Tokens;
    }
}
