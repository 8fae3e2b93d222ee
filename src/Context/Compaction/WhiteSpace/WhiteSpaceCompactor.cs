using System.Text;

namespace Parsimony.Context;

/// <summary>
/// Takes out white space that says nothing: blanks at the ends of lines, empty lines beyond one, runs of blanks within prose, all of it
/// between the tokens of JSON. Indentation stays, and so do runs within code and tables.
/// </summary>
internal sealed class WhiteSpaceCompactor : ITextCompactor
{
    /// <summary>A line with one of these may be code or a table, where a run of blanks means something.</summary>
    private static readonly System.Buffers.SearchValues<char> CodeSigns = System.Buffers.SearchValues.Create("{}[]();=<>|\\`#\"'$\t*_+");

    public string Name => ContextCompactors.WhiteSpace;

    public string? Compact(string text, CompactionTarget target) => JsonWhiteSpace.Remove(text) ?? OfLines(text);

    private static string? OfLines(string text)
    {
        var result = new StringBuilder(text.Length);
        var lines = new LineReader(text);
        var columns = new ColumnWatch();
        var empty = 0;
        while (lines.MoveNext())
        {
            var line = lines.Line.TrimEnd(Blanks);
            if (line.IsEmpty)
            {
                empty++;
                columns.Forget();
                if (empty <= 1 && lines.Break.Length > 0)
                {
                    result.Append(lines.Break);
                }

                continue;
            }

            empty = 0;
            Append(result, line, mayFold: !columns.IsTable(line, lines.Rest) && !line.ContainsAny(CodeSigns));
            result.Append(lines.Break);
        }

        return result.Length < text.Length ? result.ToString() : null;
    }

    private const string Blanks = " \t\u00a0";

    private static void Append(StringBuilder result, ReadOnlySpan<char> line, bool mayFold)
    {
        if (!mayFold)
        {
            result.Append(line);
            return;
        }

        var indentation = line.Length - line.TrimStart(Blanks).Length;
        result.Append(line[..indentation]);
        var wasBlank = false;
        foreach (var c in line[indentation..])
        {
            var isBlank = Blanks.Contains(c);
            if (!(isBlank && wasBlank))
            {
                result.Append(c);
            }

            wasBlank = isBlank;
        }
    }
}
