namespace Parsimony.Context;

/// <summary>
/// Says in which order the lines of a log are taken: alarms and what has to do with the query, once for each kind, and lines that hold a
/// number or id of the query; then the last line and the first; then the other kinds, rare ones first; then the rest, newest first.
/// </summary>
internal static class LineRanking
{
    /// <summary>The lines behind an alarm that belong to it, as a stack trace does.</summary>
    private const int LinesOfAlarm = 6;

    /// <summary>A query with more numbers than this is no question about one of them.</summary>
    private const int MostIds = 16;

    private static readonly char[] WordEnds = [' ', ',', ';', '?', '!', '"', '\'', '(', ')', '\n', '\t'];

    private enum Class
    {
        Asked,
        Alarm,
        Ends,
        Kind,
        Alike,
    }

    /// <summary>Ranks lines.</summary>
    /// <returns>Their indexes, best first.</returns>
    public static int[] Rank(LogLines lines, TextQuery query)
    {
        var scores = query.Score(lines.Count, i => TermVector.Of(lines[i]));
        var named = NamedByQuery(lines, query);
        var classes = new Class[lines.Count];
        var behindAlarm = LinesOfAlarm;
        for (var i = 0; i < classes.Length; i++)
        {
            var isAlarm = lines.IsAlarm(i);
            behindAlarm = isAlarm ? 0 : behindAlarm + 1;
            classes[i] = named[i] ? Class.Asked
                : !lines.IsFirst(i) ? Class.Alike
                : isAlarm || (behindAlarm <= LinesOfAlarm && lines.GoesOn(i)) ? Class.Alarm
                : scores[i] > 0 ? Class.Asked
                : Class.Kind;
        }

        if (classes.Length > 0)
        {
            classes[^1] = (Class)Math.Min((int)classes[^1], (int)Class.Ends);
            classes[0] = (Class)Math.Min((int)classes[0], (int)Class.Ends);
        }

        // An alarm that is asked for goes before one that is not; the sort is stable.
        return [.. Enumerable.Range(0, lines.Count)
            .OrderBy(i => classes[i] == Class.Alarm && scores[i] > 0 ? Class.Asked : classes[i])
            .ThenByDescending(i => classes[i] is Class.Asked or Class.Alarm ? scores[i] : 0)
            .ThenBy(i => classes[i] == Class.Kind ? lines.CountOf(lines.KindOf(i)) : 0)
            .ThenBy(i => classes[i] is Class.Alike or Class.Ends ? -i : i)];
    }

    // Ids and numbers are what lines of a kind differ in, so a line with one of the query's is a kind of its own.
    private static bool[] NamedByQuery(LogLines lines, TextQuery query)
    {
        var named = new bool[lines.Count];
        var ids = (query.Text ?? "").Split(WordEnds, StringSplitOptions.RemoveEmptyEntries)
            .Select(static w => w.Trim('.', ':', '#'))
            .Where(static w => w.AsSpan().ContainsAnyInRange('0', '9'))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostIds);
        foreach (var id in ids)
        {
            for (var i = 0; i < named.Length; i++)
            {
                named[i] |= HoldsWord(lines[i], id);
            }
        }

        return named;
    }

    private static bool HoldsWord(ReadOnlySpan<char> line, ReadOnlySpan<char> word)
    {
        for (var from = 0; line[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at;)
        {
            var start = from + at;
            var end = start + word.Length;
            if ((start == 0 || !char.IsLetterOrDigit(line[start - 1])) && (end == line.Length || !char.IsLetterOrDigit(line[end])))
            {
                return true;
            }

            from = start + 1;
        }

        return false;
    }
}
