using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Parsimony.Context;

/// <summary>
/// Writes JSON in fewer words, as JSON again: arrays of like objects as <c>{"fields":[...],"rows":[[...],...]}</c>, long arrays and maps
/// with some of their elements and a word on the others. What is kept is kept as it was written.
/// </summary>
internal sealed class JsonSketch(JsonChoice choice, JsonSketchLimits limits, Func<string, string> shortenString)
{
    /// <summary>An object with fewer members is a record, of which nothing may be missing.</summary>
    private const int SmallestMap = 9;

    /// <summary>An object with so many members is a map, whatever it holds.</summary>
    private const int LargestRecord = 48;

    private readonly StringBuilder result = new();

    /// <summary>Writes a value; <see langword="null"/> where it becomes longer than the limit.</summary>
    public string? Write(JsonPart part)
    {
        result.Clear();
        WriteValue(part);
        return result.Length > limits.MaxCharacters ? null : result.ToString();
    }

    private void WriteValue(JsonPart part)
    {
        if (result.Length > limits.MaxCharacters)
        {
            return;
        }

        if (part.IsArray)
        {
            WriteArray(part);
        }
        else if (part.IsObject)
        {
            WriteObject(part);
        }
        else
        {
            result.Append(part.Kind == JsonValueKind.String && part.Raw.Length > limits.LongestString ? shortenString(part.Raw) : part.Raw);
        }
    }

    private void WriteArray(JsonPart part)
    {
        var kept = choice.Keep(part, limits.MaxElements);
        var left = part.Children.Length - kept.Length;
        if (choice.TableOf(part) is not { } table)
        {
            result.Append('[');
            WriteList(kept, i => WriteValue(part.Children[i]));
            result.Append(left == 0 ? "" : kept.Length > 0 ? "," : "").Append(left == 0 ? "" : JsonQuoting.Quote(Mark(part, left, "elements"))).Append(']');
            return;
        }

        result.Append("{\"fields\":[").AppendJoin(',', table.Fields).Append("],\"rows\":[");
        WriteList(kept, i =>
        {
            result.Append('[');
            WriteList([.. Enumerable.Range(0, table.Fields.Length)], f => WriteValue(table.Cell(i, f)));
            result.Append(']');
        });
        result.Append(left == 0 ? "]" : $"],\"leftOut\":{JsonQuoting.Quote(Mark(part, left, "rows"))}").Append('}');
    }

    private void WriteObject(JsonPart part)
    {
        var isMap = part.Names.Length >= LargestRecord || (part.Names.Length >= SmallestMap && Array.TrueForAll(part.Children, static c => c.IsContainer));
        var kept = choice.Keep(part, isMap ? limits.MaxElements : int.MaxValue);
        var left = part.Children.Length - kept.Length;
        result.Append('{');
        WriteList(kept, i =>
        {
            result.Append(part.Names[i]).Append(':');
            WriteValue(part.Children[i]);
        });
        result.Append(left == 0 ? "" : kept.Length > 0 ? "," : "").Append(left == 0 ? "" : $"\"leftOut\":{JsonQuoting.Quote(Mark(part, left, "members"))}").Append('}');
    }

    private void WriteList(int[] indexes, Action<int> write)
    {
        for (var i = 0; i < indexes.Length && result.Length <= limits.MaxCharacters; i++)
        {
            result.Append(i > 0 ? "," : "");
            write(indexes[i]);
        }
    }

    private string Mark(JsonPart part, int left, string what) => string.Create(
        CultureInfo.InvariantCulture, $"[{left} of {part.Children.Length} {what} left out; of all: {choice.ShapeOf(part)}]");
}
