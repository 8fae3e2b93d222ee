using System.Collections.Frozen;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>Turns in which a tool ran are not cached: the tool's result, or its effect, is not in the question. Tools declared pure are excepted.</summary>
internal sealed class ToolTurnRule(ResponseCacheOptions options)
{
    private readonly bool all = options.CacheToolTurns;
    private readonly FrozenSet<string> pure = options.PureTools.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the app has declared that a tool's result depends on its arguments alone.</summary>
    public bool IsDeclaredPure(string tool) => pure.Contains(tool);

    /// <summary>Whether a tool that is not pure has run since the question.</summary>
    public bool Forbids(in Turn turn)
    {
        for (var i = Math.Max(turn.Question, 0); i < turn.Messages.Count; i++)
        {
            if (Forbids(turn.Messages[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a message shows that a tool which is not pure ran.</summary>
    public bool Forbids(ChatMessage message)
    {
        var contents = message.Contents;
        for (var i = 0; i < contents.Count; i++)
        {
            if (Forbids(contents[i]))
            {
                return true;
            }
        }

        return message.Role == ChatRole.Tool && contents.Count == 0;
    }

    // Results carry no name; each is answered by a call in the same turn, and the call is judged.
    private bool Forbids(AIContent content) => content switch
    {
        FunctionCallContent call => !all && !IsDeclaredPure(call.Name),
        FunctionResultContent => !all && pure.Count == 0,
        ToolCallContent or ToolResultContent or InputRequestContent or InputResponseContent => true,
        _ => false,
    };
}
