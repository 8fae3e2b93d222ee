namespace Parsimony.Context;

/// <summary>
/// Writes JSON shorter: first with each field name once, which loses nothing; then with as many elements of each array as the limit
/// allows, those that match the query before others; then with long strings cut to their best passages as well.
/// </summary>
internal sealed class JsonCompactor : ITextCompactor
{
    /// <summary>Beyond so many characters a token, a text is longer than its limit whatever it says.</summary>
    private const int MostCharactersPerToken = 64;

    /// <summary>Fewer elements say less than their strings cut short.</summary>
    private const int FewElements = 3;

    /// <summary>The fewest tokens a string is cut to.</summary>
    private const int ShortestString = 16;

    private static readonly int[] ElementsBesideStrings = [8, 4, 2, 1];

    public string Name => ContextCompactors.Json;

    public string? Compact(string text, CompactionTarget target)
    {
        if (JsonText.Find(text) is not { } json)
        {
            return null;
        }

        var choice = new JsonChoice(target.Query);
        var whole = Write(json, choice, JsonSketchLimits.None, AsItIs);
        return target.MaxTokens == int.MaxValue || target.IsMetBy(whole!) ? whole : Sample(json, choice, target);
    }

    private static string? Sample(JsonText json, JsonChoice choice, CompactionTarget target)
    {
        string? best = null;
        var (fewest, most) = (0, Math.Min(LongestOf(json.Value), target.MaxTokens));
        var elements = -1;
        while (fewest <= most)
        {
            // The search takes for granted that more elements are longer; where they are not, a smaller number is found.
            var middle = fewest + ((most - fewest) / 2);
            if (Fitting(json, choice, new(middle, int.MaxValue, Longest(target)), target, AsItIs) is { } found)
            {
                (best, elements, fewest) = (found, middle, middle + 1);
            }
            else
            {
                most = middle - 1;
            }
        }

        return elements >= FewElements ? best : WithShortStrings(json, choice, target) ?? best;
    }

    // As few elements as it takes, and strings as long as there is room for.
    private static string? WithShortStrings(JsonText json, JsonChoice choice, CompactionTarget target)
    {
        var strings = new JsonStringCutter(target);
        foreach (var elements in ElementsBesideStrings)
        {
            if (Fitting(json, choice, new(elements, ShortestString, Longest(target)), target, strings.To(ShortestString)) is not { } shortest)
            {
                continue;
            }

            for (var tokens = ShortestString + ((target.MaxTokens - target.Counter.Count(shortest)) / Math.Max(1, strings.Cut)); tokens > ShortestString; tokens = tokens * 3 / 4)
            {
                if (Fitting(json, choice, new(elements, tokens, Longest(target)), target, strings.To(tokens)) is { } found)
                {
                    return found;
                }
            }

            return shortest;
        }

        return null;
    }

    private static string? Fitting(JsonText json, JsonChoice choice, JsonSketchLimits limits, CompactionTarget target, Func<string, string> shorten) =>
        Write(json, choice, limits, shorten) is { } text && target.IsMetBy(text) ? text : null;

    private static string? Write(JsonText json, JsonChoice choice, JsonSketchLimits limits, Func<string, string> shorten) =>
        new JsonSketch(choice, limits, shorten).Write(json.Value) is { } value ? json.Before + value + json.Behind : null;

    private static string AsItIs(string raw) => raw;

    private static int Longest(CompactionTarget target) => (int)Math.Min(int.MaxValue, (long)target.MaxTokens * MostCharactersPerToken);

    private static int LongestOf(JsonPart part) =>
        part.Children.Aggregate(part.Children.Length, static (longest, child) => Math.Max(longest, LongestOf(child)));
}
