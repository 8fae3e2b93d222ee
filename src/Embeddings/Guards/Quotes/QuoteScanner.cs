using System.Buffers;

namespace Parsimony.Embeddings;

/// <summary>Finds quoted text and code spans. A mark that is never closed quotes the rest of the text: better too much than too little.</summary>
internal static class QuoteScanner
{
    // A single quotation mark that is not closed within this is an apostrophe.
    private const int LongestInSingleMarks = 400;

    private static readonly List<QuotedSpan> None = [];
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"`“„«「『'‘‹");

    /// <summary>The quotations of a text in order, each once.</summary>
    public static List<QuotedSpan> Scan(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks))
        {
            return None;
        }

        var spans = new List<QuotedSpan>();
        var seen = new HashSet<QuotedSpan>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!Opens(text, i, out var close))
            {
                continue;
            }

            var fence = text[i] == '`' ? RunOf(text, i) : 1;
            var start = i + fence;
            var end = Close(text, start, close, fence);
            var stop = end < 0 ? text.Length : end;
            var inside = Fold(text[start..stop]);
            var span = new QuotedSpan(inside, text[i] == '`');
            if (inside.Length > 0 && seen.Add(span))
            {
                spans.Add(span);
            }

            i = end < 0 ? text.Length : end + fence - 1;
        }

        return spans;
    }

    /// <summary>The text with every run of white space made one space.</summary>
    public static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool Opens(string text, int at, out char close)
    {
        close = text[at] switch
        {
            '"' => '"', '`' => '`', '“' or '„' => '”', '«' => '»', '「' => '」', '『' => '』', '\'' => '\'', '‘' => '’', '‹' => '›', _ => '\0',
        };
        return text[at] switch
        {
            // An apostrophe is no quotation mark, nor are the marks of feet and inches behind a digit.
            '\'' => StartsWord(text, at) && Close(text, at + 1, '\'', 1) > 0,
            '‘' => StartsWord(text, at) && Close(text, at + 1, '’', 1) > 0,
            '"' => at == 0 || !char.IsAsciiDigit(text[at - 1]),
            _ => close != '\0',
        };
    }

    private static int Close(string text, int from, char close, int fence)
    {
        var limit = close is '\'' or '’' ? Math.Min(text.Length, from + LongestInSingleMarks) : text.Length;
        for (var i = from; i < limit; i++)
        {
            var closes = text[i] == close || (close == '”' && text[i] == '“'); // German and others close with the mark that opens elsewhere
            if (!closes || (close == '`' && RunOf(text, i) != fence))
            {
                continue;
            }

            if (close is not ('\'' or '’') || i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]))
            {
                return i;
            }
        }

        return -1;
    }

    private static int RunOf(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == text[at])
        {
            end++;
        }

        return end - at;
    }

    private static bool StartsWord(string text, int at) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
}
