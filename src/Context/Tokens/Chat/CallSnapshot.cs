using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>
/// What a tool call was made of when it was counted, by reference: name, arguments, and values that cannot change. What it was made of is
/// not kept alive: a call may carry whole files.
/// </summary>
internal sealed class CallSnapshot
{
    private readonly string name;
    private readonly WeakReference? raw;
    private readonly (string Key, WeakReference? Value)[] arguments;

    private CallSnapshot(FunctionCallContent call, KeyValuePair<string, object?>[] arguments, int tokens)
    {
        name = call.Name;
        raw = Weak(call.RawRepresentation);
        this.arguments = Array.ConvertAll(arguments, static argument => (argument.Key, Weak(argument.Value)));
        Tokens = tokens;
    }

    /// <summary>Gets the tokens of name and arguments.</summary>
    public int Tokens { get; }

    /// <summary>Takes a snapshot.</summary>
    /// <returns>The snapshot, or <see langword="null"/> where a value may change inside.</returns>
    public static CallSnapshot? TryTake(FunctionCallContent call, int tokens)
    {
        KeyValuePair<string, object?>[] arguments = call.Arguments is { } given ? [.. given] : [];
        return Array.TrueForAll(arguments, static argument => IsUnchanging(argument.Value)) ? new CallSnapshot(call, arguments, tokens) : null;
    }

    /// <summary>Says whether a call is still made of the same.</summary>
    public bool IsOf(FunctionCallContent call)
    {
        if (!ReferenceEquals(call.Name, name) || !IsSame(call.RawRepresentation, raw) || (call.Arguments?.Count ?? 0) != arguments.Length)
        {
            return false;
        }

        if (arguments.Length == 0)
        {
            // "No arguments" and "an empty list of arguments" are sent alike.
            return true;
        }

        var i = 0;
        foreach (var (key, value) in call.Arguments!)
        {
            if (i == arguments.Length || !string.Equals(key, arguments[i].Key, StringComparison.Ordinal) || !IsSame(value, arguments[i].Value))
            {
                return false;
            }

            i++;
        }

        return i == arguments.Length;
    }

    private static WeakReference? Weak(object? value) => value is null ? null : new WeakReference(value);

    private static bool IsSame(object? value, WeakReference? known) => ReferenceEquals(value, known?.Target) && (value is null) == (known is null);

    // Values of other types may hold what an app changes.
    private static bool IsUnchanging(object? value) => value is null or string or JsonElement or bool or int or long or double or decimal or Guid or DateTime or DateTimeOffset;
}
