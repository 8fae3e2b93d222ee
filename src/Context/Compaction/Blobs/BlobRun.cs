using System.Buffers;

namespace Parsimony.Context;

/// <summary>A run of characters that base64 or hexadecimal text is made of, line breaks between long lines included.</summary>
internal readonly record struct BlobRun(int Length, int Characters, int Padding, bool IsHex, bool IsBlob)
{
    /// <summary>Encoders break lines at 60 characters or more; shorter lines are words.</summary>
    private const int ShortestLine = 60;

    /// <summary>How much of base64 may be signs: 1 in 32 is what chance gives each; paths and rules have more.</summary>
    private const double MostSigns = 0.1;

    /// <summary>Bytes are random enough that each letter makes up a small part; rules of one letter are not.</summary>
    private const double MostOfOne = 0.25;

    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");

    /// <summary>Gets the bytes it stands for.</summary>
    public long Bytes => IsHex ? Characters / 2 : ((long)Characters - Padding) * 3 / 4;

    /// <summary>Finds the run that begins at a place; its length is 0 where there is none.</summary>
    public static BlobRun At(string text, int start)
    {
        var counts = new Counts();
        var end = start;
        while (end < text.Length)
        {
            var length = text.AsSpan(end).IndexOfAnyExcept(Alphabet);
            length = length < 0 ? text.Length - end : length;
            counts.Add(text.AsSpan(end, length));
            end += length;
            var gap = length >= ShortestLine ? LineBreak(text, end) : 0;
            if (gap == 0 || end + gap >= text.Length || !Alphabet.Contains(text[end + gap]) || !GoesOn(text, end + gap))
            {
                break;
            }

            end += gap;
        }

        var padding = 0;
        while (counts.Total > 0 && padding < 2 && end < text.Length && text[end] == '=')
        {
            padding++;
            end++;
        }

        return new BlobRun(end - start, counts.Total + padding, padding, counts.IsHex, counts.IsHex || counts.IsBase64);
    }

    // A line of its own, as the last, shorter one of a block or another long one; never the first word of the next sentence.
    private static bool GoesOn(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAnyExcept(Alphabet);
        var end = length < 0 ? text.Length : start + length;
        return length < 0 || length >= ShortestLine || text[end] is '=' or '"' || LineBreak(text, end) > 0;
    }

    // Real ones, or as JSON writes them.
    private static int LineBreak(string text, int at)
    {
        var rest = text.AsSpan(at);
        return rest.StartsWith("\\r\\n", StringComparison.Ordinal) ? 4
            : rest.StartsWith("\r\n", StringComparison.Ordinal) || rest.StartsWith("\\n", StringComparison.Ordinal) ? 2
            : rest.StartsWith("\n", StringComparison.Ordinal) ? 1
            : 0;
    }

    private struct Counts
    {
        private int upper;
        private int lower;
        private int digits;
        private int hexLetters;
        private int signs;
        private int[]? each;

        public readonly int Total => upper + lower + digits + signs;

        public readonly bool IsHex => digits > 0 && hexLetters > 0 && hexLetters + digits == Total && Most < MostOfOne * Total;

        public readonly bool IsBase64 =>
            upper > 0 && lower > 0 && digits > 0 && signs <= MostSigns * Total && Most < MostOfOne * Total;

        private readonly int Most => each is null ? 0 : each.Max();

        public void Add(ReadOnlySpan<char> run)
        {
            each ??= run.Length >= ShortestLine ? new int[128] : null;
            foreach (var c in run)
            {
                upper += char.IsAsciiLetterUpper(c) ? 1 : 0;
                lower += char.IsAsciiLetterLower(c) ? 1 : 0;
                digits += char.IsAsciiDigit(c) ? 1 : 0;
                hexLetters += char.IsAsciiHexDigit(c) && !char.IsAsciiDigit(c) ? 1 : 0;
                signs += char.IsAsciiLetterOrDigit(c) ? 0 : 1;
                if (each is not null)
                {
                    each[c]++;
                }
            }
        }
    }
}
