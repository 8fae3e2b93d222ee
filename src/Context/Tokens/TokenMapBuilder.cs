namespace Parsimony.Context;

/// <summary>Collects boundaries, in ascending order, with the tokens in front of them.</summary>
internal struct TokenMapBuilder(int length)
{
    // What text has on average; where it has more pieces, the arrays grow.
    private const int CharactersPerPiece = 4;

    private int[] offsets = new int[(length / CharactersPerPiece) + 2];
    private int[] sums = new int[(length / CharactersPerPiece) + 2];
    private int count = 1;

    /// <summary>Adds the end of a piece.</summary>
    public void Add(int end, int tokens)
    {
        if (count == offsets.Length)
        {
            Array.Resize(ref offsets, count * 2);
            Array.Resize(ref sums, count * 2);
        }

        offsets[count] = end;
        sums[count] = sums[count - 1] + tokens;
        count++;
    }

    public readonly TokenMap Build() => new(offsets[..count], sums[..count]);
}
