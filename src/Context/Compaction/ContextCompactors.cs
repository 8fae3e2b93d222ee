namespace Parsimony.Context;

/// <summary>The names of the ways in which a text is written shorter without a model, for <see cref="ContextBudgetOptions.DisabledCompactors"/>.</summary>
public static class ContextCompactors
{
    /// <summary>Runs of blanks, blanks at the ends of lines and runs of empty lines go; JSON is written without white space. Indentation stays.</summary>
    public const string WhiteSpace = "whiteSpace";

    /// <summary>A tool result that is seen again further on, exactly or in nearly all of its lines, refers to the later one.</summary>
    public const string References = "references";

    /// <summary>Base64, data URIs and long hexadecimal runs are named by what they are and their size.</summary>
    public const string Blobs = "blobs";

    /// <summary>Arrays of JSON: field names once, and where that is not enough, the elements that matter with their number, fields and ranges.</summary>
    public const string Json = "json";

    /// <summary>Logs: lines that differ only in times, ids and numbers once, with their number.</summary>
    public const string Logs = "logs";

    /// <summary>Any text: its best passages.</summary>
    public const string Passages = "passages";

    /// <summary>Gets all names.</summary>
    public static IReadOnlyList<string> All { get; } = [WhiteSpace, References, Blobs, Json, Logs, Passages];
}
