namespace Parsimony.Context;

/// <summary>Counts tokens of a byte-pair encoding without making their ids.</summary>
/// <typeparam name="TSplitter">The encoding's pretokenizer.</typeparam>
internal sealed class BpeTokenCounter<TSplitter>(string name, Vocabulary vocabulary) : TokenCounter
    where TSplitter : struct, IPieceSplitter
{
    // As many piece counters are kept as threads can run; a thread looks first where it has been, so its counts are likely there.
    private readonly PieceCounter?[] idle = new PieceCounter?[Environment.ProcessorCount];

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override int Count(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        var pieces = Take();
        var count = Count(text, pieces);
        GiveBack(pieces);
        return count;
    }

    /// <inheritdoc/>
    public override int GetPrefixLength(ReadOnlySpan<char> text, int maxTokens, out int tokenCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxTokens);
        var pieces = Take();
        var length = PrefixSearch<TSplitter>.Find(text, maxTokens, pieces, out tokenCount);
        GiveBack(pieces);
        return length;
    }

    /// <inheritdoc/>
    public override TokenMap Map(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pieces = Take();
        var map = PieceMap<TSplitter>.Make(text, pieces);
        GiveBack(pieces);
        return map;
    }

    /// <summary>Counts the tokens of a text.</summary>
    internal static int Count(ReadOnlySpan<char> text, PieceCounter pieces)
    {
        var count = 0;
        for (var start = 0; start < text.Length;)
        {
            var window = PieceWindow<TSplitter>.At(text, start);
            if (window.Length == 0)
            {
                var end = TSplitter.EndOfPiece(text, start);
                count += pieces.Count(text[start..end]);
                start = end;
                continue;
            }

            count += pieces.Count(text[start..], window.Starts, window.Length, window.NonAscii);
            start += window.Length;
        }

        return count;
    }

    private PieceCounter Take()
    {
        var first = Thread.GetCurrentProcessorId();
        for (var i = 0; i < idle.Length; i++)
        {
            if (Interlocked.Exchange(ref idle[(uint)(first + i) % (uint)idle.Length], null) is { } pieces)
            {
                return pieces;
            }
        }

        return new PieceCounter(vocabulary);
    }

    private void GiveBack(PieceCounter pieces)
    {
        var first = Thread.GetCurrentProcessorId();
        for (var i = 0; i < idle.Length; i++)
        {
            if (Interlocked.CompareExchange(ref idle[(uint)(first + i) % (uint)idle.Length], pieces, null) is null)
            {
                return;
            }
        }
    }
}
