using System.Globalization;
using System.Text;

namespace Parsimony.Context;

/// <summary>Names base64, data URIs and long hexadecimal runs by their kind and size. Hashes, ids and short keys stay.</summary>
internal sealed class BlobCompactor : ITextCompactor
{
    /// <summary>Shorter runs may be keys or cursors that a model has to repeat.</summary>
    private const int ShortestBlob = 256;

    private const int ShortestDataUri = 64;

    public string Name => ContextCompactors.Blobs;

    public string? Compact(string text, CompactionTarget target)
    {
        StringBuilder? result = null;
        var copied = 0;
        for (var i = 0; i < text.Length;)
        {
            var run = BlobRun.At(text, i);
            if (run.Length == 0)
            {
                // What a backslash stands before, as in JSON, is no part of what stands behind it.
                i += LengthOfEscape(text, i);
                continue;
            }

            var start = DataUriStart(text, i);
            if (run.Length >= (start < i ? ShortestDataUri : ShortestBlob) && (start < i || run.IsBlob))
            {
                result ??= new StringBuilder();
                result.Append(text, copied, Math.Max(start, copied) - copied).Append(Mark(text.AsSpan(start, i - start), run));
                copied = i + run.Length;
            }

            i += run.Length;
        }

        return result?.Append(text, copied, text.Length - copied).ToString();
    }

    private static int LengthOfEscape(string text, int at)
    {
        const int UnicodeEscape = 6;
        return text[at] != '\\' || at + 1 >= text.Length ? 1
            : text[at + 1] == 'u' ? UnicodeEscape
            : 2;
    }

    private static string Mark(ReadOnlySpan<char> uri, BlobRun run) =>
        string.Create(CultureInfo.InvariantCulture, $"[{uri.TrimEnd(",").ToString().Replace(";base64", ", base64", StringComparison.Ordinal)}{(uri.IsEmpty ? run.IsHex ? "hex" : "base64" : "")}, {run.Bytes:N0} bytes left out]");

    // The beginning of "data:image/png;base64," where it stands before the run; else the run's own.
    private static int DataUriStart(string text, int run)
    {
        const string Ending = ";base64,";
        const int LongestType = 100;
        if (!text.AsSpan(0, run).EndsWith(Ending, StringComparison.Ordinal))
        {
            return run;
        }

        var from = Math.Max(0, run - LongestType);
        var at = text.AsSpan(from, run - from).LastIndexOf("data:", StringComparison.Ordinal);
        return at < 0 || text.AsSpan(from + at, run - from - at).ContainsAny(" \n\"") ? run : from + at;
    }
}
