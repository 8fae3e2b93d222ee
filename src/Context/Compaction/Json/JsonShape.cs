using System.Globalization;

namespace Parsimony.Context;

/// <summary>Describes the elements of an array in a few words: their fields, the ranges of numbers, the values of what has few.</summary>
internal static class JsonShape
{
    private const int MostFields = 12;

    /// <summary>Describes values.</summary>
    /// <returns>Such as <c>id 1..300; status "open" x120, "closed" x180; name: string; tags?: array</c>.</returns>
    public static string Describe(IReadOnlyList<JsonPart> parts)
    {
        if (!parts.All(static p => p.IsObject))
        {
            return JsonValues.Describe(parts);
        }

        var fields = new Dictionary<string, List<JsonPart>>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Names.Length; i++)
            {
                if (!fields.TryGetValue(part.Names[i], out var values) && fields.Count < MostFields)
                {
                    fields.Add(part.Names[i], values = []);
                }

                values?.Add(part.Children[i]);
            }
        }

        return string.Join("; ", fields.Select(f => string.Create(
            CultureInfo.InvariantCulture, $"{f.Key[1..^1]}{(f.Value.Count < parts.Count ? "?" : "")} {JsonValues.Describe(f.Value)}")));
    }
}
