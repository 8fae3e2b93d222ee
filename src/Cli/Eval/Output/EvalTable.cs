using System.Text;
using System.Text.Json;

namespace Parsimony.Cli;

/// <summary>A report as lines of name and value. It is made from the JSON, so that both say the same.</summary>
internal static class EvalTable
{
    private const string NoValue = "-";

    public static string Of(IEvalReport report)
    {
        using var document = JsonDocument.Parse(EvalJson.Of(report));
        var rows = new List<(string Name, string Value)>();
        Flatten("", document.RootElement, rows);
        var nameWidth = rows.Max(row => row.Name.Length);
        var valueWidth = rows.Max(row => row.Value.Length);
        var text = new StringBuilder();
        foreach (var (name, value) in rows)
        {
            text.Append(name.PadRight(nameWidth)).Append("  ").Append(value.PadLeft(valueWidth)).Append('\n');
        }

        return text.ToString().TrimEnd('\n').ReplaceLineEndings();
    }

    private static void Flatten(string path, JsonElement element, List<(string Name, string Value)> rows)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            rows.Add((path, element.ValueKind == JsonValueKind.Null ? NoValue : element.ToString()));
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            Flatten(path.Length == 0 ? property.Name : $"{path} {property.Name}", property.Value, rows);
        }
    }
}
