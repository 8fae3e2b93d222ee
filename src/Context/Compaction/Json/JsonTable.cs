namespace Parsimony.Context;

/// <summary>An array whose elements are objects with the same members: their names need be written once only.</summary>
internal sealed class JsonTable
{
    private const int FewestRows = 2;

    private readonly JsonPart array;
    private readonly int[]?[] columns;

    private JsonTable(JsonPart array, int[]?[] columns) => (this.array, this.columns) = (array, columns);

    /// <summary>Gets the names of the members that every element has, as they were written.</summary>
    public string[] Fields => array.Children[0].Names;

    /// <summary>Sees an array as a table; <see langword="null"/> where its elements differ.</summary>
    public static JsonTable? Of(JsonPart array)
    {
        if (!array.IsArray || array.Children.Length < FewestRows || !array.Children[0].IsObject)
        {
            return null;
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var fields = array.Children[0].Names;
        for (var i = 0; i < fields.Length; i++)
        {
            if (!places.TryAdd(fields[i], i))
            {
                return null;
            }
        }

        var columns = new int[]?[array.Children.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            if (!TryOrder(array.Children[i], fields, places, out columns[i]))
            {
                return null;
            }
        }

        return fields.Length == 0 ? null : new JsonTable(array, columns);
    }

    /// <summary>Gets a member of a row by the place of its name among the fields.</summary>
    public JsonPart Cell(int row, int field) => array.Children[row].Children[columns[row]?[field] ?? field];

    // Where each field stands in a row; null where the row has the order of the first.
    private static bool TryOrder(JsonPart row, string[] fields, Dictionary<string, int> places, out int[]? order)
    {
        order = null;
        if (!row.IsObject || row.Names.Length != fields.Length)
        {
            return false;
        }

        if (row.Names.AsSpan().SequenceEqual(fields))
        {
            return true;
        }

        order = new int[fields.Length];
        Array.Fill(order, -1);
        for (var i = 0; i < row.Names.Length; i++)
        {
            // A name that comes twice leaves another one out.
            if (!places.TryGetValue(row.Names[i], out var field) || order[field] >= 0)
            {
                return false;
            }

            order[field] = i;
        }

        return true;
    }
}
