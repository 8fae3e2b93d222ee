namespace Parsimony.Context;

/// <summary>Sees arrays whose elements are objects with the same members: their names need be written once only.</summary>
internal static class JsonTable
{
    private const int FewestRows = 2;

    /// <summary>Gets the names of the members that every element has; <see langword="null"/> where the elements differ.</summary>
    public static string[]? FieldsOf(JsonPart array)
    {
        if (!array.IsArray || array.Children.Length < FewestRows || !array.Children[0].IsObject)
        {
            return null;
        }

        var fields = array.Children[0].Names;
        return fields.Length > 0 && fields.Distinct(StringComparer.Ordinal).Count() == fields.Length && Array.TrueForAll(array.Children, c => HasFields(c, fields))
            ? fields
            : null;
    }

    /// <summary>Gets a member of a row by the place of its name among the fields.</summary>
    public static JsonPart Cell(JsonPart row, string[] fields, int field) =>
        row.Children[row.Names[field] == fields[field] ? field : Array.IndexOf(row.Names, fields[field])];

    private static bool HasFields(JsonPart part, string[] fields)
    {
        if (!part.IsObject || part.Names.Length != fields.Length)
        {
            return false;
        }

        for (var i = 0; i < fields.Length; i++)
        {
            if (part.Names[i] != fields[i] && Array.IndexOf(part.Names, fields[i]) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
