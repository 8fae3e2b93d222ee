namespace Parsimony.Context;

/// <summary>Reads the lines of a text with the breaks behind them.</summary>
internal ref struct LineReader(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> rest = text;

    /// <summary>Gets the line without its break.</summary>
    public ReadOnlySpan<char> Line { get; private set; }

    /// <summary>Gets the break behind the line; empty at the end of the text.</summary>
    public ReadOnlySpan<char> Break { get; private set; }

    /// <summary>Gets what comes behind.</summary>
    public readonly ReadOnlySpan<char> Rest => rest;

    public bool MoveNext()
    {
        if (rest.IsEmpty)
        {
            return false;
        }

        var end = rest.IndexOf('\n');
        var length = end < 0 ? rest.Length : end;
        var isCarriageReturn = end > 0 && rest[end - 1] == '\r';
        Line = rest[..(isCarriageReturn ? length - 1 : length)];
        Break = end < 0 ? default : rest[(isCarriageReturn ? end - 1 : end)..(end + 1)];
        rest = rest[(end < 0 ? length : end + 1)..];
        return true;
    }
}
