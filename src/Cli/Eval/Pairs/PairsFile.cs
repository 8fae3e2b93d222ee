namespace Parsimony.Cli;

/// <summary>Reads <c>label&lt;TAB&gt;left&lt;TAB&gt;right[&lt;TAB&gt;kind]</c> below a header line. Quotes are ordinary characters; further columns are ignored.</summary>
internal static class PairsFile
{
    private const string Format = "Write label<TAB>left<TAB>right[<TAB>kind], below a header line.";

    /// <summary>Reads all pairs.</summary>
    /// <exception cref="InputException">The file or a line of it is not in this format.</exception>
    public static List<QuestionPair> Read(string file)
    {
        var lines = SourceFile.ReadLines(file);
        if (lines.Count == 0)
        {
            throw new InputException(file, null, "it is empty", Format);
        }

        // A forgotten header would silently cost the first pair.
        if (lines[0].Text.Split('\t') is ["0" or "1", ..])
        {
            throw lines[0].Fail("a pair stands where the header line is expected", "Put the line \"label<TAB>left<TAB>right\" above it.");
        }

        var pairs = lines.Skip(1).Select(ReadPair).ToList();
        return pairs.Count > 0 ? pairs : throw new InputException(file, null, "it holds a header line but no pairs", Format);
    }

    private static QuestionPair ReadPair(SourceLine line)
    {
        var columns = line.Text.Split('\t');
        if (columns.Length < 3)
        {
            throw line.Fail($"it has {columns.Length} of at least 3 columns", Format);
        }

        var sameAnswer = columns[0].Trim() switch
        {
            "1" => true,
            "0" => false,
            _ => throw line.Fail("its label is neither 1 nor 0", "Write 1 where one answer serves both questions, else 0."),
        };
        return new QuestionPair(sameAnswer, columns[1], columns[2], columns.Length > 3 && columns[3].Length > 0 ? columns[3] : null);
    }
}
