using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Finds the tool results of items and names the calls that they answer.</summary>
internal static class SeenResults
{
    /// <summary>A shorter text is no longer than a reference to it.</summary>
    private const int FewestTokens = 32;

    /// <summary>Finds the results that are worth a reference, in the order of the request.</summary>
    public static List<SeenResult> Find(FitWork work, IEnumerable<ContextItem> items, SegmentMemory? memory = null)
    {
        var seen = new List<SeenResult>();
        foreach (var item in items)
        {
            if (item.Kind == ContextItemKind.ToolGroup && !item.IsIncomplete)
            {
                Add(seen, work, item, memory);
            }
        }

        seen.Sort(static (a, b) => (a.Place.MessageIndex, a.Place.ContentIndex).CompareTo((b.Place.MessageIndex, b.Place.ContentIndex)));
        return seen;
    }

    private static void Add(List<SeenResult> seen, FitWork work, ContextItem item, SegmentMemory? memory)
    {
        var calls = new Dictionary<string, FunctionCallContent>(StringComparer.Ordinal);
        foreach (var index in item.MessageIndexes)
        {
            var contents = work.Originals[index].Contents;
            for (var i = 0; i < contents.Count; i++)
            {
                if (contents[i] is FunctionCallContent call)
                {
                    calls[call.CallId] = call;
                }
                else if (contents[i] is FunctionResultContent result && calls.TryGetValue(result.CallId, out var asked))
                {
                    var text = ToolResultText.Of(result.Result);
                    var tokens = work.TextCounter.Count(text);
                    if (tokens >= FewestTokens)
                    {
                        seen.Add(new SeenResult(new CompactableText(index, i, tokens), text, asked, memory));
                    }
                }
            }
        }
    }
}
