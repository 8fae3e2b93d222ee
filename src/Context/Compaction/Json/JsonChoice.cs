using System.Text;

namespace Parsimony.Context;

/// <summary>
/// Says which elements of an array or a map are kept where not all can be: those that share words with the query, then the first, the
/// last, and on from the beginning; and what is said of the others. Computed once for each and remembered.
/// </summary>
internal sealed class JsonChoice(TextQuery query)
{
    private readonly Dictionary<JsonPart, int[]> orders = [];
    private readonly Dictionary<JsonPart, string> shapes = [];
    private readonly Dictionary<JsonPart, JsonTable?> tables = [];

    /// <summary>Describes all elements of an array or a map.</summary>
    public string ShapeOf(JsonPart part)
    {
        if (!shapes.TryGetValue(part, out var shape))
        {
            shapes.Add(part, shape = JsonShape.Describe(part.Children));
        }

        return shape;
    }

    /// <summary>Sees an array as a table; <see langword="null"/> where its elements differ.</summary>
    public JsonTable? TableOf(JsonPart part)
    {
        if (!tables.TryGetValue(part, out var table))
        {
            tables.Add(part, table = JsonTable.Of(part));
        }

        return table;
    }

    /// <summary>Gets the indexes of the elements to keep, ascending.</summary>
    public int[] Keep(JsonPart part, int count)
    {
        if (part.Children.Length <= count)
        {
            return [.. Enumerable.Range(0, part.Children.Length)];
        }

        if (!orders.TryGetValue(part, out var order))
        {
            orders.Add(part, order = Order(part));
        }

        return [.. order.AsSpan(0, count).ToArray().Order()];
    }

    private int[] Order(JsonPart part)
    {
        var count = part.Children.Length;
        var scores = query.Score(count, i => TermVector.Of(TextOf(part, i)));

        // The sort is stable.
        return [.. Enumerable.Range(0, count).OrderByDescending(i => scores[i]).ThenBy(i => i == 0 ? 0 : i == count - 1 ? 1 : 2)];
    }

    private static string TextOf(JsonPart part, int index)
    {
        var text = new StringBuilder();
        if (part.IsObject)
        {
            text.Append(part.Names[index]).Append(' ');
        }

        AddValues(part.Children[index], text);
        return text.ToString();
    }

    private static void AddValues(JsonPart part, StringBuilder text)
    {
        for (var i = 0; i < part.Children.Length; i++)
        {
            if (part.IsObject)
            {
                text.Append(part.Names[i]).Append(' ');
            }

            AddValues(part.Children[i], text);
        }

        text.Append(part.Raw).Append(' ');
    }
}
