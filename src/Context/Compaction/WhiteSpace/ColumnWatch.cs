namespace Parsimony.Context;

/// <summary>Sees the columns of plain-text tables: neighbouring lines that both have a run of blanks within.</summary>
internal struct ColumnWatch
{
    private bool before;

    /// <summary>Says whether a line may be a table's row.</summary>
    /// <param name="line">The line.</param>
    /// <param name="rest">What comes behind its line break.</param>
    public bool IsTable(ReadOnlySpan<char> line, ReadOnlySpan<char> rest)
    {
        var has = HasRun(line);
        var end = rest.IndexOf('\n');
        var isTable = has && (before || HasRun(end < 0 ? rest : rest[..end]));
        before = has;
        return isTable;
    }

    /// <summary>Begins anew behind an empty line.</summary>
    public void Forget() => before = false;

    private static bool HasRun(ReadOnlySpan<char> line)
    {
        var text = line.Trim();
        return text.Contains("   ", StringComparison.Ordinal) || text.Contains('\t');
    }
}
