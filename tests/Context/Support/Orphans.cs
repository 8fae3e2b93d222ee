using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests;

/// <summary>Counts what a model's service would refuse.</summary>
internal static class Orphans
{
    /// <summary>Calls without a result behind them and results without a call before them.</summary>
    public static int Count(IEnumerable<ChatMessage> messages)
    {
        var open = new List<string>();
        var orphans = 0;
        foreach (var content in messages.SelectMany(m => m.Contents))
        {
            if (content is FunctionCallContent call)
            {
                open.Add(call.CallId);
            }
            else if (content is FunctionResultContent result && !open.Remove(result.CallId))
            {
                orphans++;
            }
        }

        return orphans + open.Count;
    }
}
