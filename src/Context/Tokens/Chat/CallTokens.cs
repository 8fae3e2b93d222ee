using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>
/// Counts tool calls and their results. Their JSON is not written again for a recount where nothing can have changed; what an app may
/// have changed in the meantime is written and counted anew.
/// </summary>
internal sealed class CallTokens(TokenCounter counter)
{
    private const int Bits = 12;

    private readonly ReferenceMemory<FunctionCallContent, CallSnapshot> calls = new(Bits);
    private readonly ReferenceMemory<object, int> results = new(Bits);

    /// <summary>Counts the name and the arguments of a call.</summary>
    public int Count(FunctionCallContent call)
    {
        if (calls.TryGet(call, out var snapshot) && snapshot.IsOf(call))
        {
            return snapshot.Tokens;
        }

        var tokens = counter.Count(call.Name) + counter.Count(WireJson.ArgumentsOf(call));
        if (CallSnapshot.TryTake(call, tokens) is { } taken)
        {
            calls.Set(call, taken);
        }

        return tokens;
    }

    /// <summary>Counts a result.</summary>
    /// <param name="result">The result: a string, or anything that is sent as JSON.</param>
    public int CountResult(object? result)
    {
        // Of the rest only elements of a parsed document cannot change; what they stand for in the box stays the same.
        if (result is not JsonElement)
        {
            return counter.Count(WireJson.TextOf(result));
        }

        if (!results.TryGet(result, out var tokens))
        {
            tokens = counter.Count(WireJson.TextOf(result));
            results.Set(result, tokens);
        }

        return tokens;
    }
}
