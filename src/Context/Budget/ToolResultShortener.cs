using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Shortens tool results in a request that is being fitted. The call, its id and everything else of the message stay.</summary>
internal sealed class ToolResultShortener(FitWork work, string? query)
{
    /// <summary>The least a result is cut to: room for the mark that says so.</summary>
    private const int LeastTokens = 1;

    /// <summary>Finds the tool results of messages as they came, with the tokens of their texts.</summary>
    public List<ToolResult> Find(IEnumerable<int> messageIndexes)
    {
        var results = new List<ToolResult>();
        foreach (var index in messageIndexes)
        {
            var contents = work.Originals[index].Contents;
            for (var i = 0; i < contents.Count; i++)
            {
                if (contents[i] is FunctionResultContent result)
                {
                    results.Add(new ToolResult(index, i, work.TextCounter.Count(ToolResultText.Of(result.Result))));
                }
            }
        }

        return results;
    }

    /// <summary>Shortens a result, from the text it came with, to so many tokens, unless that makes the message longer.</summary>
    public void Shorten(ToolResult result, int maxTokens)
    {
        var content = (FunctionResultContent)work.Originals[result.MessageIndex].Contents[result.ContentIndex];
        var text = TextFitter.FitText(ToolResultText.Of(content.Result), Math.Max(maxTokens, LeastTokens), query, work.TextCounter);

        // Raw representations are left behind: some services send them in the place of the contents.
        var before = work.Messages[result.MessageIndex];
        var tokens = work.Tokens[result.MessageIndex];
        var shortened = before.Clone();
        shortened.RawRepresentation = null;
        shortened.Contents = new List<AIContent>(before.Contents)
        {
            [result.ContentIndex] = new FunctionResultContent(content.CallId, text)
            {
                Exception = content.Exception,
                AdditionalProperties = content.AdditionalProperties,
            },
        };
        work.Exchange(result.MessageIndex, shortened);
        if (work.Tokens[result.MessageIndex] > tokens)
        {
            work.Exchange(result.MessageIndex, before);
        }
    }
}
