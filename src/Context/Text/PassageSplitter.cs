namespace Parsimony.Context;

/// <summary>Splits a text into passages of a limited size at the best places there are: paragraphs, lines, sentences, words, anywhere.</summary>
internal sealed class PassageSplitter(string text, int maxTokens, TokenCounter counter)
{
    private enum Level
    {
        Paragraph,
        Line,
        Sentence,
        Word,
        Anywhere,
    }

    private readonly List<Passage> passages = [];
    private readonly TokenMap map = counter.Map(text);

    /// <summary>Splits the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxTokens">The most tokens of a passage; more only where a single character has more.</param>
    /// <param name="counter">Counts the tokens.</param>
    public static List<Passage> Split(string text, int maxTokens, TokenCounter counter)
    {
        var splitter = new PassageSplitter(text, maxTokens, counter);
        splitter.Split(0, text.Length, Level.Paragraph);
        return splitter.passages;
    }

    private void Split(int start, int end, Level level)
    {
        if (level == Level.Anywhere)
        {
            SplitAnywhere(start, end);
            return;
        }

        // Words are joined again up to the limit; larger pieces stand for themselves.
        var from = start;
        while (from < end)
        {
            var to = level == Level.Word ? WordsUpToLimit(from, end) : NextBoundary(from, end, level);
            var tokens = map.TryCount(from, to, out var known) ? known : counter.Count(text.AsSpan(from, to - from));
            if (tokens <= maxTokens)
            {
                passages.Add(new Passage(from, to - from, tokens));
            }
            else
            {
                Split(from, to, level + 1);
            }

            from = to;
        }
    }

    private void SplitAnywhere(int start, int end)
    {
        while (start < end)
        {
            var length = TextPrefix.Find(counter, text.AsSpan(start, end - start), maxTokens, out var tokens);
            if (length == 0)
            {
                length = char.IsSurrogatePair(text, start) ? 2 : 1;
                tokens = counter.Count(text.AsSpan(start, length));
            }

            passages.Add(new Passage(start, length, tokens));
            start += length;
        }
    }

    private int WordsUpToLimit(int start, int end)
    {
        var to = start + TextPrefix.Find(counter, text.AsSpan(start, end - start), maxTokens, out _);
        var boundary = to;
        while (boundary > start && boundary < end && !char.IsWhiteSpace(text[boundary]))
        {
            boundary--;
        }

        // Without a space in reach the piece is given to the next level, up to the next space.
        return boundary > start ? boundary : NextBoundary(start + 1, end, Level.Word);
    }

    private int NextBoundary(int start, int end, Level level)
    {
        for (var i = start; i < end; i++)
        {
            if (IsBoundary(i, end, level))
            {
                return level == Level.Word ? i : BehindLineBreaks(i + 1, end);
            }
        }

        return end;
    }

    private bool IsBoundary(int index, int end, Level level)
    {
        var c = text[index];
        var next = index + 1 < end ? text[index + 1] : ' ';
        return level switch
        {
            Level.Paragraph => c == '\n' && (next == '\n' || (next == '\r' && index + 2 < end && text[index + 2] == '\n')),
            Level.Line => c == '\n',
            Level.Sentence => c is '。' or '！' or '？' or '।' || (c is '.' or '!' or '?' or ';' && char.IsWhiteSpace(next))
                || (c == ',' && index > 0 && text[index - 1] is '}' or ']'),
            _ => char.IsWhiteSpace(c),
        };
    }

    // Tokens take line breaks with what is before them and spaces with what is behind.
    private int BehindLineBreaks(int index, int end)
    {
        while (index < end && text[index] is '\r' or '\n')
        {
            index++;
        }

        return index;
    }
}
