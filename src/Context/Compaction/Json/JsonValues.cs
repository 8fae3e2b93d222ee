using System.Globalization;
using System.Text.Json;

namespace Parsimony.Context;

/// <summary>Describes values of one field or of an array: a range of numbers, a few different values with their counts, or their kind.</summary>
internal static class JsonValues
{
    private const int MostDifferent = 5;
    private const int LongestValue = 24;

    public static string Describe(IReadOnlyList<JsonPart> values) => Range(values) ?? Counts(values) ?? Kinds(values);

    private static string? Range(IReadOnlyList<JsonPart> values)
    {
        JsonPart? least = null;
        JsonPart? most = null;
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (value.Kind != JsonValueKind.Number || !double.TryParse(value.Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            (least, min) = least is null || number < min ? (value, number) : (least, min);
            (most, max) = most is null || number > max ? (value, number) : (most, max);
        }

        return least is null ? null : min == max ? least.Raw : $"{least.Raw}..{most!.Raw}";
    }

    private static string? Counts(IReadOnlyList<JsonPart> values)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (value.IsContainer || value.Raw.Length > LongestValue)
            {
                return null;
            }

            counts[value.Raw] = counts.GetValueOrDefault(value.Raw) + 1;
            if (counts.Count > MostDifferent)
            {
                return null;
            }
        }

        return string.Join(", ", counts.OrderByDescending(static c => c.Value).ThenBy(static c => c.Key, StringComparer.Ordinal)
            .Select(static c => string.Create(CultureInfo.InvariantCulture, $"{c.Key.Trim('"')} x{c.Value}")));
    }

    private static string Kinds(IReadOnlyList<JsonPart> values) =>
        string.Join('/', values.Select(static v => NameOf(v.Kind)).Distinct().Order(StringComparer.Ordinal));

    private static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Null => "null",
        JsonValueKind.Number => "number",
        JsonValueKind.String => "string",
        JsonValueKind.Array => "array",
        _ => "object",
    };
}
