using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>Additional properties in a key: sorted, without ours and without those that the app declares volatile.</summary>
internal static class PropertyKey
{
    /// <summary>Properties with this prefix are Parsimony's own: they never reach a key.</summary>
    public const string OwnPrefix = "parsimony.";

    private static readonly string[] ChoiceCounts = ["n", "candidate_count", "candidateCount", "num_choices", "results_per_prompt", "ResultsPerPrompt"];

    public static void Write(KeyWriter writer, IReadOnlyDictionary<string, object?>? properties, IReadOnlySet<string> @volatile)
    {
        if (properties is null or { Count: 0 })
        {
            return;
        }

        var names = new List<string>(properties.Count);
        foreach (var (name, _) in properties)
        {
            if (!name.StartsWith(OwnPrefix, StringComparison.Ordinal) && !@volatile.Contains(name))
            {
                names.Add(name);
            }
        }

        if (names.Count == 0)
        {
            return;
        }

        names.Sort(StringComparer.Ordinal);
        writer.Mark(KeyField.Properties);
        foreach (var name in names)
        {
            writer.Text(KeyField.Property, name);
            ValueKey.Write(writer, properties[name]);
        }

        writer.Mark(KeyField.End);
    }

    /// <summary>Whether more than one answer is asked, under any of the names that services use.</summary>
    public static bool AsksSeveralChoices(AdditionalPropertiesDictionary? properties)
    {
        if (properties is null or { Count: 0 })
        {
            return false;
        }

        foreach (var name in ChoiceCounts)
        {
            if (properties.TryGetValue(name, out var value) && Count(value) > 1)
            {
                return true;
            }
        }

        return false;
    }

    private static double Count(object? value) => value switch
    {
        JsonElement { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        JsonElement { ValueKind: JsonValueKind.String } text => Count(text.GetString()),
        string text => double.TryParse(text, CultureInfo.InvariantCulture, out var count) ? count : 1,
        IConvertible and not bool => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => 1,
    };
}
